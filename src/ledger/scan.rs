//! Where the fields and rows of a file end: RFC 4180 read sixty-four bytes at a time.
//!
//! A quote opens a field only as its first character, two quotes inside are one, and what stands behind a closing
//! quote belongs to the field as it is. A row ends at CR, LF or both. Empty lines are no rows.

use wide::u8x16;

/// Where the scanner stands between two bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the first character of a field.
    FieldStart,
    /// In a field, outside of quotes.
    Unquoted,
    /// Inside quotes.
    Quoted,
    /// Behind a quote that closes the field unless another one follows.
    QuoteSeen,
}

/// The bytes of a block that mean something, one bit each.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    quotes: u64,
    delimiters: u64,
    line_ends: u64,
}

/// What a scan has found. Positions count from the start of the bytes it was given.
#[derive(Debug, Default)]
pub(super) struct Separators {
    /// Delimiters and line ends outside of quotes.
    pub ends: Vec<u32>,
    /// Which of them are line ends, by their number.
    pub rows: Vec<u32>,
    /// LF, and CR without LF, inside quotes: they count as lines.
    pub inner_lines: Vec<u32>,
}

/// Goes through the bytes of a file, piece by piece.
#[derive(Clone, Debug)]
pub(super) struct Scanner {
    delimiter: u8,
    state: State,
}

const BLOCK: usize = 64;

impl Scanner {
    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, state: State::FieldStart }
    }

    /// Whether the bytes so far end inside quotes.
    pub fn is_quoted(&self) -> bool {
        self.state == State::Quoted
    }

    /// Begins a row anew.
    pub fn restart(&mut self) {
        self.state = State::FieldStart;
    }

    /// Finds the separators of a piece, which may begin and end anywhere.
    pub fn scan(&mut self, piece: &[u8], found: &mut Separators) {
        found.ends.clear();
        found.rows.clear();
        found.inner_lines.clear();
        let (blocks, rest) = piece.as_chunks::<BLOCK>();
        let mut base = 0_u32;
        for block in blocks {
            self.block(marks(block, self.delimiter), BLOCK, block, base, found);
            base = base.wrapping_add(BLOCK as u32);
        }
        if !rest.is_empty() {
            // Zeros mean nothing; the marks of the rest are those of a block that ends early.
            let mut block = [0; BLOCK];
            for (to, from) in block.iter_mut().zip(rest) {
                *to = *from;
            }
            self.block(marks(&block, self.delimiter), rest.len(), &block, base, found);
        }
    }

    #[inline]
    fn block(&mut self, marks: Marks, length: usize, bytes: &[u8; BLOCK], base: u32, found: &mut Separators) {
        let separators = marks.delimiters | marks.line_ends;
        let last = 1_u64 << (length.wrapping_sub(1) & 63);
        if marks.quotes == 0 {
            if self.state == State::Quoted {
                positions(marks.line_ends, base, &mut found.inner_lines);
                return;
            }
            self.state = if separators & last == 0 { State::Unquoted } else { State::FieldStart };
            found.note(separators, marks.line_ends, base);
            return;
        }
        let carried = u64::from(self.state == State::Quoted);
        // Bit by bit whether a byte stands inside quotes, its own quote not counted.
        let parity = prefix_xor(marks.quotes);
        let inside = (parity ^ marks.quotes) ^ carried.wrapping_neg();
        let closing = marks.quotes & inside;
        let opening = marks.quotes & !inside;
        let outer = separators & !inside;
        let behind_separator = (outer << 1) | u64::from(self.state == State::FieldStart);
        let behind_closing = (closing << 1) | u64::from(self.state == State::QuoteSeen);
        let stray = opening & !(behind_separator | behind_closing);
        // The bytes behind the end of a short block are zeros, and a closing quote may be the last byte before them.
        let within = u64::MAX >> (BLOCK.wrapping_sub(length) & 63);
        let trailing = behind_closing & !(marks.quotes | separators) & within;
        if (stray | trailing) != 0 {
            self.byte_by_byte(bytes.get(..length).unwrap_or(bytes), base, found);
            return;
        }
        found.note(outer, marks.line_ends & !inside, base);
        let inner = marks.line_ends & inside;
        if inner != 0 {
            positions(inner, base, &mut found.inner_lines);
        }
        self.state = if (parity ^ carried.wrapping_neg()) & last != 0 {
            State::Quoted
        } else if closing & last != 0 {
            State::QuoteSeen
        } else if outer & last != 0 {
            State::FieldStart
        } else {
            State::Unquoted
        };
    }

    /// The same for a block in which quotes stand where they mean nothing.
    fn byte_by_byte(&mut self, bytes: &[u8], base: u32, found: &mut Separators) {
        for (position, byte) in (base..).zip(bytes) {
            let is_line_end = matches!(byte, b'\n' | b'\r');
            let is_separator = is_line_end || *byte == self.delimiter;
            self.state = match (self.state, byte) {
                (State::Quoted, b'"') => State::QuoteSeen,
                (State::Quoted, _) => {
                    if is_line_end {
                        found.inner_lines.push(position);
                    }
                    State::Quoted
                }
                (State::FieldStart | State::QuoteSeen, b'"') => State::Quoted,
                _ if is_separator => {
                    if is_line_end {
                        found.rows.push(found.ends.len() as u32);
                    }
                    found.ends.push(position);
                    State::FieldStart
                }
                _ => State::Unquoted,
            };
        }
    }
}

