//! Rows that say what another row has said: same buyer, invoice number, due date and amount.

/// Rows are parted by so many bits of their fingerprint, so that each part is small enough to be compared quickly.
const PART_BITS: u32 = 10;
const PARTS: usize = 1 << PART_BITS;

/// The fingerprints of all rows that have an invoice number.
///
/// A fingerprint has 66 bits of hash beside the currency: of a million different rows, the chance that any two are
/// taken for the same is below one in a hundred million.
#[derive(Debug, Default)]
pub(super) struct Duplicates {
    parts: Vec<Vec<u64>>,
}

impl Duplicates {
    /// Notes a row: its currency, and two hashes of its contents.
    #[inline]
    pub fn note(&mut self, currency: u8, hash: u64, other: u64) {
        if self.parts.is_empty() {
            self.parts.resize_with(PARTS, Vec::new);
        }
        let part = (other >> (64 - PART_BITS)) as usize;
        if let Some(part) = self.parts.get_mut(part) {
            part.push(hash << 8 | u64::from(currency));
        }
    }

    /// How many rows of each currency say what an earlier one has said. The fingerprints are given up.
    pub fn count(self, currencies: usize) -> Vec<u32> {
        let mut counts = vec![0_u32; currencies];
        for mut part in self.parts {
            part.sort_unstable();
            for (fingerprint, next) in part.iter().zip(part.iter().skip(1)) {
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
