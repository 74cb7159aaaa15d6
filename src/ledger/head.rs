//! The beginning of a file: which delimiter it has, and which row is the header.

use std::cmp::Reverse;

use crate::ledger::columns::{Header, Mapping};
use crate::ledger::scan::{Scanner, Separators, unquoted};

/// The header is one of the first rows.
const ROWS: usize = 20;

/// A longer beginning than this is no header.
pub(super) const MOST_BYTES: usize = 4 << 20;

/// The delimiters that exports have.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// What the beginning of a file says.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub delimiter: u8,
    pub header: Header,
    /// Where the bytes below the header begin.
    pub after: usize,
    /// The line of the header, from 1.
    pub line: u32,
    /// The line below it.
    pub line_after: u32,
}

/// Looks for the header in the beginning of a file: the first row in which every column is found that a ledger needs.
/// Where there is none, the row with the most columns found, and the most columns, shows what is missing. `None` when more bytes are needed to tell.
pub(super) fn find(bytes: &[u8], is_all: bool, mapping: &Mapping) -> Option<Found> {
    let is_enough = is_all || bytes.len() >= MOST_BYTES;
    let mut first: Option<Found> = None;
    let mut best: Option<(Found, usize)> = None;
    let mut wants_more = false;
    for delimiter in DELIMITERS {
        let (rows, complete) = first_rows(bytes, delimiter, is_enough);
        wants_more |= !complete;
        let counts: Vec<usize> = rows.iter().map(|row| row.fields.len()).skip(1).collect();
        for (at, row) in rows.into_iter().enumerate() {
            let width = row.width(counts.get(at).copied());
            let header = Header::of(row.fields, mapping);
            let line_after = line_of(bytes, row.end);
            let found = Found { delimiter, header, after: row.end, line: row.line, line_after };
            let is_complete = found.header.is_complete();
            let rank = |found: &Found| (Reverse(found.after), found.header.found());
            if is_complete && first.as_ref().is_none_or(|first| rank(&found) > rank(first)) {
                first = Some(found.clone());
            }
            let promise = |found: &Found, width: usize| (found.header.found(), width, Reverse(found.after));
            if best.as_ref().is_none_or(|(best, most)| promise(&found, width) > promise(best, *most)) {
                best = Some((found, width));
            }
            if is_complete {
                break;
            }
        }
    }
    first.or(best.map(|(best, _)| best).filter(|_| is_enough || !wants_more))
}

struct FirstRow {
    fields: Vec<String>,
    end: usize,
    line: u32,
}

impl FirstRow {
    /// The columns of a table that would begin with this row: one where it is a title, or where the row below has
    /// another number of fields, so that what stands between them is hardly a delimiter.
    fn width(&self, below: Option<usize>) -> usize {
        let is_title = self.fields.iter().filter(|field| !field.is_empty()).count() < 2;
        let count = self.fields.len();
        if is_title || below.is_some_and(|below| below != count) { 1 } else { count }
    }
}

/// The first rows of the bytes, and whether there are as many as are looked at. Unless it is all, the row that the bytes end in is left out.
fn first_rows(bytes: &[u8], delimiter: u8, is_all: bool) -> (Vec<FirstRow>, bool) {
    let mut found = Separators::default();
    Scanner::new(delimiter).scan(bytes, &mut found);
    let (mut rows, mut fields, mut field_start, mut row_start) = (Vec::new(), Vec::new(), 0_usize, 0_usize);
    let ends = found.ends.iter().map(|end| *end as usize).chain(is_all.then_some(bytes.len()));
    let mut scratch = Vec::new();
    for end in ends {
        let field = bytes.get(field_start..end).unwrap_or(&[]);
        // No heading is that long.
        let field = unquoted(field, &mut scratch);
        let field = field.get(..400).unwrap_or(field);
        fields.push(String::from_utf8_lossy(field).trim().to_owned());
        field_start = end.saturating_add(1);
        if bytes.get(end) == Some(&delimiter) {
            continue;
        }
        let row = std::mem::take(&mut fields);
        if end > row_start {
            let line = line_of(bytes, row_start);
            rows.push(FirstRow { fields: row, end: field_start.min(bytes.len()), line });
            if rows.len() == ROWS {
                return (rows, true);
            }
        }
        row_start = field_start;
    }
    (rows, is_all)
}

/// The line of a byte, from 1.
fn line_of(bytes: &[u8], at: usize) -> u32 {
    let before = bytes.get(..at).unwrap_or(bytes);
    let mut lines = 1_u32;
    for (at, byte) in before.iter().enumerate() {
        let is_end = *byte == b'\n' || (*byte == b'\r' && bytes.get(at.wrapping_add(1)) != Some(&b'\n'));
        lines = lines.saturating_add(u32::from(is_end));
    }
    lines
}
