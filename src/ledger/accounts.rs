//! The accounts: a buyer in a currency, found by the bytes that name it in the file.

use crate::quantity::Currency;

/// What a name and a currency stand for.
#[derive(Clone, Debug)]
pub(super) struct Account {
    /// The buyer: trimmed, inner white space folded.
    pub name: Box<str>,
    /// The number of the currency in [`Currencies`].
    pub currency: u8,
    /// The smallest limit of the file, in units.
    pub limit: Option<i64>,
    /// Whether rows disagree about it.
    pub limits_differ: bool,
}

/// The currencies of a file, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Currencies {
    pub list: Vec<Currency>,
}

impl Currencies {
    /// The number of a currency.
    pub fn number(&mut self, currency: Currency) -> u8 {
        let at = self.list.iter().position(|known| *known == currency).unwrap_or_else(|| {
            self.list.push(currency);
            self.list.len().saturating_sub(1)
        });
        // ISO 4217 has fewer than 256.
        u8::try_from(at).unwrap_or(u8::MAX)
    }
}

/// A place of the table: the upper half of the hash, where the bytes of the name begin in the store, their number, and the account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    hash: u32,
    start: u32,
    length: u32,
    account: u32,
}

const FREE: Slot = Slot { hash: 0, start: 0, length: 0, account: u32::MAX };

/// All accounts. Names are looked up as they stand in the file, quotes and spaces included: only a writing that was not
/// seen before is looked at closely.
#[derive(Debug)]
pub(super) struct Accounts {
    pub list: Vec<Account>,
    /// A power of two of places, at most half of them taken.
    slots: Vec<Slot>,
    taken: usize,
    /// The bytes of all writings seen, each followed by its currency.
    store: Vec<u8>,
}

impl Default for Accounts {
    fn default() -> Self {
        Self { list: Vec::new(), slots: vec![FREE; 1024], taken: 0, store: Vec::new() }
    }
}

/// Mixes the bytes of a name and its currency: eight at a time, the last eight whatever their place, so that no loop runs over
/// single ones.
#[inline]
pub(super) fn hash_name(name: &[u8], currency: u8) -> u64 {
    let next = |hash: u64, word: u64| (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (words, rest) = name.as_chunks::<8>();
    let start = (name.len() as u64) << 8 | u64::from(currency);
    let hash = words.iter().fold(start, |hash, word| next(hash, u64::from_le_bytes(*word)));
    let last = match name.last_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word),
        None => rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte)),
    };
    mix(next(hash, last))
}

