//! Rows that say what another row has said: same buyer, invoice number, due date and amount.

/// Rows are parted by so many bits of their fingerprint, so that the table of each part is small enough to be near.
const PART_BITS: u32 = 8;
const PARTS: usize = 1 << PART_BITS;

/// The fingerprints of a piece of a part. Pieces never move: growing costs no second copy of what is there.
const PIECE: usize = 128;

/// The fingerprints of all rows that have an invoice number.
///
/// A fingerprint has 64 bits of hash beside the currency: of a million different rows, the chance that any two are
/// taken for the same is below one in ten million.
#[derive(Debug, Default)]
pub(super) struct Duplicates {
    parts: Vec<Part>,
}

#[derive(Debug, Default)]
struct Part {
    full: Vec<Box<[u64]>>,
    last: Vec<u64>,
}

impl Part {
    /// `false` when there is no memory left.
    #[cold]
    fn grow(&mut self) -> bool {
        let mut next = Vec::new();
        if next.try_reserve_exact(PIECE).is_err() || self.full.try_reserve(1).is_err() {
            return false;
        }
        let full = std::mem::replace(&mut self.last, next);
        if !full.is_empty() {
            self.full.push(full.into_boxed_slice());
        }
        true
    }
}

impl Duplicates {
    /// Notes a row: its currency, and a hash of its contents. `false` when there is no memory left.
    #[inline]
    pub fn note(&mut self, currency: u8, hash: u64) -> bool {
        if self.parts.is_empty() {
            self.parts.resize_with(PARTS, Part::default);
        }
        // The bits that choose the part are those for which the fingerprint has no room.
        let part = (hash >> (64 - PART_BITS)) as usize;
        let Some(part) = self.parts.get_mut(part) else { return true };
        if part.last.len() == part.last.capacity() && !part.grow() {
            return false;
        }
        part.last.push(hash << 8 | u64::from(currency));
        true
    }

    /// How many rows of each currency say what an earlier one has said. The fingerprints are given up.
    pub fn count(self, currencies: usize) -> Vec<u32> {
        let mut counts = vec![0_u32; currencies];
        let mut table = Vec::new();
        for part in self.parts {
            let length = part.full.len().wrapping_mul(PIECE).wrapping_add(part.last.len());
            // At most half of the places are taken.
            table.clear();
            table.resize(length.wrapping_mul(2).next_power_of_two(), FREE);
            for piece in part.full.iter().map(|piece| &**piece).chain([part.last.as_slice()]) {
                count_known(piece, &mut table, &mut counts);
            }
        }
        counts
    }
}

/// A place of the table that is not taken: no currency has this number.
const FREE: u64 = u64::MAX;

/// Puts fingerprints into a table, and counts those that are in it already.
#[inline(never)]
fn count_known(piece: &[u64], table: &mut [u64], counts: &mut [u32]) {
    let mask = table.len().wrapping_sub(1);
    for fingerprint in piece {
        let mut at = (fingerprint >> 8) as usize & mask;
        while let Some(place) = table.get_mut(at) {
            if *place == FREE {
                *place = *fingerprint;
                break;
            }
            if *place == *fingerprint {
                if let Some(count) = counts.get_mut((fingerprint & 0xff) as usize) {
                    *count = count.saturating_add(1);
                }
                break;
            }
            at = at.wrapping_add(1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::hashing::mix;

    #[test]
    fn every_row_after_the_first_of_its_kind_is_counted() {
        let mut duplicates = Duplicates::default();
        for row in 0..600_000_u64 {
            // A third are new ones, in two currencies.
            let (currency, kind) = ((row % 2) as u8, row % 200_000);
            assert!(duplicates.note(currency, mix(kind)));
        }
        for _ in 0..1_000 {
            assert!(duplicates.note(2, mix(7)));
        }
        assert_eq!(duplicates.count(3), [200_000, 200_000, 999]);
    }
}
