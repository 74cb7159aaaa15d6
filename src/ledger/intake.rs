//! From the pieces of a file to its rows, wherever the pieces end.

use crate::error::{Issue, Issues, Problem};
use crate::ledger::columns::{Column, Mapping};
use crate::ledger::date_order::DateOrders;
use crate::ledger::head::{self, Found};
use crate::ledger::nothing_to_read;
use crate::ledger::options::LedgerOptions;
use crate::ledger::reading::{Fields, Reader};
use crate::ledger::rejects::{Reason, Rejects};
use crate::ledger::report::LedgerHead;
use crate::ledger::scan::{Scanner, Separators};
use crate::ledger::units::AmountStyle;

/// The bytes that one call of the innermost loop is given: engines only swap in better code between calls.
const PIECE: usize = 1 << 18;

/// No row is longer. What seems to be one has lost a quote.
const MOST_ROW: usize = 8 << 20;

/// The beginning of a file in which its header is looked for first.
const FIRST_LOOK: usize = 1 << 13;

/// So many rows are shown before the file is read.
const SAMPLE: usize = 5;

const BOM: &[u8] = "\u{feff}".as_bytes();

/// Takes a file apart.
#[derive(Debug)]
pub(super) struct Intake {
    options: LedgerOptions,
    mapping: Mapping,
    /// The beginning of the file, until its header is found.
    beginning: Vec<u8>,
    /// How long the beginning has to be before it is looked at again.
    look_at: usize,
    found: Option<Found>,
    pub reader: Option<Reader>,
    scanner: Scanner,
    separators: Separators,
    row: PartialRow,
    /// The line on which the next row begins, from 1.
    line: u32,
    /// The last byte of the piece before.
    last_byte: u8,
    /// Whether the rest of a row that is too long is passed over.
    is_skipping: bool,
    sample: Vec<Vec<String>>,
    pub rejects: Rejects,
}

/// The bytes of a row that ends in a later piece.
#[derive(Debug, Default)]
struct PartialRow {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    /// The lines that have ended inside its quotes.
    lines: u32,
}

impl Intake {
    pub fn new(options: &LedgerOptions) -> Self {
        Self {
            options: options.clone(),
            mapping: options.mapping(),
            beginning: Vec::new(),
            look_at: FIRST_LOOK,
            found: None,
            reader: None,
            scanner: Scanner::new(b','),
            separators: Separators::default(),
            row: PartialRow::default(),
            line: 1,
            last_byte: 0,
            is_skipping: false,
            sample: Vec::new(),
            rejects: Rejects::default(),
        }
    }

    /// The rows so far.
    pub fn rows(&self) -> u32 {
        self.reader.as_ref().map_or(0, |reader| reader.accepted).saturating_add(self.rejects.count)
    }

    pub fn delimiter(&self) -> String {
        self.found.as_ref().map(|found| char::from(found.delimiter).to_string()).unwrap_or_default()
    }

    pub fn head(&self) -> Option<LedgerHead> {
        let found = self.found.as_ref()?;
        let missing = |column: &Column| match column {
            Column::Amount => !found.header.has(Column::Amount) && !found.header.has(Column::Open),
            column => !found.header.has(*column),
        };
        let needed = [Column::Buyer, Column::DueDate, Column::Amount];
        Some(LedgerHead {
            delimiter: self.delimiter(),
            line: found.line,
            headings: found.header.headings.clone(),
            columns: found.header.columns(),
            missing: needed.into_iter().filter(missing).map(|column| column.name().into()).collect(),
            sample: self.sample.clone(),
        })
    }

    /// Takes the next bytes.
    pub fn push(&mut self, chunk: &[u8]) {
        let mut rest = chunk;
        while self.found.is_none() && !rest.is_empty() {
            let room = self.look_at.saturating_sub(self.beginning.len()).max(1);
            let (next, behind) = rest.split_at_checked(room).unwrap_or((rest, &[]));
            self.beginning.extend_from_slice(next);
            self.look_for_header(false);
            rest = behind;
        }
        self.consume(rest);
    }

