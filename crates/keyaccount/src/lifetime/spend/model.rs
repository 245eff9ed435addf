//! The spend model with its parameters: what an account's next purchase is expected to be worth.

use serde::{Deserialize, Serialize};

use super::summary::SpendSummary;
use crate::values::PositiveStatistic;

/// The Gamma-Gamma model of amounts (Colombo & Jiang 1999; Fader, Hardie & Lee 2005) with its parameters.
///
/// The amounts of one account are gamma distributed with shape p and a rate of its own; these rates are gamma distributed
/// over accounts with shape q and rate v. Only v has a unit, that of money. The model takes it that what an account spends
/// has nothing to do with how often it buys: [`SpendModelFit::correlation`](crate::SpendModelFit) says how far that holds.
///
/// # Examples
/// The parameters that Fader and Hardie published for 946 customers of CDNOW: on average they spend 35 dollars. Who bought
/// again once, for 75, is expected to spend less than that: three tenths of what is expected come from the others.
/// ```
/// use keyaccount::{SpendModelParameters, SpendSummary};
///
/// let model = SpendModelParameters { p: "6.25".parse()?, q: "3.74".parse()?, v: "15.44".parse()? };
/// assert!((model.population_mean().unwrap() - 35.2).abs() < 0.1);
/// let expected = model.expected_spend(&SpendSummary::try_new(1, 75.0)?);
/// assert!((expected.mean.unwrap() - 62.88).abs() < 0.01);
/// assert!((expected.own_weight.unwrap() - 0.695).abs() < 0.001);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendModelParameters {
    /// Shape of the amounts of one account: the larger, the more alike they are.
    pub p: PositiveStatistic,
    /// Shape of how accounts differ: the larger, the more alike they are. At 1 or less their mean is infinite.
    pub q: PositiveStatistic,
    /// Scale of how accounts differ, in units of money.
    pub v: PositiveStatistic,
}

/// What an account is expected to spend on a purchase, and whence that is known.
///
/// # Examples
/// ```
/// use keyaccount::{SpendModelParameters, SpendSummary};
///
/// let model = SpendModelParameters { p: "2".parse()?, q: "3".parse()?, v: "10".parse()? };
/// // Nothing is known of the account itself: 2 · 10 / (3 − 1).
/// let expected = model.expected_spend(&SpendSummary::NONE);
/// assert_eq!((expected.mean, expected.own_weight), (Some(10.0), Some(0.0)));
/// // Four purchases of 20 weigh 2 · 4 / (2 · 4 + 3 − 1) = 0.8: 0.8 · 20 + 0.2 · 10.
/// let expected = model.expected_spend(&SpendSummary::try_new(4, 20.0)?);
/// assert_eq!((expected.mean, expected.own_weight), (Some(18.0), Some(0.8)));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpendExpectation {
    /// The expected amount; none where the model's mean is infinite.
    pub mean: Option<f64>,
    /// The weight of the account's own mean against the portfolio's, 0 to 1; none where the portfolio's mean is infinite,
    /// as there is nothing to weigh against.
    pub own_weight: Option<f64>,
}

impl SpendModelParameters {
    /// The mean amount over all accounts, p v / (q − 1); none where q is 1 or less, as it is infinite then.
    #[must_use]
    pub fn population_mean(&self) -> Option<f64> {
        let Self { p, q, v } = self;
        let above = q.value() - 1.0;
        (above > 0.0).then(|| p.value() * v.value() / above)
    }

    /// What an account is expected to spend on a purchase, p (v + x z) / (p x + q − 1): the mean of its own amounts z and the
    /// portfolio's, weighed by p x and q − 1.
    ///
    /// Where the account has not bought again, or its mean amount is not above zero (which the model does not know), the
    /// portfolio's mean alone is given, with a weight of zero for the account's own. Where q is 1 or less the portfolio's mean
    /// is infinite; the account's is still finite where p x + q is above 1.
    #[must_use]
    pub fn expected_spend(&self, account: &SpendSummary) -> SpendExpectation {
        let (p, q, v) = (self.p.value(), self.q.value(), self.v.value());
        let Some((x, z)) = account.usable() else {
            let mean = self.population_mean();
            return SpendExpectation { mean, own_weight: mean.map(|_| 0.0) };
        };
        let own = p * x;
        let above = q - 1.0;
        let all = own + above;
        SpendExpectation {
            mean: (all > 0.0).then(|| p * (v + x * z) / all),
            own_weight: (above > 0.0).then(|| own / all),
        }
    }
}
