//! What is wrong with an input: one shape for every kind of bad input, everywhere.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::values::vocabulary;

/// Stands before `NaN` and the infinities where they were no JSON, so that they pass for no text.
pub(crate) const NOT_A_NUMBER_MARK: char = '\u{1}';

/// Longest piece of an offending value that a problem quotes, in characters.
const QUOTED_LENGTH: usize = 80;

vocabulary! {
    /// The stable code of a problem: programs match on this, people read the message.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Account, ProblemCode, read_json};
    ///
    /// let problems = read_json::<Account>(r#"{"id": "north-plant", "parent": ""}"#).unwrap_err();
    /// assert_eq!(problems[0].code, ProblemCode::InvalidId);
    /// assert_eq!(problems[0].code.as_str(), "invalid_id");
    /// ```
    pub enum ProblemCode {
        /// The text is not JSON at all, so nothing in it can be read.
        InvalidJson = "invalid_json", "invalid JSON", "JSON 无效";
        /// The text is not TOML at all, so nothing in it can be read.
        InvalidToml = "invalid_toml", "invalid TOML", "TOML 无效";
        /// A required field is absent.
        MissingField = "missing_field", "missing field", "缺少字段";
        /// A field that this record does not have.
        UnknownField = "unknown_field", "unknown field", "未知字段";
        /// A field given twice in one record.
        DuplicateField = "duplicate_field", "duplicate field", "字段重复";
        /// A value of another JSON type than the field takes.
        WrongType = "wrong_type", "wrong type", "类型错误";
        /// A word outside the field's vocabulary.
        UnknownValue = "unknown_value", "unknown value", "未知取值";
        /// An identifier that is blank, too long, or holds control characters.
        InvalidId = "invalid_id", "invalid identifier", "标识无效";
        /// A text that is blank, or holds control characters.
        InvalidText = "invalid_text", "invalid text", "文本无效";
        /// A text or identifier over its length limit.
        TextTooLong = "text_too_long", "text too long", "文本过长";
        /// Not a day of the calendar, or not written `YYYY-MM-DD`.
        InvalidDate = "invalid_date", "invalid date", "日期无效";
        /// A day outside 1900-01-01 to 2199-12-31.
        DateOutOfRange = "date_out_of_range", "date out of range", "日期超出范围";
        /// Not a date, nor a date and time of day.
        InvalidMoment = "invalid_moment", "invalid moment", "时刻无效";
        /// Neither a time zone's name nor an offset from UTC.
        UnknownTimeZone = "unknown_time_zone", "unknown time zone", "未知时区";
        /// Not a decimal number.
        InvalidNumber = "invalid_number", "invalid number", "数字无效";
        /// A number outside the range the field takes.
        NumberOutOfRange = "number_out_of_range", "number out of range", "数字超出范围";
        /// An amount below zero where only zero or more makes sense.
        NegativeAmount = "negative_amount", "negative amount", "金额为负";
        /// An amount too large, or with more decimal places than money has.
        AmountOutOfRange = "amount_out_of_range", "amount out of range", "金额超出范围";
        /// Not an ISO 4217 currency code.
        UnknownCurrency = "unknown_currency", "unknown currency", "未知货币";
        /// An amount in another currency than the sum it belongs to.
        MixedCurrencies = "mixed_currencies", "mixed currencies", "货币不一致";
        /// A probability outside 0 to 1.
        InvalidProbability = "invalid_probability", "invalid probability", "概率无效";
        /// The same record twice, word for word.
        DuplicateFact = "duplicate_fact", "duplicate fact", "重复记录";
        /// Two records of one kind with the same identifier and different contents.
        ConflictingId = "conflicting_id", "conflicting identifier", "标识冲突";
        /// A reference to a record that is not there, or was itself left out.
        DanglingReference = "dangling_reference", "dangling reference", "引用不存在";
        /// A reference to a record that belongs to another account.
        ForeignReference = "foreign_reference", "reference to another account", "引用属于其他客户";
        /// Members of our team who report to each other in a circle, an account that is its own ancestor, or a relationship
        /// of somebody to themselves.
        ReferenceCycle = "reference_cycle", "reference cycle", "引用成环";
        /// Two fields of one row contradict each other.
        ConflictingFields = "conflicting_fields", "conflicting fields", "字段相互矛盾";
        /// Two dates in an order that cannot be.
        DateOrder = "date_order", "dates in impossible order", "日期顺序矛盾";
        /// Columns of one table that have different lengths.
        UnequalLengths = "unequal_lengths", "unequal lengths", "长度不一";
        /// A list that needs at least one entry has none.
        EmptyList = "empty_list", "empty list", "列表为空";
        /// A name that must be unique is used twice.
        DuplicateName = "duplicate_name", "duplicate name", "名称重复";
        /// A name that nothing in the playbook defines.
        UndefinedName = "undefined_name", "undefined name", "名称未定义";
        /// Two settings that contradict each other.
        InconsistentSettings = "inconsistent_settings", "inconsistent settings", "设置矛盾";
        /// An opportunity, account or operation that the request names and the book lacks.
        NotFound = "not_found", "not found", "未找到";
    }
}

