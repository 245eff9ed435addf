//! Gaps that concern the committee as a whole: its key people, its influence, and how its support moves.

use crate::cute::gap::CoverageGap;
use crate::cute::view::View;

/// Every gap of the committee as a whole.
pub(super) fn whole(_view: &View<'_>) -> Vec<CoverageGap> {
    Vec::new()
}