    /// Ends the file, and notes why it cannot be used.
    pub fn finish(&mut self, issues: &mut Issues) {
        if self.reader.is_none() && self.found.is_none() {
            self.look_for_header(true);
        }
        self.last_row();
        let Some(found) = &self.found else {
            issues.push(nothing_to_read());
            return;
        };
        found.header.missing(&self.mapping, issues);
        if let Some(reader) = &mut self.reader {
            if reader.is_full {
                issues.push(Issue::new("file".to_owned(), Problem::TooMany));
            }
            reader.dates.settle(&mut reader.rows, issues);
        }
    }

    fn look_for_header(&mut self, is_all: bool) {
        let ends_line = matches!(self.beginning.last(), Some(b'\n' | b'\r'));
        if self.beginning.len() < self.look_at && !is_all && !(ends_line && self.beginning.len() < FIRST_LOOK) {
            return;
        }
        let bytes = self.beginning.strip_prefix(BOM).unwrap_or(&self.beginning);
        let Some(found) = head::find(bytes, is_all, &self.mapping) else {
            // Looked at line by line while it is short, and rarely when it is long: the work stays in proportion.
            if self.beginning.len() >= self.look_at {
                self.look_at = self.look_at.saturating_mul(2).min(head::MOST_BYTES);
            }
            return;
        };
        let rest = bytes.get(found.after..).unwrap_or(&[]).to_vec();
        self.last_byte = found.after.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(0);
        self.beginning = Vec::new();
        self.line = found.line_after;
        self.scanner = Scanner::new(found.delimiter);
        if found.header.is_complete() {
            let options = &self.options;
            let dates = DateOrders::new(options.date_order);
            let style = AmountStyle::of(&options.locale);
            self.reader = Some(Reader::new(found.header.clone(), style, dates, options.options.currency));
        }
        self.found = Some(found);
        self.consume(&rest);
    }

    fn consume(&mut self, bytes: &[u8]) {
        for piece in bytes.chunks(PIECE) {
            // Of a file without its columns nothing is kept but the first rows, from which a visitor chooses them.
            if self.reader.is_none() && self.sample.len() >= SAMPLE {
                return;
            }
            self.piece(piece);
            if self.row.bytes.len() > MOST_ROW {
                self.give_row_up();
            }
        }
    }

    /// Reads the rows that end in a piece, and keeps the beginning of the next one.
    #[inline(never)]
    fn piece(&mut self, piece: &[u8]) {
        let mut separators = std::mem::take(&mut self.separators);
        self.scanner.scan(piece, &mut separators);
        let mut inner = separators.inner_lines.iter().copied().peekable();
        let (mut start, mut first) = (0_usize, 0_usize);
        for last in &separators.rows {
            let last = *last as usize;
            let Some(ends) = separators.ends.get(first..=last) else { break };
            let end = ends.last().map_or(start, |end| *end as usize);
            let mut lines = 0_u32;
            while let Some(at) = inner.next_if(|at| (*at as usize) < end) {
                lines = lines.wrapping_add(self.ends_line(piece, at as usize));
            }
            if self.row.bytes.is_empty() {
                if end > start {
                    self.row(Fields::new(piece, ends, start));
                }
            } else {
                self.complete_row(piece, ends, end);
                lines = lines.wrapping_add(std::mem::take(&mut self.row.lines));
            }
            lines = lines.wrapping_add(self.ends_line(piece, end));
            self.line = self.line.wrapping_add(lines);
            (start, first) = (end.wrapping_add(1), last.wrapping_add(1));
        }
        if let Some(reader) = &mut self.reader {
            reader.keep(piece);
        }
        let shift = self.row.bytes.len().wrapping_sub(start);
        let rest = separators.ends.get(first..).unwrap_or(&[]);
        self.row.ends.extend(rest.iter().map(|end| (*end as usize).wrapping_add(shift) as u32));
        self.row.bytes.extend_from_slice(piece.get(start..).unwrap_or(&[]));
        for at in inner {
            self.row.lines = self.row.lines.wrapping_add(self.ends_line(piece, at as usize));
        }
        self.last_byte = piece.last().copied().unwrap_or(self.last_byte);
        self.separators = separators;
    }

