//! What a holdout test says.

use serde::{Deserialize, Serialize};

use crate::lifetime::{PurchaseModel, PurchaseModelFit};
use crate::values::{Date, Estimate, Statistic, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// A way to predict how often accounts buy.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::PredictionMethod::RecencyOnly.as_str(), "recency_only");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum PredictionMethod {
        /// The model BG/NBD.
        BgNbd = "bg_nbd", "BG/NBD", "BG/NBD 模型";
        /// The model MBG/NBD.
        MbgNbd = "mbg_nbd", "MBG/NBD", "MBG/NBD 模型";
        /// The model MBG/CNBD-k.
        MbgCnbd = "mbg_cnbd", "MBG/CNBD-k", "MBG/CNBD-k 模型";
        /// The model Pareto/NBD.
        ParetoNbd = "pareto_nbd", "Pareto/NBD", "Pareto/NBD 模型";
        /// No model: the mean of what accounts that had been silent about as long bought next, in the past; ranked by their
        /// silence.
        RecencyOnly = "recency_only", "recency only", "仅按最近购买";
        /// No model: as many repeat orders as in the last days before, as many days as are predicted.
        SameAsLastPeriod = "same_as_last_period", "same as last period", "与上期相同";
    }
}

impl From<PurchaseModel> for PredictionMethod {
    fn from(model: PurchaseModel) -> Self {
        match model {
            PurchaseModel::BgNbd {} => Self::BgNbd,
            PurchaseModel::MbgNbd {} => Self::MbgNbd,
            PurchaseModel::MbgCnbd { .. } => Self::MbgCnbd,
            PurchaseModel::ParetoNbd {} => Self::ParetoNbd,
        }
    }
}

vocabulary! {
    /// By what predictions of purchases are held against what came.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::PredictionScore::AreaUnderCurve.as_str(), "area_under_curve");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum PredictionScore {
        /// Spearman's rank correlation of predicted and actual counts: did those buy most who were predicted most?
        RankCorrelation = "rank_correlation", "rank correlation", "秩相关";
        /// The mean absolute error of predicted counts.
        MeanAbsoluteError = "mean_absolute_error", "mean absolute error", "平均绝对误差";
        /// The root of the mean square error of predicted counts.
        RootMeanSquareError = "root_mean_square_error", "root mean square error", "均方根误差";
        /// How often an account that bought again had been ranked above one that did not (area under the ROC curve).
        AreaUnderCurve = "area_under_curve", "area under the curve", "曲线下面积";
    }
}

/// How good the predictions of a method were.
///
/// # Examples
/// ```
/// use keyaccount::PredictionScores;
///
/// let scores: PredictionScores = serde_json::from_str(r#"{
///     "rank_correlation": "0.59", "mean_absolute_error": "0.74", "root_mean_square_error": "1.6",
///     "area_under_curve": "0.82", "predicted": "1700"
/// }"#)?;
/// assert_eq!(scores.area_under_curve.unwrap().to_string(), "0.82");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PredictionScores {
    /// Spearman's rank correlation of predicted and actual counts, ties with the mean of their ranks; null where all
    /// accounts are alike on one side.
    #[serde(default)]
    pub rank_correlation: Option<Statistic>,
    /// The mean absolute error of the counts.
    pub mean_absolute_error: Statistic,
    /// The root of their mean square error.
    pub root_mean_square_error: Statistic,
    /// The area under the ROC curve of "buys again"; null where all did, or none.
    #[serde(default)]
    pub area_under_curve: Option<Estimate>,
    /// The sum of predicted counts.
    pub predicted: Statistic,
}

/// Accounts that bought again a number of times in the calibration: how many there are, and how many the model expects.
///
/// # Examples
/// ```
/// use keyaccount::CalibrationBucket;
///
/// let bucket: CalibrationBucket =
///     serde_json::from_str(r#"{"repeats": 7, "or_more": true, "actual": 64, "expected": "61.5"}"#)?;
/// assert!(bucket.or_more);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalibrationBucket {
    /// Repeat orders.
    pub repeats: u32,
    /// Whether accounts with more are in it too.
    pub or_more: bool,
    /// Accounts with so many.
    pub actual: usize,
    /// How many the model expects, given when each account began.
    pub expected: Statistic,
}

