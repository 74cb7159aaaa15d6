//! Numbers that stand for texts: of names, so that their account is found, and of rows, so that they are known again.

/// So many bytes of a name stand in its place of the table.
pub(super) const SHORT: usize = 48;

/// Ones for the bytes of a name, and zeros behind.
const SHOWN: [u8; SHORT + SHORT] = {
    let mut shown = [0; SHORT + SHORT];
    shown.split_at_mut(SHORT).0.copy_from_slice(&[0xff; SHORT]);
    shown
};

/// What of the first bytes belongs to a short name.
#[inline]
pub(super) fn shown(length: usize) -> &'static [u8; SHORT] {
    let from = SHORT.saturating_sub(length);
    SHOWN.get(from..).and_then(<[u8]>::first_chunk).unwrap_or(&[0; SHORT])
}

/// A step of the hash of a name; [`mix`] ends it. It is quick, and some names that differ in two bytes have the same: names are
/// compared in full.
#[inline]
fn next(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Eight bytes at a time.
#[inline]
pub(super) fn words(bytes: &[u8; SHORT]) -> impl Iterator<Item = u64> {
    bytes.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word))
}

/// What a hash begins with: multiplied, so that no byte of a text undoes what its length has done.
#[inline]
fn seed(length: usize, currency: u8) -> u64 {
    start(length, currency).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// What is the same of all names of a length and a currency.
#[inline]
pub(super) fn start(length: usize, currency: u8) -> u64 {
    (length as u64) << 8 | u64::from(currency)
}

/// Mixes the bytes of a text and a currency: eight at a time, the last eight whatever their place, so that no loop runs over
/// single ones. Every word is mixed in full, since rows are known again by the hash alone: numbers of invoices differ in a few
/// digits, and no two digits may undo each other.
#[inline]
pub(super) fn hash_text(text: &[u8], currency: u8) -> u64 {
    let (words, rest) = text.as_chunks::<8>();
    let hash = words.iter().fold(seed(text.len(), currency), |hash, word| mix(hash ^ u64::from_le_bytes(*word)));
    let last = match text.last_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word),
        None => rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte)),
    };
    mix(hash ^ last)
}

/// A hash of a short name, from the bytes that begin with it: in as many steps whatever its length, so that there is nothing
/// to foretell.
#[cfg_attr(feature = "quick", inline(always))]
pub(super) fn hash_short(window: &[u8; SHORT], length: usize, currency: u8) -> u64 {
    let words = words(window).zip(words(shown(length)));
    mix(words.fold(seed(length, currency), |hash, (word, shown)| next(hash, word & shown)))
}

/// The hash of a name. Where bytes count there is one way for all.
pub(super) fn hash_name(name: &[u8], currency: u8) -> u64 {
    let is_short = cfg!(feature = "quick") && name.len() <= SHORT;
    if is_short { hash_short(&padded(name), name.len(), currency) } else { hash_text(name, currency) }
}

/// A short name with zeros behind it.
pub(super) fn padded(name: &[u8]) -> [u8; SHORT] {
    let mut padded = [0; SHORT];
    padded.iter_mut().zip(name).for_each(|(to, from)| *to = *from);
    padded
}

/// Every bit has a say in every other, and no two words become the same. Without a multiplication to twice the width, which
/// WebAssembly has not.
#[inline]
pub(super) fn mix(word: u64) -> u64 {
    let word = (word ^ word >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let word = (word ^ word >> 29).wrapping_mul(0xd6e8_feb8_6659_fd93);
    word ^ word >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "quick")]
    #[test]
    fn what_stands_behind_a_name_is_not_part_of_it() {
        let file: Vec<u8> = (0..200).map(|at| b'!' + at % 90).collect();
        for length in 0..=SHORT {
            for from in 0..50 {
                let window = file.get(from..).and_then(<[u8]>::first_chunk).unwrap();
                let name = &file[from..from + length];
                assert_eq!(hash_short(window, length, 3), hash_name(name, 3), "{length} from {from}");
            }
        }
    }

    /// Digits in two places could undo each other, the last of a word and the third of the next above all.
    #[test]
    fn numbers_that_differ_in_two_digits_differ() {
        for length in [8, 11, 16, 20, 24, 27] {
            for currency in [0, 1] {
                let mut seen = std::collections::HashSet::new();
                for (one, other) in (0..length).flat_map(|one| (one + 1..length).map(move |other| (one, other))) {
                    for (first, second) in
                        (b'1'..=b'9').flat_map(|first| (b'1'..=b'9').map(move |second| (first, second)))
                    {
                        let mut text = vec![b'0'; length];
                        (text[one], text[other]) = (first, second);
                        assert!(seen.insert(hash_text(&text, currency)), "{length} {one} {other}");
                    }
                }
            }
        }
    }

    #[test]
    fn texts_that_differ_in_one_byte_or_in_their_length_differ() {
        let mut seen = std::collections::HashSet::new();
        for length in 0..120 {
            let text = vec![b'0'; length];
            for currency in [0, 1, 177] {
                assert!(seen.insert(hash_name(&text, currency)), "{length}");
            }
            for at in 0..length {
                for byte in [0, b'1', b'2', b' ', 0xff] {
                    let mut other = text.clone();
                    other[at] = byte;
                    assert!(seen.insert(hash_name(&other, 0)), "{length} {at}");
                }
            }
        }
    }
}