/// Every bit has a say in every other, and no two words become the same. Without a multiplication to twice the width, which
/// WebAssembly has not.
#[inline]
pub(super) fn mix(word: u64) -> u64 {
    let word = (word ^ word >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let word = (word ^ word >> 29).wrapping_mul(0xd6e8_feb8_6659_fd93);
    word ^ word >> 32
}

impl Slot {
    /// No place.
    pub const FREE: Self = FREE;
}

impl Accounts {
    /// The place where a name would be looked for first. Asking for many of them before the first is used lets the
    /// memory fetch them all at once.
    #[inline]
    pub fn first_place(&self, hash: u64) -> Slot {
        let hash = (hash >> 32) as u32;
        self.slots.get(hash as usize & self.slots.len().wrapping_sub(1)).copied().unwrap_or(FREE)
    }

    /// Whether a place is taken by a name with another hash, so that the next has to be looked at.
    #[inline]
    pub fn is_of_another(place: &Slot, hash: u64) -> bool {
        place.hash != (hash >> 32) as u32 && place.account != u32::MAX
    }

    /// The first place that is free or taken by a name with the hash.
    pub fn next_place(&self, hash: u64) -> Slot {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = (hash >> 32) as usize & mask;
        loop {
            let place = self.slots.get(at).copied().unwrap_or(FREE);
            if !Self::is_of_another(&place, hash) {
                return place;
            }
            at = at.wrapping_add(1) & mask;
        }
    }

    /// The account at a place, when it is that of the name.
    #[inline]
    pub fn at(&self, place: &Slot, raw: &[u8], currency: u8, hash: u64) -> Option<u32> {
        (place.hash == (hash >> 32) as u32 && place.account != u32::MAX && self.is_same(place, raw, currency))
            .then_some(place.account)
    }

    /// The account of a name as it stands in the file.
    #[inline]
    pub fn find(&self, raw: &[u8], currency: u8, hash: u64) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = (hash >> 32) as usize & mask;
        loop {
            let slot = self.slots.get(at)?;
            if slot.account == u32::MAX {
                return None;
            }
            if let Some(account) = self.at(slot, raw, currency, hash) {
                return Some(account);
            }
            at = at.wrapping_add(1) & mask;
        }
    }

    #[inline]
    fn is_same(&self, slot: &Slot, raw: &[u8], currency: u8) -> bool {
        let (start, length) = (slot.start as usize, slot.length as usize);
        let Some(writing) = self.store.get(start..start.wrapping_add(length).wrapping_add(1)) else { return false };
        writing.split_last().is_some_and(|(of, name)| *of == currency && is_equal(name, raw))
    }

    /// Whether the writing at a place begins with a byte.
    #[inline]
    pub fn begins_with(&self, place: &Slot, first: u8) -> bool {
        place.account != u32::MAX && self.store.get(place.start as usize) == Some(&first)
    }

    /// The account of a writing that was not seen before; its name makes it one that is known, or a new one.
    /// `None` when there is no memory left.
    pub fn add(&mut self, raw: &[u8], name: &str, currency: u8, hash: u64) -> Option<u32> {
        let folded = folded(name);
        let account = if folded.as_bytes() == raw {
            self.new_account(folded, currency)?
        } else {
            let hash = hash_name(folded.as_bytes(), currency);
            match self.find(folded.as_bytes(), currency, hash) {
                Some(account) => account,
                None => {
                    let account = self.new_account(folded.clone(), currency)?;
                    self.put(folded.as_bytes(), currency, hash, account)?;
                    account
                }
            }
        };
        self.put(raw, currency, hash, account)?;
        Some(account)
    }

    fn new_account(&mut self, name: String, currency: u8) -> Option<u32> {
        let account = u32::try_from(self.list.len()).ok().filter(|account| *account < u32::MAX)?;
        self.list.try_reserve(1).ok()?;
        self.list.push(Account { name: name.into(), currency, limit: None, limits_differ: false });
        Some(account)
    }

    fn put(&mut self, raw: &[u8], currency: u8, hash: u64, account: u32) -> Option<()> {
        if self.taken.saturating_mul(2) >= self.slots.len() {
            self.grow()?;
        }
        let start = u32::try_from(self.store.len()).ok()?;
        let length = u32::try_from(raw.len()).ok()?;
        self.store.try_reserve(raw.len().checked_add(1)?).ok()?;
        self.store.extend_from_slice(raw);
        self.store.push(currency);
        self.taken = self.taken.saturating_add(1);
        place(&mut self.slots, Slot { hash: (hash >> 32) as u32, start, length, account });
        Some(())
    }

    fn grow(&mut self) -> Option<()> {
        let mut slots = Vec::new();
        slots.try_reserve_exact(self.slots.len().checked_mul(2)?).ok()?;
        slots.resize(self.slots.len().wrapping_mul(2), FREE);
        for slot in self.slots.iter().filter(|slot| slot.account != u32::MAX) {
            place(&mut slots, *slot);
        }
        self.slots = slots;
        Some(())
    }

    /// Notes a limit of a row: the smallest counts.
    pub fn note_limit(&mut self, account: u32, limit: i64) {
        if let Some(account) = self.list.get_mut(account as usize) {
            account.limits_differ |= account.limit.is_some_and(|known| known != limit);
            account.limit = Some(account.limit.map_or(limit, |known| known.min(limit)));
        }
    }
}

