//! Adds up kernels to one, where they are of a kind that can be added: a question then costs no more than of one.

use super::DistributionMethod;
use super::atoms::Atoms;
use super::deals::Deals;
use super::kernel::Kernel;
use super::lattice::Lattice;
use super::law::{Law, Part};

/// Most places over which lattices are added up.
const PLACES: i128 = 1 << 22;

/// Parts of a law, some of them added up.
pub(super) struct Mixture {
    certain: i128,
    unit: i128,
    /// How many places a total of all deals is from none.
    places: i128,
    /// Sums in places, and their probabilities.
    sums: (Vec<u128>, Vec<f64>),
    /// The distribution function at every place.
    lattice: Vec<f64>,
    /// What is left out at its ends, by weight.
    cut: f64,
    weights: [f64; 2],
    rest: Vec<Part>,
    error: f64,
    /// By how much each method counts.
    methods: Vec<(DistributionMethod, f64)>,
}

impl Mixture {
    /// Of nothing yet: of laws of these deals, with other chances.
    pub(super) fn of(deals: &Deals) -> Self {
        let total = deals.open.iter().fold(0_i128, |total, deal| total.saturating_add(deal.units.into()));
        Self {
            certain: i128::try_from(deals.certain).unwrap_or(i128::MAX),
            unit: deals.unit.into(),
            places: total,
            sums: (Vec::new(), Vec::new()),
            lattice: Vec::new(),
            cut: 0.0,
            weights: [0.0; 2],
            rest: Vec::new(),
            error: 0.0,
            methods: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, part: Part) {
        self.error += part.weight * part.kernel.error;
        match self.methods.iter_mut().find(|(method, _)| *method == part.kernel.method) {
            Some((_, sum)) => *sum += part.weight,
            None => self.methods.push((part.kernel.method, part.weight)),
        }
        let scale = part.unit.checked_div(self.unit).unwrap_or(1).max(1);
        let shift = part.certain.saturating_sub(self.certain).checked_div(self.unit).unwrap_or_default().max(0);
        let weight = part.weight;
        if let Some(atoms) = part.kernel.atoms() {
            self.weights[0] += weight;
            let place = |sum: &u128| sum.saturating_mul(scale.unsigned_abs()).saturating_add(shift.unsigned_abs());
            let sums: Vec<u128> = atoms.sums.iter().map(place).collect();
            self.sums = merged(std::mem::take(&mut self.sums), &sums, &atoms.masses, weight);
        } else if let Some(lattice) = part.kernel.lattice().filter(|_| self.places < PLACES) {
            self.weights[1] += weight;
            self.cut += weight * lattice.cut;
            let places = usize::try_from(self.places).unwrap_or(0).saturating_add(1);
            self.lattice.resize(places, 0.0);
            for (place, sum) in self.lattice.iter_mut().enumerate() {
                let left = (place as i128).saturating_sub(shift);
                if left >= 0 {
                    *sum += weight * lattice.cdf(left.checked_div(scale).unwrap_or_default());
                }
            }
        } else {
            self.rest.push(part);
        }
    }

    /// All together, with what the quadrature leaves out.
    pub(super) fn law(self, left_out: f64) -> Law {
        let [listed, convolved] = self.weights;
        let place = |weight, kernel| Part { weight, certain: self.certain, unit: self.unit, kernel };
        let mut parts = Vec::new();
        if listed > 0.0 {
            let masses = self.sums.1.iter().map(|mass| mass / listed).collect();
            parts.push(place(listed, Kernel::listing(Atoms::listed(self.sums.0, masses))));
        }
        if convolved > 0.0 {
            let cumulated = self.lattice.iter().map(|sum| sum / convolved).collect();
            parts.push(place(convolved, Kernel::convolved(Lattice::cumulated(cumulated, self.cut / convolved))));
        }
        parts.extend(self.rest);
        let heaviest = self.methods.iter().max_by(|one, other| one.1.total_cmp(&other.1));
        let method = heaviest.map_or(DistributionMethod::Certain, |(method, _)| *method);
        Law { parts, method, error: self.error + left_out }
    }
}

/// Two lists of sums in ascending order as one.
fn merged(known: (Vec<u128>, Vec<f64>), sums: &[u128], masses: &[f64], weight: f64) -> (Vec<u128>, Vec<f64>) {
    let most = known.0.len().saturating_add(sums.len());
    let (mut all, mut weights) = (Vec::with_capacity(most), Vec::with_capacity(most));
    let mut known = known.0.into_iter().zip(known.1).peekable();
    let mut added = sums.iter().copied().zip(masses.iter().map(|mass| mass * weight)).peekable();
    loop {
        let sum = match (known.peek(), added.peek()) {
            (Some((one, _)), Some((other, _))) => *one.min(other),
            (Some((one, _)), None) => *one,
            (None, Some((other, _))) => *other,
            (None, None) => return (all, weights),
        };
        let one = known.next_if(|(place, _)| *place == sum).map_or(0.0, |(_, mass)| mass);
        let other = added.next_if(|(place, _)| *place == sum).map_or(0.0, |(_, mass)| mass);
        all.push(sum);
        weights.push(one + other);
    }
}