/// Accounts that bought again a number of times in the calibration: what they bought in the holdout.
///
/// # Examples
/// ```
/// use keyaccount::HoldoutBucket;
///
/// let bucket: HoldoutBucket = serde_json::from_str(r#"{
///     "repeats": 0, "or_more": false, "accounts": 1411, "actual_mean": "0.24", "predicted_mean": "0.23"
/// }"#)?;
/// assert_eq!(bucket.accounts, 1411);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldoutBucket {
    /// Repeat orders in the calibration.
    pub repeats: u32,
    /// Whether accounts with more are in it too.
    pub or_more: bool,
    /// Accounts with so many.
    pub accounts: usize,
    /// The mean of their orders in the holdout; null where there is none.
    #[serde(default)]
    pub actual_mean: Option<Statistic>,
    /// The mean of what was predicted; null where there is none.
    #[serde(default)]
    pub predicted_mean: Option<Statistic>,
}

/// What a method says, and how good that was.
///
/// # Examples
/// See [`validate_purchase_models`](crate::validate_purchase_models).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MethodValidation {
    /// The method.
    pub method: PredictionMethod,
    /// The model as it was fitted on the calibration; null for a method without one.
    #[serde(default)]
    pub fit: Option<PurchaseModelFit>,
    /// How good its predictions were; null where it could not predict.
    #[serde(default)]
    pub scores: Option<PredictionScores>,
    /// Expected against actual accounts by repeat orders in the calibration; empty without a model.
    pub calibration: Vec<CalibrationBucket>,
    /// Predicted against actual orders in the holdout, by repeat orders in the calibration.
    pub holdout: Vec<HoldoutBucket>,
    /// Repeat orders that the model expects in each of the steps, given when each account began; empty without a model.
    pub expected: Vec<Statistic>,
    /// The running sum of these.
    pub expected_cumulative: Vec<Statistic>,
}

/// Repeat orders in one step of the time looked at.
///
/// # Examples
/// ```
/// use keyaccount::HoldoutStep;
///
/// let step: HoldoutStep = serde_json::from_str(
///     r#"{"last": "1997-01-07", "in_holdout": false, "actual": 3, "actual_cumulative": 3}"#,
/// )?;
/// assert_eq!(step.actual, 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldoutStep {
    /// Its last day.
    pub last: Date,
    /// Whether it lies in the holdout, at least in part.
    pub in_holdout: bool,
    /// Repeat orders in it.
    pub actual: usize,
    /// Repeat orders up to its last day.
    pub actual_cumulative: usize,
}

/// The method that was best by a score.
///
/// # Examples
/// ```
/// use keyaccount::{BestPrediction, PredictionMethod};
///
/// let best: BestPrediction =
///     serde_json::from_str(r#"{"score": "mean_absolute_error", "method": "same_as_last_period"}"#)?;
/// assert_eq!(best.method, PredictionMethod::SameAsLastPeriod);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BestPrediction {
    /// The score.
    pub score: PredictionScore,
    /// The method; of equals the one that is listed first.
    pub method: PredictionMethod,
}

/// Models fitted on a calibration, held against what came after it, beside two baselines that need no model.
///
/// # Examples
/// See [`validate_purchase_models`](crate::validate_purchase_models).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValidationVerdict {
    /// The day of the verdict, the last of the holdout.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The day of the first order; null where there is none.
    #[serde(default)]
    pub calibration_start: Option<Date>,
    /// The last day of the calibration.
    pub calibration_end: Date,
    /// Days of the holdout.
    pub holdout_days: u32,
    /// Accounts that ordered in the calibration.
    pub accounts: usize,
    /// Of these, the ones that ordered again in it.
    pub repeaters: usize,
    /// Of the accounts, the ones that ordered in the holdout.
    pub bought_again: usize,
    /// Their orders in the holdout, those of one day as one.
    pub actual: usize,
    /// Accounts left out: their first order came after the calibration, or never.
    pub left_out: usize,
    /// Days of a step: a week, or as many weeks as keep the steps below a thousand.
    pub step_days: u32,
    /// Repeat orders by step, over both parts.
    pub steps: Vec<HoldoutStep>,
    /// Each method, models first.
    pub methods: Vec<MethodValidation>,
    /// Which was best by which score.
    pub best_by: Vec<BestPrediction>,
    /// How it was computed.
    pub reasons: Vec<Reason>,
}
