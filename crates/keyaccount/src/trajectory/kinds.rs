//! The words of a purchase trajectory: kinds, states and causes.

use crate::values::vocabulary;

vocabulary! {
    /// How regular an account's intervals between orders are.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::RegularityKind::Clockwork.as_str(), "clockwork");
    /// ```
    pub enum RegularityKind {
        /// Like a standing order: a shape of 8 or more.
        Clockwork = "clockwork", "clockwork", "极有规律";
        /// More regular than chance: a shape of 2 to 8.
        Regular = "regular", "regular", "有规律";
        /// As if by chance, at a steady rate: a shape about 1.
        Chance = "chance", "by chance", "随机";
        /// In bursts with long pauses: a shape below 0.7.
        Clumped = "clumped", "in clumps", "集中成簇";
    }
}

vocabulary! {
    /// Whether an account buys in certain months.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::SeasonState::NoneFound.as_str(), "none_found");
    /// ```
    pub enum SeasonState {
        /// Too few whole years of orders to tell a season from a coincidence.
        TooShort = "too_short", "history too short", "历史太短";
        /// Enough years, but too few orders in them.
        TooFewOrders = "too_few_orders", "too few orders", "订单太少";
        /// Looked for and not found: what concentration there is may well be chance, or came only once.
        NoneFound = "none_found", "no season found", "未发现季节性";
        /// Orders concentrate in certain months, year after year.
        Found = "found", "season found", "有季节性";
    }
}

vocabulary! {
    /// How usual a silence is for an account. Source: `[KRM]`, D14.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::SilenceState::Overdue.as_str(), "overdue");
    /// ```
    pub enum SilenceState {
        /// There is no rhythm to hold it against.
        Unknown = "unknown", "no rhythm", "无规律可循";
        /// As long as silences of this account often are.
        Usual = "usual", "usual", "正常";
        /// Longer than most of its silences, and not yet out of the ordinary.
        Long = "long", "long", "偏长";
        /// So long as to be improbable if the account still bought as usual; and it did not come back several times from
        /// silences as long.
        Overdue = "overdue", "overdue", "逾期";
    }
}

vocabulary! {
    /// How long the periods of a trend are: the shortest that hold a few of the account's usual intervals.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::TrendPeriod::HalfYear.as_str(), "half_year");
    /// ```
    pub enum TrendPeriod {
        /// Calendar months.
        Month = "month", "month", "月";
        /// Calendar quarters.
        Quarter = "quarter", "quarter", "季度";
        /// Calendar half-years.
        HalfYear = "half_year", "half-year", "半年";
        /// Calendar years.
        Year = "year", "year", "年";
    }
}

vocabulary! {
    /// Why no trend of spend is told.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::NoTrend::TooShort.as_str(), "too_short");
    /// ```
    pub enum NoTrend {
        /// The account has no rhythm, so that no length of period suits it.
        NoRhythm = "no_rhythm", "no rhythm", "无规律可循";
        /// Too few whole periods whose spend is known.
        TooShort = "too_short", "too short to tell", "时间太短";
    }
}

vocabulary! {
    /// Why no next order is predicted.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::NoPrediction::NoRhythm.as_str(), "no_rhythm");
    /// ```
    pub enum NoPrediction {
        /// The account has no rhythm.
        NoRhythm = "no_rhythm", "no rhythm", "无规律可循";
        /// Its order is overdue: that it still buys as usual is improbable.
        RhythmBroken = "rhythm_broken", "rhythm broken", "规律已中断";
    }
}

vocabulary! {
    /// Why a return is not taken off an order, or not wholly.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::UnmatchedCause::NoEarlierOrder.as_str(), "no_earlier_order");
    /// ```
    pub enum UnmatchedCause {
        /// No earlier order of the same product, category or amount is known.
        NoEarlierOrder = "no_earlier_order", "no earlier order", "无对应的先前订单";
        /// More goes back than the earlier orders came to.
        MoreThanOrdered = "more_than_ordered", "more than was ordered", "超过订购金额";
        /// What went back is known in pieces only, not in money.
        NoAmount = "no_amount", "no amount", "无金额";
    }
}