/// One thing that is wrong with an input: where, what, and what would be right.
///
/// # Examples
/// ```
/// use keyaccount::{Date, ProblemCode};
///
/// let error = "2026-02-31".parse::<Date>().unwrap_err();
/// assert_eq!(error.code, ProblemCode::InvalidDate);
/// assert_eq!(error.value, "2026-02-31");
/// assert!(error.to_string().contains("YYYY-MM-DD"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// The stable code.
    pub code: ProblemCode,
    /// Where in the input, such as `opportunities[3].account`; empty for the whole input.
    pub path: String,
    /// The offending value, cut after 80 characters; empty where there is none.
    pub value: String,
    /// What would be accepted, in words; empty where the message says all.
    pub allowed: String,
    /// One sentence for a person.
    pub message: String,
}

impl Problem {
    /// A problem with its offending value and what is allowed; the path is added by whoever knows it.
    pub(crate) fn new(
        code: ProblemCode,
        value: impl fmt::Display,
        message: impl Into<String>,
        allowed: impl Into<String>,
    ) -> Self {
        Self {
            code,
            path: String::new(),
            value: quote(&value.to_string()),
            allowed: allowed.into(),
            message: message.into(),
        }
    }

    /// The same problem at a path.
    pub(crate) fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// Reads back a problem from the text of an error that passed through serde, which carries text only.
    pub(crate) fn from_text(text: &str) -> Self {
        let text = &without_position(text).replace("\"\\u{1}NaN\"", "NaN").replace("\"\\u{1}Infinity\"", "Infinity");
        let (message, allowed, code) = match split_code(text) {
            Some((body, code)) => {
                // The quoted value comes first and may hold anything; what is allowed comes last.
                let (message, allowed) = body.rsplit_once("; allowed: ").unwrap_or((body, ""));
                (message.to_owned(), allowed, code)
            }
            None => (in_terms_of_json(text), "", classify(text)),
        };
        Self { code, path: String::new(), value: String::new(), allowed: allowed.to_owned(), message }
    }
}

/// Says in terms of JSON what serde says in terms of Rust.
fn in_terms_of_json(message: &str) -> String {
    let Some((found, expected)) = message.rsplit_once(", expected ").filter(|_| message.starts_with("invalid ")) else {
        return message.to_owned();
    };
    let found = match found {
        "invalid type: sequence" => "invalid type: a list",
        "invalid type: map" => "invalid type: an object",
        other => other,
    };
    let expected = match expected {
        "a sequence" => "a list",
        "a map" => "an object",
        "a nonzero u32" => "a whole number from 1",
        "u32" | "u16" | "u8" => "a whole number from 0",
        "i32" => "a whole number",
        name if name.starts_with("internally tagged enum ") => "an object with a field `type`",
        name if name.starts_with("struct ") => "an object",
        "string or map" => "a text",
        other => other.trim_end(),
    };
    let expected = if expected.starts_with("one of ") { expected.replace("` `", "`, `") } else { expected.to_owned() };
    format!("{found}, expected {expected}")
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        if !self.allowed.is_empty() {
            write!(f, "; allowed: {}", self.allowed)?;
        }
        write!(f, " [{}]", self.code)
    }
}

impl std::error::Error for Problem {}

/// Cuts a value to what a message can quote.
pub(crate) fn quote(value: &str) -> String {
    let value = value.strip_prefix(NOT_A_NUMBER_MARK).unwrap_or(value);
    match value.char_indices().nth(QUOTED_LENGTH) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}

/// Takes off the ` at line 1 column 2` that serde_json appends to the text of errors it finds in text.
fn without_position(text: &str) -> &str {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.rsplit_once(" at line ").map(|(head, position)| (head, position.split_once(" column "))) {
        Some((head, Some((line, column)))) if is_number(line) && is_number(column) => head,
        _ => text,
    }
}

fn split_code(text: &str) -> Option<(&str, ProblemCode)> {
    let (body, code) = text.strip_suffix(']')?.rsplit_once(" [")?;
    Some((body, code.parse().ok()?))
}

fn classify(text: &str) -> ProblemCode {
    const BY_START: &[(&str, ProblemCode)] = &[
        ("missing field", ProblemCode::MissingField),
        ("unknown field", ProblemCode::UnknownField),
        ("duplicate field", ProblemCode::DuplicateField),
        ("unknown variant", ProblemCode::UnknownValue),
        ("invalid type", ProblemCode::WrongType),
        ("invalid length", ProblemCode::WrongType),
        ("invalid value: integer", ProblemCode::NumberOutOfRange),
        ("invalid value", ProblemCode::WrongType),
    ];
    BY_START.iter().find(|(start, _)| text.starts_with(start)).map_or(ProblemCode::InvalidJson, |(_, code)| *code)
}

#[cfg(test)]
mod tests;
