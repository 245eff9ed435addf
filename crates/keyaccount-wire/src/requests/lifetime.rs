//! The requests of the purchase models.

use std::num::NonZeroU32;

use keyaccount::{
    AccountId, Date, Facts, GridOptions, ParameterPrior, PurchaseModel, PurchaseModelParameters, RetentionChange,
    RetentionFigures, RoundColumns, RoundModelParameters, SpendColumns, SpendModelParameters, Statistic,
    SummaryColumns,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PlaybookSource;

request! {
    /// Asks for what the purchase models need to know of each account: frequency, recency, age, mean spend.
    SummarisePurchasesRequest, "summarise_purchases", r#"{
    "book": {"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]},
    "as_of": "2026-06-30"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
    }
}

request! {
    /// Asks to fit a purchase model, either on summaries or on a book as of a day.
    FitPurchaseModelRequest, "fit_purchase_model", r#"{
    "summaries": {"frequency": [2, 0, 1], "recency": ["30", "0", "4"], "age": ["39", "39", "30"]},
    "model": {"type": "bg_nbd"}
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The summaries; null where there is a book.
        #[serde(default)]
        summaries: Option<SummaryColumns>,
        /// The facts; null where there are summaries.
        #[serde(default)]
        book: Option<Facts>,
        /// The day of the verdict; null where there are summaries.
        #[serde(default)]
        as_of: Option<Date>,
        /// The model; null means the playbook's.
        #[serde(default)]
        model: Option<PurchaseModel>,
        /// What is believed of parameters beforehand; null means the playbook's priors.
        #[serde(default)]
        priors: Option<Vec<ParameterPrior>>,
    }
}

request! {
    /// Asks for the scores of summaries by a model with given parameters.
    ScorePurchaseModelRequest, "score_purchase_model", r#"{
    "parameters": {"type": "bg_nbd", "r": "0.243", "alpha": "4.414", "a": "0.793", "b": "2.426"},
    "summaries": {"frequency": [2], "recency": ["30.43"], "age": ["38.86"]},
    "horizon": "39"
}"# {
        /// The model with its parameters.
        parameters: PurchaseModelParameters,
        /// The summaries, in the parameters' unit of time.
        summaries: SummaryColumns,
        /// The time ahead, in the same unit.
        horizon: Statistic,
    }
}

request! {
    /// Asks for a model over a grid of frequencies and recencies, for a heat map.
    PurchaseModelGridRequest, "purchase_model_grid", r#"{
    "parameters": {"type": "bg_nbd", "r": "0.243", "alpha": "4.414", "a": "0.793", "b": "2.426"},
    "grid": {"age": "39", "horizon": "39", "most_frequency": 2, "recency_steps": 3}
}"# {
        /// The model with its parameters.
        parameters: PurchaseModelParameters,
        /// The grid.
        grid: GridOptions,
    }
}

request! {
    /// Asks to fit the model of purchases in rounds (BG/BB): tenders, seasons, renewals.
    FitRoundModelRequest, "fit_round_model", r#"{
    "summaries": {"frequency": [2, 0, 1], "recency": [4, 0, 1], "rounds": [6, 6, 6]}
}"# {
        /// In how many rounds each account bought, when last, and how many there were.
        summaries: RoundColumns,
        /// What is believed of the parameters beforehand; null means nothing.
        #[serde(default)]
        priors: Option<Vec<ParameterPrior>>,
    }
}

request! {
    /// Asks for the scores of accounts that buy in rounds by the BG/BB model with given parameters.
    ScoreRoundModelRequest, "score_round_model", r#"{
    "parameters": {"alpha": "1.204", "beta": "0.75", "gamma": "0.657", "delta": "2.783"},
    "summaries": {"frequency": [6], "recency": [6], "rounds": [6]},
    "rounds": 5
}"# {
        /// The model's parameters.
        parameters: RoundModelParameters,
        /// In how many rounds each account bought, when last, and how many there were.
        summaries: RoundColumns,
        /// The rounds ahead, 0 to 100,000.
        rounds: u32,
    }
}

request! {
    /// Asks to fit the model of what repeat purchases are worth (Gamma-Gamma).
    FitSpendModelRequest, "fit_spend_model", r#"{
    "summaries": {"frequency": [2, 6, 9], "mean": ["32.8", "19.7", "35.5"]}
}"# {
        /// How often each account bought again, and the mean amount.
        summaries: SpendColumns,
        /// What is believed of the parameters beforehand; null means nothing.
        #[serde(default)]
        priors: Option<Vec<ParameterPrior>>,
    }
}

