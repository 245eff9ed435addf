//! Closed vocabularies: one table gives the wire word, both labels, parsing and schema.

/// Defines an enum from one table of `Variant = "wire_word", "English label", "中文";` rows.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $wire:literal, $english:literal, $chinese:literal;)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        $vis enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// Every value, in the order of its definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used on the wire, the same in every language.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $wire),+ }
            }

            /// The label for people.
            #[must_use]
            pub const fn label(self, language: $crate::values::Language) -> &'static str {
                match language {
                    $crate::values::Language::En => match self { $(Self::$variant => $english),+ },
                    $crate::values::Language::ZhHans => match self { $(Self::$variant => $chinese),+ },
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::problem::Problem;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or_else(|| {
                    $crate::problem::Problem::new(
                        $crate::problem::ProblemCode::UnknownValue,
                        text,
                        format!("`{}` is not a known value", $crate::problem::quote(text)),
                        [$($wire),+].join(", "),
                    )
                })
            }
        }

        $crate::values::vocabulary::serde_as_text!($name, concat!("one of " $(, "`", $wire, "` ")+));

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($wire),+] })
            }
        }
    };
}

/// Serde for a type with `Display` and `FromStr`: a JSON string both ways.
macro_rules! serde_as_text {
    ($name:ident, $expecting:expr) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct TextVisitor;
                impl serde::de::Visitor<'_> for TextVisitor {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(TextVisitor)
            }
        }
    };
}

pub(crate) use {serde_as_text, vocabulary};

/// A language that labels come in.
///
/// # Examples
/// ```
/// use keyaccount::{BuyingRole, Language};
///
/// assert_eq!(BuyingRole::Coach.label(Language::En), "coach");
/// assert_eq!(BuyingRole::Coach.label(Language::ZhHans), "教练");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    En,
    /// Simplified Chinese.
    ZhHans,
}

#[cfg(test)]
mod tests;
