//! Rows that could not be read: each with its line and reason.

use serde::Serialize;

use crate::error::Problem;
use crate::ledger::columns::Column;

/// So many are kept; all are counted.
const MOST_KEPT: usize = 10_000;

/// So much of a text is kept, in characters.
const MOST_TEXT: usize = 200;

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Reject {
    /// The line on which the row begins, from 1.
    pub line: u32,
    /// Why: a code of [`Problem`](crate::Problem) about the field, or one of `total_row`, `repeated_header`,
    /// `too_many_fields`, `cut_off`, `unclosed_quote`, `too_long` about the row.
    pub code: &'static str,
    /// The column that could not be read, by its name in `columns`; null when it is the row.
    pub field: Option<&'static str>,
    /// What stands there, the first 200 characters.
    pub text: String,
}

/// Why a row is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// A field is missing or cannot be read.
    Field(Column, Problem),
    /// A total of the rows above.
    TotalRow,
    /// The header once more.
    RepeatedHeader,
    /// More fields than the header has.
    TooManyFields,
    /// The file ends in the middle of the row.
    CutOff,
    /// A quote that opens a field and is never closed.
    UnclosedQuote,
    /// A row longer than any row is.
    TooLong,
}

impl Reason {
    fn code(self) -> &'static str {
        match self {
            Self::Field(_, problem) => problem.code(),
            Self::TotalRow => "total_row",
            Self::RepeatedHeader => "repeated_header",
            Self::TooManyFields => "too_many_fields",
            Self::CutOff => "cut_off",
            Self::UnclosedQuote => "unclosed_quote",
            Self::TooLong => "too_long",
        }
    }
}

/// The rows refused so far.
#[derive(Debug, Default)]
pub(super) struct Rejects {
    pub kept: Vec<Reject>,
    pub count: u32,
}

impl Rejects {
    pub fn add(&mut self, line: u32, reason: Reason, text: &[u8]) {
        self.count = self.count.saturating_add(1);
        if self.kept.len() >= MOST_KEPT {
            return;
        }
        let field = match reason {
            Reason::Field(column, _) => Some(column.name()),
            _ => None,
        };
        // Four bytes are the longest character.
        let start = text.get(..MOST_TEXT.saturating_mul(4)).unwrap_or(text);
        let text = String::from_utf8_lossy(start).chars().take(MOST_TEXT).collect();
        self.kept.push(Reject { line, code: reason.code(), field, text });
    }
}
