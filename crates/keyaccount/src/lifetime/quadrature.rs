//! Integrals of smooth functions.

/// Nodes and weights of Gauss and Legendre's rule with twenty points on −1 to 1; the negative nodes mirror these.
const RULE: [(f64, f64); 10] = [
    (0.076_526_521_133_497_34, 0.152_753_387_130_725_84),
    (0.227_785_851_141_645_07, 0.149_172_986_472_603_74),
    (0.373_706_088_715_419_55, 0.142_096_109_318_382_04),
    (0.510_867_001_950_827_1, 0.131_688_638_449_176_64),
    (0.636_053_680_726_515, 0.118_194_531_961_518_43),
    (0.746_331_906_460_150_8, 0.101_930_119_817_240_44),
    (0.839_116_971_822_218_8, 0.083_276_741_576_704_75),
    (0.912_234_428_251_326, 0.062_672_048_334_109_07),
    (0.963_971_927_277_913_8, 0.040_601_429_800_386_94),
    (0.993_128_599_185_094_9, 0.017_614_007_139_152_118),
];

/// The integral over an interval of a function that is smooth on its scale.
pub(in crate::lifetime) fn integral(from: f64, to: f64, mut function: impl FnMut(f64) -> f64) -> f64 {
    let (middle, half) = (0.5 * (from + to), 0.5 * (to - from));
    let sum: f64 = RULE
        .iter()
        .map(|(node, weight)| weight * (function(middle - half * node) + function(middle + half * node)))
        .sum();
    sum * half
}

/// The integrals over an interval of two functions that are computed together.
pub(in crate::lifetime) fn integrals(from: f64, to: f64, function: impl Fn(f64) -> [f64; 2]) -> [f64; 2] {
    let (middle, half) = (0.5 * (from + to), 0.5 * (to - from));
    let mut sum = [0.0; 2];
    for (node, weight) in RULE {
        let [below, above] = [function(middle - half * node), function(middle + half * node)];
        for ((sum, below), above) in sum.iter_mut().zip(below).zip(above) {
            *sum += weight * half * (below + above);
        }
    }
    sum
}
