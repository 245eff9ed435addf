//! Chooses how a distribution is computed, and asks it.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of deals and sums, of which the largest is 10²³; steps are above zero, and sums left are checked"
)]

use super::DistributionMethod;
use super::atoms::Atoms;
use super::deals::{Deal, Moments};
use super::echo;
use super::few::Few;
use super::lattice::Lattice;
use super::series::{Series, Window};

/// Most sums that are listed.
const ATOMS: usize = 1 << 16;
/// Most multiplications of a convolution that is done without asking for a faster way.
const SMALL_LATTICE: f64 = 300_000.0;
/// An error that is as good as none.
const EXACT: f64 = 1e-10;
/// Most deals that are taken apart from the others.
const MOST_APART: usize = 12;

/// How much may be done for a distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Effort {
    /// Most deals whose sums are listed without asking how many of them coincide.
    listed: usize,
    /// Most sums of each half, where the deals are split in two.
    half: usize,
    /// Most multiplications of a convolution, and most places of a lattice.
    convolution: f64,
    places: f64,
    /// Most evaluations of factors of the characteristic function, and how many where no way is exact.
    evaluations: usize,
    anyway: usize,
    /// Most outcomes that are listed there.
    outcomes: usize,
}

impl Effort {
    /// For one distribution.
    pub(super) const WHOLE: Self = Self {
        listed: 16,
        half: 1 << 20,
        convolution: 2e9,
        places: 8e6,
        evaluations: 1 << 28,
        anyway: 1 << 26,
        outcomes: 1 << 20,
    };
    /// For one of hundreds that are mixed.
    pub(super) const PART: Self = Self {
        listed: 11,
        half: 1 << 12,
        convolution: 2e7,
        places: 1e6,
        evaluations: 1 << 23,
        anyway: 1 << 18,
        outcomes: 1 << 12,
    };
}

/// The distribution of a sum of open deals, in units of their greatest common divisor.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Kernel {
    /// The outcomes of the deals that were taken apart.
    apart: Atoms,
    /// The others.
    base: Base,
    /// How many units one unit of the others is.
    step: u64,
    pub(super) method: DistributionMethod,
    pub(super) error: f64,
}

#[derive(Clone, Debug, PartialEq)]
enum Base {
    Atoms(Atoms),
    Lattice(Lattice),
    Series(Series),
    Few(Few),
}

impl Base {
    fn cdf(&self, place: i128) -> f64 {
        match self {
            Self::Atoms(atoms) => atoms.first(atoms.at_or_below(place)),
            Self::Lattice(lattice) => lattice.cdf(place),
            Self::Series(series) => series.cdf(place),
            Self::Few(few) => few.cdf(place),
        }
    }

    fn shortfall(&self, place: i128) -> f64 {
        match self {
            Self::Atoms(atoms) => atoms.missing(place as f64, atoms.at_or_below(place)),
            Self::Lattice(lattice) => lattice.shortfall(place),
            Self::Series(series) => series.shortfall(place),
            Self::Few(few) => few.shortfall(place),
        }
    }
}

impl Kernel {
    /// Chooses the first way that is exact to 10⁻¹⁰ and quick; where there is none, what comes closest, and says so.
    pub(super) fn of(deals: &[Deal], unit: u64, effort: &Effort) -> (Self, Moments) {
        let moments = Moments::of(deals);
        let kernel = if deals.is_empty() {
            Self::whole(Base::Atoms(Atoms::none()), DistributionMethod::Certain, 0.0)
        } else {
            Self::choose(deals, &moments, unit, effort)
        };
        (kernel, moments)
    }

    fn choose(deals: &[Deal], moments: &Moments, unit: u64, effort: &Effort) -> Self {
        let work = Work::of(deals, moments);
        let few = deals.len() <= effort.listed || (deals.len() <= 64 && work.places <= ATOMS as f64);
        if let Some(atoms) = few.then(|| Atoms::of(deals, ATOMS)).flatten() {
            return Self::whole(Base::Atoms(atoms), DistributionMethod::Atoms, rounding(deals.len()));
        }
        if work.convolution <= SMALL_LATTICE {
            return Self::convolving(deals, 0.0);
        }
        if let Some(kernel) = (deals.len() <= 24).then(|| Self::halves(deals, effort)).flatten() {
            return kernel;
        }
        let inverted = Self::series(deals, moments, unit, effort);
        if let Some(kernel) = inverted.filter(|kernel| kernel.error <= EXACT) {
            return kernel;
        }
        if work.convolution <= effort.convolution && work.places <= effort.places {
            return Self::convolving(deals, 1e-12);
        }
        if let Some(kernel) = Self::halves(deals, effort).or_else(|| Self::on_a_coarser_step(deals, unit, effort)) {
            return kernel;
        }
        let few = Few::of(deals, moments, unit, effort.outcomes, effort.anyway);
        let error = few.error;
        Self::whole(Base::Few(few), DistributionMethod::LikeliestApart, error)
    }

