//! The floors that the bench of the ledger compares with: what it costs to look at the bytes at all.

use wasm_bindgen::prelude::*;

use crate::ledger::floor;

/// Counts the line ends of a piece.
#[wasm_bindgen(js_name = lineEnds)]
pub fn line_ends(piece: &[u8]) -> u32 {
    floor::line_ends(piece)
}

/// Finds all separators of a piece, as the ledger does; how many there are.
#[wasm_bindgen]
pub fn separators(piece: &[u8]) -> u32 {
    floor::separators(piece)
}
