//! Accounts.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Label, MemberId};

/// A customer organisation that we sell to.
///
/// # Examples
/// ```
/// use keyaccount::Account;
///
/// let account = Account::new("north-plant".parse()?, "North Plant Ltd".parse()?);
/// assert_eq!(account.name.as_str(), "North Plant Ltd");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Identifies the account; unique in a book.
    pub id: AccountId,
    /// Its name for people.
    pub name: Label,
    /// The account it belongs to, such as the group of a subsidiary.
    #[serde(default)]
    pub parent: Option<AccountId>,
    /// The member of our team who answers for it.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// The sales territory it lies in; team changes name territories.
    #[serde(default)]
    pub territory: Option<Label>,
    /// Its industry.
    #[serde(default)]
    pub industry: Option<Label>,
}

impl Account {
    /// An account of which only the name is known.
    #[must_use]
    pub const fn new(id: AccountId, name: Label) -> Self {
        Self { id, name, parent: None, owner: None, territory: None, industry: None }
    }
}
