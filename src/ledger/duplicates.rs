//! Rows that say what another row has said: same buyer, invoice number, due date and amount.

/// Rows are parted by so many bits of their fingerprint, so that each part is small enough to be compared quickly.
const PART_BITS: u32 = 10;
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
    /// Notes a row: its currency, and two hashes of its contents. `false` when there is no memory left.
    #[inline]
    pub fn note(&mut self, currency: u8, hash: u64, other: u64) -> bool {
        if self.parts.is_empty() {
            self.parts.resize_with(PARTS, Part::default);
        }
        let part = (other >> (64 - PART_BITS)) as usize;
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
        let mut sorted: Vec<u64> = Vec::new();
        for part in self.parts {
            sorted.clear();
            sorted.extend(part.full.iter().flatten().chain(&part.last));
            sorted.sort_unstable();
            for (fingerprint, next) in sorted.iter().zip(sorted.iter().skip(1)) {
                if fingerprint == next
                    && let Some(count) = counts.get_mut((fingerprint & 0xff) as usize)
                {
                    *count = count.saturating_add(1);
                }
            }
        }
        counts
    }
}
