//! The accounts: a buyer in a currency, found by the bytes that name it in the file.

use crate::ledger::hashing::{SHORT, hash_name, padded, shown, start, words};
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

/// A place of the table, in a line of the cache: the upper half of the hash, the account, and the name as it stands in the
/// file. Of one that is longer the place says where its bytes begin in the store.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Slot {
    name: [u8; SHORT],
    hash: u32,
    account: u32,
    /// Eight bits of currency below the number of bytes.
    length: u64,
}

const FREE: Slot = Slot { name: [0; SHORT], hash: 0, account: u32::MAX, length: 0 };

/// All accounts. Names are looked up as they stand in the file, quotes and spaces included: only a writing that was not
/// seen before is looked at closely.
#[derive(Debug)]
pub(super) struct Accounts {
    pub list: Vec<Account>,
    /// A power of two of places, at most three quarters of them taken.
    slots: Vec<Slot>,
    taken: usize,
    /// The bytes of long names.
    store: Vec<u8>,
}

impl Default for Accounts {
    fn default() -> Self {
        Self { list: Vec::new(), slots: vec![FREE; 256], taken: 0, store: Vec::new() }
    }
}

/// A place of the table that was looked at: its number, and the hash there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    at: u32,
    hash: u32,
}

impl Accounts {
    /// The place where a name would be looked for first. Asking for many of them before the first is used lets the
    /// memory fetch them all at once.
    #[inline]
    pub fn first_place(&self, hash: u64) -> Place {
        self.place((hash >> 32) as u32)
    }

    #[inline]
    fn place(&self, at: u32) -> Place {
        let at = at & (self.slots.len() as u32).wrapping_sub(1);
        Place { at, hash: self.slots.get(at as usize).map_or(0, |slot| slot.hash) }
    }

    /// From a place on, the first that is free or taken by a name with the hash.
    #[inline]
    pub fn settled(&self, mut place: Place, hash: u64) -> Place {
        while place.hash != (hash >> 32) as u32 && self.account(place).is_some() {
            place = self.place(place.at.wrapping_add(1));
        }
        place
    }

    /// The account at a place.
    fn account(&self, place: Place) -> Option<u32> {
        self.slots.get(place.at as usize).map(|slot| slot.account).filter(|account| *account != u32::MAX)
    }

    /// The account at a place, when it is that of a short name, from the bytes that begin with it.
    #[inline]
    pub fn at(&self, place: Place, window: &[u8; SHORT], length: usize, currency: u8) -> Option<u32> {
        let slot = self.slots.get(place.at as usize)?;
        let names = words(window).zip(words(&slot.name)).zip(words(shown(length)));
        let differ = names.fold(slot.length ^ start(length, currency), |bits, ((word, other), shown)| {
            bits | ((word ^ other) & shown)
        });
        (differ == 0 && slot.account != u32::MAX).then_some(slot.account)
    }

    /// The account of a name as it stands in the file.
    pub fn find(&self, raw: &[u8], currency: u8, hash: u64) -> Option<u32> {
        let mut place = self.settled(self.first_place(hash), hash);
        while let Some(slot) = self.slots.get(place.at as usize).filter(|slot| slot.account != u32::MAX) {
            if slot.length == start(raw.len(), currency) && self.writing(slot) == Some(raw) {
                return Some(slot.account);
            }
            place = self.settled(self.place(place.at.wrapping_add(1)), hash);
        }
        None
    }

    /// The name at a place.
    fn writing<'a>(&'a self, slot: &'a Slot) -> Option<&'a [u8]> {
        let length = (slot.length >> 8) as usize;
        if length <= SHORT {
            return slot.name.get(..length);
        }
        let start = u64::from_le_bytes(*slot.name.first_chunk()?) as usize;
        self.store.get(start..start.checked_add(length)?)
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
        if self.taken.saturating_mul(4) >= self.slots.len().saturating_mul(3) {
            self.grow()?;
        }
        let name = if raw.len() > SHORT {
            let start = self.store.len() as u64;
            self.store.try_reserve(raw.len()).ok()?;
            self.store.extend_from_slice(raw);
            padded(&start.to_le_bytes())
        } else {
            padded(raw)
        };
        self.taken = self.taken.saturating_add(1);
        let length = start(raw.len(), currency);
        place(&mut self.slots, &Slot { name, hash: (hash >> 32) as u32, account, length });
        Some(())
    }

    fn grow(&mut self) -> Option<()> {
        let mut slots = Vec::new();
        slots.try_reserve_exact(self.slots.len().checked_mul(2)?).ok()?;
        slots.resize(self.slots.len().wrapping_mul(2), FREE);
        for slot in self.slots.iter().filter(|slot| slot.account != u32::MAX) {
            place(&mut slots, slot);
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

fn place(slots: &mut [Slot], slot: &Slot) {
    let mask = slots.len().wrapping_sub(1);
    let mut at = slot.hash as usize & mask;
    while let Some(taken) = slots.get_mut(at) {
        if taken.account == u32::MAX {
            *taken = *slot;
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
#[cfg_attr(feature = "quick", inline(always))]
pub(super) fn is_surely_named(raw: &[u8]) -> bool {
    let inner = raw.strip_prefix(b"\"").unwrap_or(raw);
    inner.first().is_some_and(|first| *first > b' ' && !matches!(first, b'"' | 0x7f | 0xc2 | 0xe1..=0xe3 | 0xef))
}

/// Whether a name is surely folded: no control character, no space beside another or at an end, and no byte that white
/// space outside of ASCII begins with.
fn is_folded(name: &[u8]) -> bool {
    let is_odd =
        |byte: u8| (byte < b' ') | (byte == 0x7f) | (byte == 0xc2) | (0xe1..=0xe3).contains(&byte) | (byte == 0xef);
    let behind = name.get(1..).unwrap_or(&[]);
    // Without an end before the last byte: then it is done for many bytes at once.
    let odd = name.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    let double =
        name.iter().zip(behind).fold(false, |double, (byte, next)| double | ((*byte == b' ') & (*next == b' ')));
    !odd && !double && name.first() != Some(&b' ') && name.last() != Some(&b' ')
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
    fn names_of_any_length_have_their_own_account() {
        let mut accounts = Accounts::default();
        let file: Vec<u8> = (0..400_u32).map(|at| b'a' + (at * at % 23) as u8).collect();
        let names: Vec<&[u8]> = (1..130)
            .flat_map(|length| file.windows(length).take(40))
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect();
        for (number, name) in (0..).zip(&names) {
            let hash = hash_name(name, 0);
            assert_eq!(accounts.find(name, 0, hash), None);
            assert_eq!(accounts.add(name, str::from_utf8(name).unwrap(), 0, hash), Some(number));
        }
        for (number, name) in (0..).zip(&names) {
            let hash = hash_name(name, 0);
            assert_eq!(accounts.find(name, 0, hash), Some(number));
            let behind = [name, &[b'x'; SHORT][..]].concat();
            let place = accounts.settled(accounts.first_place(hash), hash);
            let at = accounts.at(place, behind.first_chunk().unwrap(), name.len(), 0);
            assert_eq!(at, (name.len() <= SHORT).then_some(number));
            assert_eq!(accounts.at(place, behind.first_chunk().unwrap(), name.len(), 1), None);
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
