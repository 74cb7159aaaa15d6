//! What it costs to look at the bytes at all, for the bench to compare with.

use std::cell::RefCell;

use wide::u8x16;

use crate::ledger::scan::{Scanner, Separators};

/// Counts the line ends of a piece.
pub fn line_ends(piece: &[u8]) -> u32 {
    let (lanes, rest) = piece.as_chunks::<16>();
    let line_feed = u8x16::splat(b'\n');
    let count = |count: u32, lane: &[u8; 16]| {
        count.wrapping_add(u8x16::new(*lane).simd_eq(line_feed).to_bitmask().count_ones())
    };
    let count = lanes.iter().fold(0, count);
    rest.iter().fold(count, |count, byte| count.wrapping_add(u32::from(*byte == b'\n')))
}

/// Finds all separators of a piece, as the ledger does; how many there are.
pub fn separators(piece: &[u8]) -> u32 {
    thread_local! {
        static FOUND: RefCell<Separators> = RefCell::default();
    }
    FOUND.with_borrow_mut(|found| {
        Scanner::new(b',').scan(piece, found);
        u32::try_from(found.ends.len()).unwrap_or(u32::MAX)
    })
}