    fn whole(base: Base, method: DistributionMethod, error: f64) -> Self {
        Self { apart: Atoms::none(), base, step: 1, method, error }
    }

    fn convolving(deals: &[Deal], cut: f64) -> Self {
        let lattice = Lattice::of(deals, cut);
        let error = lattice.cut + rounding(deals.len());
        Self::whole(Base::Lattice(lattice), DistributionMethod::Lattice, error)
    }

    /// Every sum of each half of the deals; a sum of all is one of each.
    fn halves(deals: &[Deal], effort: &Effort) -> Option<Self> {
        let every_other = |first: usize| deals.iter().skip(first).step_by(2).copied().collect::<Vec<_>>();
        let possible = deals.len() <= 64;
        let apart = possible.then(|| Atoms::of(&every_other(0), effort.half)).flatten()?;
        let base = Base::Atoms(Atoms::of(&every_other(1), effort.half)?);
        let error = rounding(deals.len());
        Some(Self { apart, base, step: 1, method: DistributionMethod::SplitAtoms, error })
    }

    /// Inverts the characteristic function of all but the few largest deals, if they are so large that it pays.
    fn series(deals: &[Deal], moments: &Moments, unit: u64, effort: &Effort) -> Option<Self> {
        let mut best = (0, cost(deals.len(), 0, moments));
        for apart in 1..=MOST_APART.min(deals.len() / 2) {
            let rest = deals.split_at(deals.len() - apart).0;
            // Deals of one size are no whales: without some of them the others are as large.
            let largest = rest.last().map_or(0, |deal| deal.units);
            let next = deals.get(deals.len() - apart).map_or(0, |deal| deal.units);
            if next < largest.saturating_mul(2) {
                continue;
            }
            let cost = cost(rest.len(), apart, &Moments::of(rest));
            if cost < best.1 / 2.0 {
                best = (apart, cost);
            }
        }
        let (rest, largest) = deals.split_at(deals.len() - best.0);
        let moments = if best.0 == 0 { *moments } else { Moments::of(rest) };
        let series = Series::of(rest, &moments, unit, effort.evaluations)?;
        let error = series.error;
        let apart = Atoms::of(largest, 1 << MOST_APART)?;
        Some(Self { apart, base: Base::Series(series), step: 1, method: DistributionMethod::Series, error })
    }

    /// Takes the few deals apart that are no multiples of what all others are multiples of.
    fn on_a_coarser_step(deals: &[Deal], unit: u64, effort: &Effort) -> Option<Self> {
        for step in echo::shared(deals).into_iter().rev() {
            let (even, odd): (Vec<Deal>, Vec<Deal>) = deals.iter().partition(|deal| deal.units % step == 0);
            if odd.len() > MOST_APART || even.is_empty() {
                continue;
            }
            let even: Vec<Deal> = even.into_iter().map(|deal| Deal { units: deal.units / step, ..deal }).collect();
            let moments = Moments::of(&even);
            let work = Work::of(&even, &moments);
            let unit = unit.saturating_mul(step);
            let (base, error) = if work.convolution <= effort.convolution && work.places <= effort.places {
                let lattice = Lattice::of(&even, 1e-12);
                let error = lattice.cut;
                (Base::Lattice(lattice), error)
            } else {
                let Some(series) = Series::of(&even, &moments, unit, effort.evaluations) else { continue };
                let error = series.error;
                (Base::Series(series), error)
            };
            if error <= EXACT {
                let apart = Atoms::of(&odd, 1 << MOST_APART)?;
                let method = if matches!(base, Base::Lattice(_)) {
                    DistributionMethod::Lattice
                } else {
                    DistributionMethod::Series
                };
                return Some(Self { apart, base, step, method, error: error + rounding(deals.len()) });
            }
        }
        None
    }

    /// The probability of a sum or a smaller one.
    pub(super) fn cdf(&self, sum: i128) -> f64 {
        if let Base::Atoms(base) = &self.base {
            return paired(&self.apart, base, sum, |mass, _, count| mass * base.first(count)).min(1.0);
        }
        let mut probability = 0.0;
        for (place, mass, _) in self.places(sum) {
            probability += mass * self.base.cdf(place);
        }
        probability.min(1.0)
    }

    /// E[max(0, sum − S)].
    pub(super) fn shortfall(&self, sum: i128) -> f64 {
        if let Base::Atoms(base) = &self.base {
            return paired(&self.apart, base, sum, |mass, left, count| mass * base.missing(left as f64, count));
        }
        let step = self.step as f64;
        let mut shortfall = 0.0;
        for (place, mass, rest) in self.places(sum) {
            shortfall += mass * (step * self.base.shortfall(place) + rest * self.base.cdf(place));
        }
        shortfall
    }