impl Separators {
    /// Appends the separators of a block, and which of them are line ends.
    #[inline]
    fn note(&mut self, separators: u64, mut line_ends: u64, base: u32) {
        let before = self.ends.len() as u32;
        positions(separators, base, &mut self.ends);
        let kept = self.rows.len().wrapping_add(line_ends.count_ones() as usize);
        // Most blocks have one or none: the first is noted in any case, and kept if there is one.
        loop {
            let below = line_ends.wrapping_sub(1) & !line_ends;
            self.rows.push(before.wrapping_add((separators & below).count_ones()));
            line_ends &= line_ends.wrapping_sub(1);
            if line_ends == 0 {
                break;
            }
        }
        self.rows.truncate(kept);
    }
}

/// Each bit the exclusive-or of itself and all below it.
#[inline]
fn prefix_xor(mut bits: u64) -> u64 {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^ (bits << 32)
}

/// So many separators are noted at once; one where bytes count.
const TOGETHER: usize = if cfg!(feature = "quick") { 8 } else { 1 };

/// Appends the positions of the bits: some at once, of which as many are kept as there are, so that their number decides
/// little.
#[inline]
fn positions(mut bits: u64, base: u32, to: &mut Vec<u32>) {
    let kept = to.len().wrapping_add(bits.count_ones() as usize);
    while bits != 0 {
        let mut some = [0; TOGETHER];
        for position in &mut some {
            *position = base.wrapping_add(bits.trailing_zeros());
            bits &= bits.wrapping_sub(1);
        }
        to.extend_from_slice(&some);
    }
    to.truncate(kept);
}

/// Looks for the bytes that mean something, sixteen at a time.
#[inline]
fn marks(block: &[u8; BLOCK], delimiter: u8) -> Marks {
    let mut marks = Marks::default();
    let (lanes, _) = block.as_chunks::<16>();
    for (lane, shift) in lanes.iter().zip([0, 16, 32, 48]) {
        let bytes = u8x16::new(*lane);
        let equal = |byte: u8| bytes.simd_eq(u8x16::splat(byte));
        marks.quotes |= u64::from(equal(b'"').to_bitmask()) << shift;
        marks.delimiters |= u64::from(equal(delimiter).to_bitmask()) << shift;
        marks.line_ends |= u64::from((equal(b'\n') | equal(b'\r')).to_bitmask()) << shift;
    }
    marks
}