/// Whether names are the same, eight bytes at a time: what WebAssembly brings along compares single ones.
#[inline]
fn is_equal(name: &[u8], other: &[u8]) -> bool {
    let ((words, rest), (other_words, other_rest)) = (name.as_chunks::<8>(), other.as_chunks::<8>());
    let differ = |bits: u64, (word, other): (&[u8; 8], &[u8; 8])| {
        bits | (u64::from_le_bytes(*word) ^ u64::from_le_bytes(*other))
    };
    name.len() == other.len()
        && words.iter().zip(other_words).fold(0, differ) == 0
        && match (name.last_chunk(), other.last_chunk()) {
            (Some(last), Some(other_last)) => differ(0, (last, other_last)) == 0,
            _ => rest.iter().zip(other_rest).all(|(byte, other)| byte == other),
        }
}

fn place(slots: &mut [Slot], slot: Slot) {
    let mask = slots.len().wrapping_sub(1);
    let mut at = slot.hash as usize & mask;
    while let Some(taken) = slots.get_mut(at) {
        if taken.account == u32::MAX {
            *taken = slot;
            return;
        }
        at = at.wrapping_add(1) & mask;
    }
}

/// A name without white space at its ends, and with one space for any within.
pub(super) fn folded(name: &str) -> String {
    if is_folded(name.as_bytes()) {
        return name.to_owned();
    }
    let mut folded = String::with_capacity(name.len());
    for word in name.split(|next: char| next.is_whitespace() || next == '\u{feff}').filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Whether a name surely has something that is no white space: its first character says so.
pub(super) fn is_surely_named(raw: &[u8]) -> bool {
    let inner = raw.strip_prefix(b"\"").unwrap_or(raw);
    inner.first().is_some_and(|first| *first > b' ' && !matches!(first, b'"' | 0x7f | 0xc2 | 0xe1..=0xe3 | 0xef))
}

/// Whether a name is surely folded: no control character, no space beside another or at an end, and no byte that white
/// space outside of ASCII begins with.
fn is_folded(name: &[u8]) -> bool {
    let mut before = b' ';
    for byte in name {
        let is_odd = *byte < b' ' || *byte == 0x7f || matches!(byte, 0xc2 | 0xe1..=0xe3 | 0xef);
        if is_odd || (*byte == b' ' && before == b' ') {
            return false;
        }
        before = *byte;
    }
    before != b' ' || name.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_surely_folded_is_folded() {
        let fold =
            |name: &str| name.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        for white in (0..=char::MAX as u32).filter_map(char::from_u32).filter(|next| next.is_whitespace()) {
            for name in [
                format!("a{white}b"),
                format!("{white}a"),
                format!("a{white}"),
                format!("a {white}b"),
                "甲 公司".to_owned(),
            ] {
                assert_eq!(folded(&name), fold(&name), "{name:?}");
            }
        }
    }

    #[test]
    fn writings_of_a_name_are_one_account_and_currencies_part_it() {
        let mut accounts = Accounts::default();
        let mut number = |raw: &str, name: &str, currency| {
            let hash = hash_name(raw.as_bytes(), currency);
            accounts
                .find(raw.as_bytes(), currency, hash)
                .or_else(|| accounts.add(raw.as_bytes(), name, currency, hash))
                .unwrap()
        };
        assert_eq!(number("Acme Ltd", "Acme Ltd", 0), 0);
        for (raw, name) in [
            ("\" Acme  Ltd\"", " Acme  Ltd"),
            ("Acme\u{3000}Ltd", "Acme\u{3000}Ltd"),
            ("Acme Ltd", "Acme Ltd"),
            ("Acme\tLtd ", "Acme\tLtd "),
        ] {
            assert_eq!(number(raw, name, 0), 0, "{raw}");
        }
        assert_eq!(number("Acme Ltd", "Acme Ltd", 1), 1);
        assert_eq!(number("acme ltd", "acme ltd", 0), 2);
        for buyer in 0..20_000 {
            let name = format!("buyer {buyer}");
            assert_eq!(number(&name, &name, 0), buyer + 3);
        }
        for buyer in 0..20_000 {
            let name = format!("buyer {buyer}");
            assert_eq!(number(&name, &name, 0), buyer + 3);
        }
        assert_eq!(&*accounts.list[0].name, "Acme Ltd");
    }
}