    /// What is left of a sum after each outcome of the deals apart: whole steps and a rest.
    fn places(&self, sum: i128) -> impl Iterator<Item = (i128, f64, f64)> {
        let step = i128::from(self.step);
        self.apart.sums.iter().zip(&self.apart.masses).map_while(move |(atom, mass)| {
            let left = i128::try_from(*atom).ok().and_then(|atom| sum.checked_sub(atom)).filter(|left| *left >= 0)?;
            Some((left / step, *mass, (left % step) as f64))
        })
    }

    /// The distribution function without one deal, at two sums; none where that cannot be taken out.
    pub(super) fn without(&self, deal: Deal, sums: [i128; 2]) -> Option<[f64; 2]> {
        match &self.base {
            Base::Series(series) if self.apart.len() == 1 && self.step == 1 => series.without(deal, sums),
            _ => None,
        }
    }

    /// A list of sums, a lattice, as they are added up; what is missing to their errors is added there.
    pub(super) fn listing(atoms: Atoms) -> Self {
        Self::whole(Base::Atoms(atoms), DistributionMethod::Atoms, 0.0)
    }

    pub(super) fn convolved(lattice: Lattice) -> Self {
        Self::whole(Base::Lattice(lattice), DistributionMethod::Lattice, 0.0)
    }

    /// All there is, where nothing is apart: the list of sums, the lattice.
    pub(super) fn atoms(&self) -> Option<&Atoms> {
        match &self.base {
            Base::Atoms(base) if self.is_plain() => Some(base),
            _ => None,
        }
    }

    pub(super) fn lattice(&self) -> Option<&Lattice> {
        match &self.base {
            Base::Lattice(base) if self.is_plain() => Some(base),
            _ => None,
        }
    }

    fn is_plain(&self) -> bool {
        self.apart.len() == 1 && self.step == 1
    }

    /// How many numbers it keeps, roughly.
    pub(super) fn numbers(&self) -> usize {
        let base = match &self.base {
            Base::Atoms(base) => base.len().saturating_mul(5),
            Base::Lattice(lattice) => lattice.len().saturating_mul(2),
            Base::Series(series) => series.len().saturating_mul(4),
            Base::Few(few) => few.numbers(),
        };
        base.saturating_add(self.apart.len().saturating_mul(5))
    }

    /// ∫F(1 − F), where all sums or places are at hand.
    pub(super) fn spread(&self) -> Option<f64> {
        self.atoms().map(Atoms::spread).or_else(|| self.lattice().map(Lattice::spread))
    }

    /// Whether it is made of listed sums, all or of two halves: of few deals, then.
    pub(super) fn is_of_sums(&self) -> bool {
        matches!(self.base, Base::Atoms(_))
    }

    /// Whether it is made of the sums of two halves.
    pub(super) fn is_product(&self) -> bool {
        matches!(self.base, Base::Atoms(_)) && self.apart.len() > 1
    }

    /// How many operations one question costs, roughly.
    pub(super) fn question(&self) -> usize {
        match &self.base {
            Base::Atoms(base) if self.apart.len() > 1 => self.apart.len().saturating_add(base.len()),
            Base::Atoms(_) => 16,
            Base::Lattice(_) => self.apart.len(),
            Base::Series(series) => self.apart.len().saturating_mul(series.len()),
            Base::Few(few) => few.question(),
        }
    }
}

/// Goes through one half's sums upwards and the other's downwards, so that each is looked at once.
fn paired(apart: &Atoms, base: &Atoms, sum: i128, part: impl Fn(f64, i128, usize) -> f64) -> f64 {
    let mut count = base.at_or_below(sum);
    let mut whole = 0.0;
    for (atom, mass) in apart.sums.iter().zip(&apart.masses) {
        let left = sum - i128::try_from(*atom).unwrap_or(i128::MAX);
        while count > 0
            && base.sums.get(count - 1).is_some_and(|atom| i128::try_from(*atom).is_ok_and(|atom| atom > left))
        {
            count -= 1;
        }
        if count == 0 {
            break;
        }
        whole += part(*mass, left, count);
    }
    whole
}

/// What rounding can add up to: a few units in the last place a deal.
fn rounding(deals: usize) -> f64 {
    1e-15 + deals as f64 * f64::EPSILON
}

/// What inverting costs with some deals apart.
fn cost(deals: usize, apart: usize, moments: &Moments) -> f64 {
    let terms = Window::of(moments).terms + 8.0;
    (deals as f64 + 64.0 * f64::from(1_u32 << apart)) * (terms + 16.0)
}

/// What a convolution takes.
struct Work {
    places: f64,
    convolution: f64,
}

impl Work {
    fn of(deals: &[Deal], moments: &Moments) -> Self {
        let places = (moments.total as f64).min(Window::of(moments).places());
        Self { places, convolution: places * deals.len() as f64 / 2.0 }
    }
}