    /// One for a line end, none for the LF of a CR LF.
    #[inline]
    fn ends_line(&self, piece: &[u8], at: usize) -> u32 {
        if piece.get(at) != Some(&b'\n') {
            return 1;
        }
        let before = match at.checked_sub(1) {
            Some(before) => piece.get(before).copied().unwrap_or(0),
            None => self.last_byte,
        };
        u32::from(before != b'\r')
    }

    /// Reads a row that began in an earlier piece.
    #[cold]
    fn complete_row(&mut self, piece: &[u8], ends: &[u32], end: usize) {
        let mut row = std::mem::take(&mut self.row);
        let shift = row.bytes.len();
        row.bytes.extend_from_slice(piece.get(..end).unwrap_or(&[]));
        row.ends.extend(ends.iter().map(|end| (*end as usize).wrapping_add(shift) as u32));
        self.lone_row(Fields::new(&row.bytes, &row.ends, 0), &row.bytes);
        row.bytes.clear();
        row.ends.clear();
        self.row = row;
    }

    #[inline]
    fn row(&mut self, fields: Fields<'_>) {
        if self.sample.len() < SAMPLE {
            self.sample.push((0..fields.count()).map(|index| fields.text(index).chars().take(200).collect()).collect());
        }
        let Some(reader) = &mut self.reader else { return };
        if self.is_skipping {
            self.is_skipping = false;
        } else if let Err(refused) = reader.read(fields) {
            self.rejects.add(self.line, refused.reason, &refused.text);
        }
    }

    /// Reads what stands behind the last line end.
    fn last_row(&mut self) {
        while self.scanner.is_quoted() && self.row.lines > 0 {
            self.give_row_up();
        }
        let mut row = std::mem::take(&mut self.row);
        if row.bytes.is_empty() {
            return;
        }
        if self.scanner.is_quoted() && !self.is_skipping {
            self.rejects.add(self.line, Reason::UnclosedQuote, &row.bytes);
            return;
        }
        row.ends.push(u32::try_from(row.bytes.len()).unwrap_or(u32::MAX));
        self.lone_row(Fields::new(&row.bytes, &row.ends, 0).unterminated(), &row.bytes);
    }

    /// Reads a row that has its bytes for itself.
    fn lone_row(&mut self, fields: Fields<'_>, bytes: &[u8]) {
        self.row(fields);
        if let Some(reader) = &mut self.reader {
            reader.keep(bytes);
        }
    }

    /// A row that goes on for ever, or until the file ends, has a quote that is never closed: its first line is refused, and the
    /// lines below are rows again. Without a quote it is just too long.
    #[cold]
    fn give_row_up(&mut self) {
        let row = std::mem::take(&mut self.row);
        let line_end = row.bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        match line_end.filter(|_| self.scanner.is_quoted()) {
            Some(end) => {
                let (first, rest) = row.bytes.split_at_checked(end).unwrap_or((&row.bytes, &[]));
                if !std::mem::take(&mut self.is_skipping) {
                    self.rejects.add(self.line, Reason::UnclosedQuote, first);
                }
                self.scanner.restart();
                self.last_byte = first.last().copied().unwrap_or(0);
                // The line end itself is an empty row.
                self.consume(rest);
            }
            None => {
                if !std::mem::replace(&mut self.is_skipping, true) {
                    self.rejects.add(self.line, Reason::TooLong, &row.bytes);
                }
                // A byte stands for the row, so that its end is recognised.
                self.row.bytes.push(b' ');
                self.row.lines = row.lines;
            }
        }
    }
}
