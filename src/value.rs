//! An input as it comes in from outside, before anyone has looked at it.

/// A JSON-like value. Numbers are kept as their shortest decimal text, so that none is ever a binary float here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Left out, or null.
    Null,
    /// True or false.
    Bool(bool),
    /// A number: its shortest decimal text, an exponent allowed; `NaN` and the infinities by their names.
    Number(String),
    /// Text.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object: its keys in order.
    Object(Vec<(String, Value)>),
    /// Anything that no field takes, such as a function or a date object.
    Other,
}

impl Value {
    /// The value under a key, or null.
    pub fn get(&self, key: &str) -> &Self {
        match self {
            Self::Object(entries) => {
                entries.iter().find(|(name, _)| name == key).map_or(&Self::Null, |(_, value)| value)
            }
            _ => &Self::Null,
        }
    }
}

impl<T: Into<Value>> FromIterator<(String, T)> for Value {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key, value.into())).collect())
    }
}
