//! Was the model right? Fitted on what was known on a past day, held against what came after.

mod agreement;
mod baselines;
