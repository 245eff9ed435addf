//! The four files and the fields that are read from them.

use std::fmt;

use serde::Deserialize;

/// One of the four files of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Opportunities,
    History,
    Accounts,
    Contacts,
}

/// How much a field matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Without its column no row of the file means anything.
    Required,
    /// A missing column is a problem; the field is unknown.
    Expected,
    /// Many exports have no such column.
    Optional,
}

/// A field that a column may hold; the mapping's keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Field {
    Account,
    Amount,
    By,
    CloseDate,
    Created,
    Currency,
    Department,
    ForecastCategory,
    Id,
    Industry,
    IsClosed,
    IsDeleted,
    IsWon,
    Modified,
    Name,
    Opportunity,
    Owner,
    Parent,
    Probability,
    ProductLine,
    ReportsTo,
    Stage,
    Territory,
    Title,
}

impl Field {
    /// The mapping's key.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Amount => "amount",
            Self::By => "by",
            Self::CloseDate => "close_date",
            Self::Created => "created",
            Self::Currency => "currency",
            Self::Department => "department",
            Self::ForecastCategory => "forecast_category",
            Self::Id => "id",
            Self::Industry => "industry",
            Self::IsClosed => "is_closed",
            Self::IsDeleted => "is_deleted",
            Self::IsWon => "is_won",
            Self::Modified => "modified",
            Self::Name => "name",
            Self::Opportunity => "opportunity",
            Self::Owner => "owner",
            Self::Parent => "parent",
            Self::Probability => "probability",
            Self::ProductLine => "product_line",
            Self::ReportsTo => "reports_to",
            Self::Stage => "stage",
            Self::Territory => "territory",
            Self::Title => "title",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FileKind {
    pub(super) const ALL: [Self; 4] = [Self::Opportunities, Self::History, Self::Accounts, Self::Contacts];

    /// The mapping's key.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Opportunities => "opportunities",
            Self::History => "history",
            Self::Accounts => "accounts",
            Self::Contacts => "contacts",
        }
    }

    /// The fields of the file.
    pub(super) const fn fields(self) -> &'static [(Field, Need)] {
        use Field::*;
        use Need::*;
        match self {
            Self::Opportunities => &[
                (Id, Required),
                (Account, Required),
                (Name, Expected),
                (Stage, Required),
                (Amount, Expected),
                (Currency, Optional),
                (Probability, Expected),
                (CloseDate, Expected),
                (Created, Expected),
                (Modified, Expected),
                (By, Optional),
                (Owner, Optional),
                (ProductLine, Optional),
                (Territory, Optional),
                (ForecastCategory, Optional),
                (IsClosed, Optional),
                (IsWon, Optional),
                (IsDeleted, Optional),
            ],
            Self::History => &[
                (Id, Expected),
                (Opportunity, Required),
                (Created, Required),
                (By, Optional),
                (Stage, Required),
                (Amount, Expected),
                (Currency, Optional),
                (Probability, Expected),
                (CloseDate, Expected),
                (ForecastCategory, Optional),
                (Modified, Optional),
                (IsDeleted, Optional),
            ],
            Self::Accounts => &[
                (Id, Required),
                (Name, Expected),
                (Parent, Optional),
                (Owner, Optional),
                (Territory, Optional),
                (Industry, Optional),
                (IsDeleted, Optional),
            ],
            Self::Contacts => &[
                (Id, Required),
                (Account, Required),
                (Name, Expected),
                (Title, Optional),
                (Department, Optional),
                (ReportsTo, Optional),
                (IsDeleted, Optional),
            ],
        }
    }

    /// What the import makes of it when the file is missing.
    pub(super) const fn without(self) -> &'static str {
        match self {
            Self::Opportunities => "nothing can be imported",
            Self::History => "every opportunity is taken to stand as it was created",
            Self::Accounts => "accounts are made from the ids that opportunities and contacts name",
            Self::Contacts => "there are no stakeholders",
        }
    }
}
