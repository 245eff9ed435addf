//! How lately, how often and for how much accounts buy, what they are called for it, and how much of our business hangs on
//! how few of them. Source: D14, D19; the names of segments are the field's.
//!
//! ```text
//! purchases ─ price.rs ─► measure.rs ─► score.rs ─► score_rfm
//!           │                └────────► concentration/ ─► value_concentration
//! columns ──┴ columns/ ─► summarise_purchases
//! ```

mod columns;
mod concentration;
mod measure;
mod options;
mod price;
mod score;
mod tell;
mod verdict;

pub use columns::{AccountPurchases, PurchaseColumns, PurchaseTotals, summarise_purchases};
pub use concentration::{
    ConcentrationOptions, ConcentrationUnit, ConcentrationVerdict, LorenzPoint, TargetReach, TopShare, ValueHolder,
    value_concentration,
};
pub use options::{RecencyBasis, RfmMethod, RfmOptions};
pub use price::UnpricedOrder;
pub use score::score_rfm;
pub use verdict::{RfmAccount, RfmMeasure, RfmReceipt, RfmScale, RfmScaleClass, RfmSegmentSummary, RfmVerdict};

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count; an overflow fails the test")]
mod property_tests;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count; an overflow fails the test")]
mod testing;
#[cfg(test)]
mod tests;
