//! What the model of rounds knows of an account: in how many it bought, when last, and how many there were.

use crate::problem::{Problem, ProblemCode};

/// The most rounds: sums over rounds stay quick.
pub(super) const MOST_ROUNDS: u32 = 100_000;

/// An account's purchases where they can only happen in rounds: yearly tenders, seasons, fairs, renewals, appeals.
///
/// In the papers these are x, t_x and n. Rounds count from the first purchase, which is none itself: of `rounds` (n) that
/// followed it, the account bought in `frequency` (x), the last time in round number `recency` (t_x).
///
/// # Examples
/// Six yearly tenders since the first contract; won the first, second and fourth:
/// ```
/// use keyaccount::RoundSummary;
///
/// let summary = RoundSummary::try_new(3, 4, 6)?;
/// assert_eq!((summary.frequency(), summary.recency(), summary.rounds()), (3, 4, 6));
/// assert!(RoundSummary::try_new(5, 4, 6).is_err(), "five purchases in four rounds");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoundSummary {
    frequency: u32,
    recency: u32,
    rounds: u32,
}

impl RoundSummary {
    /// First bought just now: there was no round yet.
    pub const FIRST: Self = Self { frequency: 0, recency: 0, rounds: 0 };

    /// Purchases in `frequency` of so many rounds, the last in round number `recency`.
    ///
    /// # Errors
    /// A [`Problem`] where there are more than 100,000 rounds, a recency beyond the last round, more purchases than rounds up
    /// to the last purchase, or one of frequency and recency is zero and the other not.
    pub fn try_new(frequency: u32, recency: u32, rounds: u32) -> Result<Self, Problem> {
        if rounds > MOST_ROUNDS {
            let message = format!("{rounds} are too many rounds");
            return Err(Problem::new(ProblemCode::NumberOutOfRange, rounds, message, "0 to 100000").at("rounds"));
        }
        if recency > rounds {
            let message = format!("round {recency} is not among the {rounds} rounds");
            let allowed = format!("0 to {rounds}");
            return Err(Problem::new(ProblemCode::NumberOutOfRange, recency, message, allowed).at("recency"));
        }
        if frequency > recency || (frequency == 0) != (recency == 0) {
            let message = format!("{frequency} purchases do not go with the last one in round {recency}");
            let allowed = "at most one purchase a round, and 0 exactly where the recency is 0";
            return Err(Problem::new(ProblemCode::ConflictingFields, frequency, message, allowed).at("frequency"));
        }
        Ok(Self { frequency, recency, rounds })
    }

    /// In how many rounds it bought (x).
    #[must_use]
    pub const fn frequency(&self) -> u32 {
        self.frequency
    }

    /// The round of its last purchase, counted from 1 (t_x); 0 where it has not bought again.
    #[must_use]
    pub const fn recency(&self) -> u32 {
        self.recency
    }

    /// How many rounds there were since the first purchase (n).
    #[must_use]
    pub const fn rounds(&self) -> u32 {
        self.rounds
    }
}
