//! How opportunities fall into segments.

use std::collections::BTreeMap;

use crate::facts::Book;
use crate::funnel::HistoryVerdict;
use crate::values::{Label, OpportunityId, vocabulary};

vocabulary! {
    /// What puts opportunities into segments.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::Segmentation::ProductLine.as_str(), "product_line");
    /// ```
    pub enum Segmentation {
        /// The product line that the opportunity is about.
        ProductLine = "product_line", "product line", "产品线";
        /// The territory it counts for: its own, or else the one of its account.
        Territory = "territory", "territory", "销售区域";
        /// The member of our team who answers for it, as its history tells last.
        Owner = "owner", "owner", "负责人";
        /// The industry of its account.
        Industry = "industry", "industry", "行业";
    }
}

impl Segmentation {
    /// The segment of each opportunity that has a history, where it is known.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, LearningOptions, Playbook, Segmentation, replay_history};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd", "industry": "paper"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (playbook, as_of) = (Playbook::six_stage(), "2026-06-30".parse()?);
    /// let histories = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of)];
    /// let segments = Segmentation::Industry.of(&book, &histories);
    /// assert_eq!(segments["press-line"].as_str(), "paper");
    /// assert!(Segmentation::Territory.of(&book, &histories).is_empty(), "nothing is known of territories");
    /// let options = LearningOptions { segments, ..LearningOptions::default() };
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn of(self, book: &Book, histories: &[HistoryVerdict]) -> BTreeMap<OpportunityId, Label> {
        let segment = |history: &HistoryVerdict| {
            let owner = history.state.as_ref().and_then(|state| state.owner.as_ref());
            let (account, _) = book.opportunity(&history.opportunity)?;
            match self {
                Self::ProductLine => history.product_line.clone(),
                Self::Territory => history.territory.clone(),
                Self::Industry => account.account.industry.clone(),
                // Whatever is an identifier is a label too.
                Self::Owner => owner?.as_str().parse().ok(),
            }
        };
        histories.iter().filter_map(|history| Some((history.opportunity.clone(), segment(history)?))).collect()
    }
}