/// The text of a field: without its quotes, two quotes inside as one. Most fields are returned as they stand.
pub(super) fn unquoted<'a>(field: &'a [u8], scratch: &'a mut Vec<u8>) -> &'a [u8] {
    let [b'"', rest @ ..] = field else { return field };
    if let [inner @ .., b'"'] = rest
        && !inner.contains(&b'"')
    {
        return inner;
    }
    scratch.clear();
    let mut state = State::Quoted;
    for byte in rest {
        state = match (state, byte) {
            (State::Quoted, b'"') => State::QuoteSeen,
            (State::QuoteSeen, b'"') => {
                scratch.push(b'"');
                State::Quoted
            }
            (State::Quoted, _) => {
                scratch.push(*byte);
                State::Quoted
            }
            _ => {
                scratch.push(*byte);
                State::Unquoted
            }
        };
    }
    scratch
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count as they like")]
mod tests {
    use super::*;

    /// The rows of a text, as the ledger takes them apart.
    pub(crate) fn rows(text: &[u8], delimiter: u8, piece: usize) -> Vec<Vec<Vec<u8>>> {
        let mut scanner = Scanner::new(delimiter);
        let mut found = Separators::default();
        let mut ends = Vec::new();
        for (number, chunk) in text.chunks(piece.max(1)).enumerate() {
            scanner.scan(chunk, &mut found);
            ends.extend(found.ends.iter().map(|end| number * piece.max(1) + *end as usize));
        }
        let (mut rows, mut row, mut start) = (Vec::new(), Vec::new(), 0);
        let mut scratch = Vec::new();
        let mut row_start = 0;
        for end in ends.into_iter().chain([text.len()]) {
            row.push(unquoted(&text[start..end], &mut scratch).to_vec());
            start = end + 1;
            if end == text.len() || text[end] != delimiter {
                if end > row_start {
                    rows.push(std::mem::take(&mut row));
                }
                row.clear();
                row_start = start;
            }
        }
        rows
    }

    fn rows_of_csv(text: &[u8], delimiter: u8) -> Vec<Vec<Vec<u8>>> {
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
        reader.byte_records().map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect()).collect()
    }

    #[test]
    fn vectors_find_what_a_loop_finds() {
        let mut block = [0_u8; BLOCK];
        for seed in 0..2_000_u32 {
            for (at, byte) in block.iter_mut().enumerate() {
                let random = (seed.wrapping_mul(2_654_435_761)).wrapping_add(at as u32).wrapping_mul(0x9e37_79b9) >> 11;
                *byte = b"\",\n\rab;\x80\xff\0#-"[(random % 12) as usize];
            }
            let marks = marks(&block, b',');
            let slow = |wanted: &[u8]| {
                block.iter().rev().fold(0_u64, |bits, byte| bits << 1 | u64::from(wanted.contains(byte)))
            };
            assert_eq!(marks.quotes, slow(b"\""));
            assert_eq!(marks.delimiters, slow(b","));
            assert_eq!(marks.line_ends, slow(b"\r\n"));
        }
    }

    #[test]
    fn quotes_mean_what_rfc_4180_says_they_mean() {
        for text in [
            "a,b\nc,d\n",
            "a,b\r\nc,d",
            "\"a,b\",c\n",
            "\"a\"\"b\",c\n",
            "\"a\nb\",c\n",
            "a\"b,c\n",
            "\"a\"b,c\"\n",
            "\"a\"b\"c,d\"\n",
            "\n\n\r\n",
            "",
            ",",
            ",\n",
            "\"",
            "\"\"",
            "\"\"\"",
            "\"\"\"\"",
            "a,\"b",
            "\r",
            "a\rb",
            "\"\"x\"y,\"\n",
            "\u{feff}a,b\n",
            "\0,\0\n",
        ] {
            for piece in [1, 2, 3, 64, 1000] {
                let expected = if text.starts_with('\u{feff}') { continue } else { rows_of_csv(text.as_bytes(), b',') };
                assert_eq!(rows(text.as_bytes(), b',', piece), expected, "{text:?} in pieces of {piece}");
            }
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(600))]

        #[test]
        fn any_text_has_the_rows_that_the_csv_crate_finds(text in "[\",\n\rab;\u{4e2d}\t ]{0,300}", piece in 1_usize..200) {
            for delimiter in [b',', b';', b'\t'] {
                assert_eq!(rows(text.as_bytes(), delimiter, piece), rows_of_csv(text.as_bytes(), delimiter));
            }
        }

        #[test]
        fn well_quoted_text_has_the_rows_that_the_csv_crate_finds(
            fields in proptest::collection::vec("[a,\n\"]{0,12}", 1..80), quoted in 0..3_u8, columns in 1..9_usize, piece in 1_usize..200,
        ) {
            let mut text = String::new();
            for (at, field) in fields.iter().enumerate() {
                let plain = quoted == 0 || (quoted == 1 && at % 2 == 0);
                if plain { text.push_str(&field.replace(['\"', ',', '\n'], "")); } else { text.push_str(&format!("\"{}\"", field.replace('"', "\"\""))); }
                text.push_str(if at % columns == columns - 1 { "\r\n" } else { "," });
            }
            assert_eq!(rows(text.as_bytes(), b',', piece), rows_of_csv(text.as_bytes(), b','));
        }
    }
}
