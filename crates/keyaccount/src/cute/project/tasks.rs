//! The open tasks of an opportunity. Source: `[CCA]`, D9.

use serde::{Deserialize, Serialize};

use crate::facts::{AccountBook, FactKind, FactReference, OpportunityBook, Task};
use crate::values::{Date, Label, MemberId, StakeholderId, TaskId};

/// An open task on a day.
///
/// # Examples
/// ```
/// use keyaccount::TaskStatus;
///
/// let task: TaskStatus = serde_json::from_str(r#"{
///     "task": "task-9", "title": "bring the test report", "owner": "sales-1", "stakeholder": "np-engineer",
///     "due_on": "2026-05-20", "is_overdue": true, "days_overdue": 10
/// }"#)?;
/// assert_eq!(task.days_overdue, Some(10));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskStatus {
    /// The task.
    pub task: TaskId,
    /// What is to be done.
    pub title: Label,
    /// Who of us is to do it; null means nobody yet.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// The person it concerns.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// The day by which it is to be done; null means that none is set.
    #[serde(default)]
    pub due_on: Option<Date>,
    /// Whether that day has passed.
    pub is_overdue: bool,
    /// Days since then; null where it is not overdue.
    #[serde(default)]
    pub days_overdue: Option<u32>,
}

impl TaskStatus {
    fn new(task: &Task, as_of: Date) -> Self {
        let due = task.due_on.filter(|due| *due < as_of);
        Self {
            task: task.id.clone(),
            title: task.title.clone(),
            owner: task.owner.clone(),
            stakeholder: task.stakeholder.clone(),
            due_on: task.due_on,
            is_overdue: due.is_some(),
            days_overdue: due.and_then(|due| u32::try_from(as_of.days_since(due)).ok()),
        }
    }

    /// The task it is.
    pub(super) fn reference(&self) -> FactReference {
        FactReference::new(FactKind::Task, &self.task)
    }
}

/// The tasks of an opportunity that are open at the end of a day: the one due first comes first, those without a date
/// come last.
///
/// Tasks of the account that serve no opportunity in particular are not among them.
///
/// # Examples
/// ```
/// use keyaccount::{Book, list_open_tasks};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "tasks": [
///         {"id": "task-1", "account": "north-plant", "title": "send the data sheet", "opportunity": "press-line",
///          "opened_on": "2026-05-01", "closed_on": "2026-05-20"},
///         {"id": "task-2", "account": "north-plant", "title": "bring the test report", "opportunity": "press-line",
///          "due_on": "2026-05-20"}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let tasks = list_open_tasks(account, opportunity, "2026-05-30".parse()?);
/// assert_eq!(tasks.len(), 1);
/// assert_eq!((tasks[0].task.as_str(), tasks[0].days_overdue), ("task-2", Some(10)));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn list_open_tasks(account: &AccountBook, opportunity: &OpportunityBook, as_of: Date) -> Vec<TaskStatus> {
    let serves = |task: &&Task| task.opportunity.as_ref() == Some(&opportunity.opportunity.id);
    let open = account.tasks.iter().filter(serves).filter(|task| task.is_open_on(as_of));
    let mut tasks: Vec<TaskStatus> = open.map(|task| TaskStatus::new(task, as_of)).collect();
    tasks.sort_by(|a, b| {
        let key = |task: &TaskStatus| (task.due_on.is_none(), task.due_on);
        key(a).cmp(&key(b)).then_with(|| a.task.cmp(&b.task))
    });
    tasks
}
