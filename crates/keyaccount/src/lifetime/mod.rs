//! Lifetime: what an account will buy yet, and whether it still buys at all, from models of repeat purchase whose parameters
//! are fitted on the user's own accounts. Source: `[CMH]`, `[CCA]`, D20.
//!
//! # The models
//! All of them say the same of an account: while it is alive it buys at random, at a rate of its own; one day it leaves, and
//! nobody is told. Rates and chances to leave differ between accounts by distributions whose parameters are fitted. What is
//! to be known of an account is a [`PurchaseSummary`]: how often it bought again, when last, and since when.
//!
//! | model | an account leaves | purchases | use it |
//! |---|---|---|---|
//! | BG/NBD (Fader, Hardie & Lee 2005) | after a repeat purchase, with a chance of its own | at random | the usual choice; who never bought again counts as alive for certain |
//! | MBG/NBD (Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007) | after any purchase, the first one too | at random | where many buy once and never again |
//! | MBG/CNBD-k (Platzer & Reutterer 2016) | as MBG/NBD | more regular than at random: every k-th event of a random process | where accounts have a rhythm, as most in B2B do: silence tells more, and sooner |
//! | Pareto/NBD (Schmittlein, Morrison & Colombo 1987) | at any moment, at a rate of its own | at random | where accounts leave for reasons that have nothing to do with a purchase; slower to fit |
//!
//! Regularity k = 1 is MBG/NBD itself. k can be chosen by likelihood, where summaries carry the logarithms of their
//! intervals.
//!
//! # Parameters
//! Purchase rates λ are gamma distributed with shape r and rate α (of the k-fold rate, for the regular model); the chances p
//! to leave after a purchase are beta distributed with shapes a and b. α alone has a unit, that of time. Fitted parameters
//! are rounded to twelve significant digits, so that predictions do not depend on where the parameters were kept.
//!
//! In Pareto/NBD the rates to leave are gamma distributed like the purchase rates, with shape s and rate β, a time as α is.
//!
//! # What a purchase is worth, and all of them
//! [`fit_spend_model`] fits the Gamma-Gamma model of amounts (Colombo & Jiang 1999; Fader, Hardie & Lee 2005): an account's
//! expected amount is its own mean, drawn towards the portfolio's the more the less it has bought.
//! [`PurchaseModelParameters::discounted_purchases`] discounts the purchases of any model, over a horizon or for ever, and
//! [`PurchaseModelParameters::lifetime_value`] puts margin and amount to them. [`PurchaseModelParameters::next_purchase`]
//! tells when the next one is due, if there is one.
//!
//! # Purchases in rounds
//! Where accounts can only buy at given times (yearly tenders, seasons, renewals), [`fit_round_model`] fits the BG/BB model
//! (Fader, Hardie & Shang 2010): in each round an account that is still there buys with a chance of its own, and before each
//! it may leave with another. [`score_rounds`] predicts many accounts.
//!
//! # Numbers
//! Predictions are exact: rates and chances are integrated out analytically, for counts of purchases too. Where the
//! hypergeometric function of the papers loses digits (a = 1, great counts, tiny or huge parameters), sums and integrals
//! with positive terms alone take over.
#![doc = include_str!("README.md")]

mod bg;
mod cells;
mod discount;
mod dual;
mod fit;
mod hypergeometric;
mod log_concave;
mod matrix;
mod maximise;
mod model;
mod negative_binomial;
mod next_purchase;
mod parameter;
mod pareto_nbd;
mod prior;
mod process;
mod quadrature;
mod real;
mod rising;
mod rounds;
mod spend;
mod summary;

#[cfg(test)]
mod property_tests;

mod book;
mod columns;
mod holdout;
mod retention;

pub use discount::DiscountRate;
pub use fit::{FitStatus, ModelFit, ParameterEstimate};
pub use model::{
    FitOptions, PurchaseModel, PurchaseModelFit, PurchaseModelParameters, Regularity, RegularityTrial,
    fit_purchase_model,
};
pub use next_purchase::NextPurchase;
pub use parameter::ModelParameter;
pub use prior::Prior;
pub use process::{PurchaseCounts, PurchaseScore};
pub use rounds::{RoundModelFit, RoundModelParameters, RoundSummary, fit_round_model};
pub use spend::{SpendExpectation, SpendLeftOut, SpendModelFit, SpendModelParameters, SpendSummary, fit_spend_model};
pub use summary::PurchaseSummary;

pub use book::*;
pub use columns::*;
pub use holdout::*;
pub use retention::*;
