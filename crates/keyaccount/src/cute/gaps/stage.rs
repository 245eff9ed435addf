//! The stage an opportunity stands in held against what its committee has been covered for.

use crate::cute::gap::CoverageGap;
use crate::cute::view::View;

/// Requirements of an earlier stage that are not met.
pub(super) fn stage(_view: &View<'_>) -> Option<CoverageGap> {
    None
}