request! {
    /// Asks what accounts are expected to spend on a purchase, by the Gamma-Gamma model with given parameters.
    ScoreSpendModelRequest, "score_spend_model", r#"{
    "parameters": {"p": "6.25", "q": "3.74", "v": "15.44"},
    "summaries": {"frequency": [1], "mean": ["75"]}
}"# {
        /// The model's parameters.
        parameters: SpendModelParameters,
        /// How often each account bought again, and the mean amount.
        summaries: SpendColumns,
    }
}

request! {
    /// Asks what each account of a book is worth.
    JudgeLifetimeValueRequest, "judge_lifetime_value", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "purchases": [{"id": "o1", "account": "north-plant", "on": "2026-01-12", "supplier": {"type": "us"}}]
    },
    "as_of": "2026-06-30",
    "parameters": {"type": "mbg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The day of the verdict.
        as_of: Date,
        /// The model of purchases; null means the playbook's.
        #[serde(default)]
        model: Option<PurchaseModel>,
        /// Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book.
        #[serde(default)]
        parameters: Option<PurchaseModelParameters>,
        /// Parameters of spend that were fitted elsewhere, in the reporting currency; null means the same.
        #[serde(default)]
        spend_parameters: Option<SpendModelParameters>,
        /// What is believed of parameters beforehand; null means the playbook's priors.
        #[serde(default)]
        priors: Option<Vec<ParameterPrior>>,
    }
}

request! {
    /// Asks how good models would have been: fitted up to a past day, held against what came after.
    ValidatePurchaseModelsRequest, "validate_purchase_models", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "purchases": [{"id": "o1", "account": "north-plant", "on": "2026-01-12", "supplier": {"type": "us"}}]
    },
    "calibration_end": "2026-03-31",
    "as_of": "2026-06-30"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The last day that models know of.
        calibration_end: Date,
        /// The day of the verdict, the last of the holdout.
        as_of: Date,
        /// The models; null means all.
        #[serde(default)]
        models: Option<Vec<PurchaseModel>>,
        /// What is believed of parameters beforehand; null means the playbook's priors.
        #[serde(default)]
        priors: Option<Vec<ParameterPrior>>,
    }
}

request! {
    /// Asks how probable it was, day by day, that an account still buys.
    AliveHistoryRequest, "alive_history", r#"{
    "book": {
        "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
        "purchases": [{"id": "o1", "account": "north-plant", "on": "2026-01-12", "supplier": {"type": "us"}}]
    },
    "account": "north-plant",
    "as_of": "2026-06-30",
    "step_days": 30,
    "parameters": {"type": "mbg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// The facts.
        book: Facts,
        /// The account.
        account: AccountId,
        /// The last day.
        as_of: Date,
        /// The first day; null means that of the account's first order.
        #[serde(default)]
        from: Option<Date>,
        /// Days from point to point; null means 1.
        #[serde(default)]
        step_days: Option<NonZeroU32>,
        /// Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book.
        #[serde(default)]
        parameters: Option<PurchaseModelParameters>,
    }
}

request! {
    /// Asks what keeping more customers would change, from figures or from a book.
    RetentionWhatIfRequest, "retention_what_if", r#"{
    "figures": {"accounts": 200, "retention": "0.8", "annual_margin": {"amount": "1500", "currency": "EUR"}},
    "change": {"type": "points", "points": "0.05"},
    "as_of": "2026-06-30"
}"# {
        /// The policy; null means the six-stage preset.
        #[serde(default)]
        playbook: Option<PlaybookSource>,
        /// Figures to start from; null where there is a book.
        #[serde(default)]
        figures: Option<RetentionFigures>,
        /// The facts, whose portfolio is the start; null where there are figures.
        #[serde(default)]
        book: Option<Facts>,
        /// The day of the verdict.
        as_of: Date,
        /// By how much defection is cut.
        change: RetentionChange,
        /// The model of purchases; null means the playbook's.
        #[serde(default)]
        model: Option<PurchaseModel>,
        /// Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book.
        #[serde(default)]
        parameters: Option<PurchaseModelParameters>,
        /// Parameters of spend that were fitted elsewhere, in the reporting currency; null means the same.
        #[serde(default)]
        spend_parameters: Option<SpendModelParameters>,
        /// What is believed of parameters beforehand; null means the playbook's priors.
        #[serde(default)]
        priors: Option<Vec<ParameterPrior>>,
    }
}
