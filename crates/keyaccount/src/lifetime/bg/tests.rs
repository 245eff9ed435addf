//! Fits and predictions of the family.

use super::*;
