//! The rows that stay in memory: sixteen bytes each, so that millions can be asked again.

use std::cmp::Reverse;

use crate::ledger::day::Day;

/// Rows of a block. Blocks never move: growing costs no second copy of what is there.
const BLOCK: usize = 1 << 14;

/// What of an invoice is paid or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The file says what is open.
    Open(i64),
    /// The file says what was paid: on the day of payment, or at some time.
    Paid(i64),
}

/// What of an invoice is disputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Disputed {
    Nothing,
    Everything,
    Amount(i64),
}

/// An accepted row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Buyer and currency.
    pub account: u32,
    pub issued: Day,
    pub due: Day,
    /// When something was paid; [`Day::NONE`] when that is not known.
    pub paid_on: Day,
    /// In units.
    pub amount: i64,
    pub standing: Standing,
    pub disputed: Disputed,
}

/// Two words: account 32, due 17, kind 2, disputed 1, high bits of the amount 12 · issued 17, paid on 17, low bits of the
/// amount 30. What does not fit lies beside, and the bits of the amount say where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packed(u64, u64);

/// How a packed row stands.
const WHOLE: u64 = 0;
const PAID_WHOLE: u64 = 1;
const CLOSED: u64 = 2;
const BESIDE: u64 = 3;

const DAY: u64 = 0x1_ffff;
/// The bits of an amount: what fits into a row is up to 219 million in ten-thousandths.
const AMOUNT_BITS: u32 = 42;

/// What does not fit into a packed row.
#[derive(Clone, Copy, Debug)]
struct Beside {
    amount: i64,
    standing: Standing,
    disputed: Disputed,
}

/// All rows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    blocks: Vec<Vec<Packed>>,
    beside: Vec<Beside>,
    /// Where the rows of each account end, once they stand together, those that close last before the others. They are all in
    /// one block then.
    ends: Vec<u32>,
}

impl Packed {
    /// The same row of an account.
    #[inline]
    pub fn of_account(self, account: u32) -> Self {
        Self(self.0 & !0xffff_ffff | u64::from(account), self.1)
    }

    #[inline]
    pub fn account(self) -> u32 {
        self.0 as u32
    }

    #[inline]
    pub fn issued(self) -> Day {
        Day((self.1 & DAY) as u32)
    }

    #[inline]
    pub fn due(self) -> Day {
        Day((self.0 >> 32 & DAY) as u32)
    }

    #[inline]
    fn kind(self) -> u64 {
        self.0 >> 49 & 3
    }

    /// The amount as far as it stands in the row. The high bits carry the sign.
    #[inline]
    fn amount(self) -> i64 {
        (self.0.cast_signed() >> 52) << 30 | (self.1 >> 34).cast_signed()
    }

    /// What is open of a row before it closes, and what of that is disputed, where the row says it itself: all or nothing.
    #[inline]
    pub fn before_closing(self) -> Option<(i64, i64)> {
        let disputed = (self.0 >> 51 & 1).cast_signed().wrapping_neg();
        (self.kind() != BESIDE).then_some((self.amount(), self.amount() & disputed))
    }

    /// Whether the row counts on a day: it is dated by then, or not at all.
    #[inline]
    pub fn is_issued_by(self, as_of: Day) -> bool {
        let issued = self.issued();
        (issued <= as_of) | (issued == Day::NONE)
    }

    /// The day from which on nothing of the row is open: the first of all where nothing ever is, and none where something
    /// stays open or the row does not say it itself.
    #[inline]
    fn closes_on(self) -> Day {
        let paid_on = Day((self.1 >> 17 & DAY) as u32);
        let kind = self.kind();
        // Without a branch: nobody foretells how the next row stands.
        let paid = if (kind == PAID_WHOLE) & (paid_on != Day::NONE) { paid_on } else { Day(0) };
        if (kind == PAID_WHOLE) | (kind == CLOSED) { paid } else { Day::NONE }
    }
}

impl Rows {
    /// Appends a row; `false` when there is no memory left.
    #[inline]
    pub fn push(&mut self, packed: Packed) -> bool {
        let room = self.blocks.last().is_some_and(|block| block.len() < BLOCK);
        if !room && !self.grow() {
            return false;
        }
        if let Some(block) = self.blocks.last_mut() {
            block.push(packed);
        }
        true
    }

    #[cold]
    fn grow(&mut self) -> bool {
        let mut block = Vec::new();
        let got = block.try_reserve_exact(BLOCK).is_ok() && self.blocks.try_reserve(1).is_ok();
        if got {
            self.blocks.push(block);
        }
        got
    }

    /// A row as it is going to be kept.
    #[cfg_attr(feature = "quick", inline(always))]
    pub fn pack(&mut self, row: &Row) -> Packed {
        let kind = match (row.standing, row.disputed) {
            (_, Disputed::Amount(_)) => BESIDE,
            (Standing::Open(open), _) if open == row.amount => WHOLE,
            (Standing::Open(0), _) => CLOSED,
            (Standing::Paid(0), _) => WHOLE,
            (Standing::Paid(paid), _) if paid == row.amount => PAID_WHOLE,
            _ => BESIDE,
        };
        let fits = (row.amount << (64 - AMOUNT_BITS)) >> (64 - AMOUNT_BITS) == row.amount;
        let (kind, amount) = if fits && kind != BESIDE { (kind, row.amount) } else { (BESIDE, self.put_beside(row)) };
        let amount = amount.cast_unsigned();
        let disputed = u64::from(row.disputed == Disputed::Everything);
        Packed(
            u64::from(row.account) | u64::from(row.due.0) << 32 | kind << 49 | disputed << 51 | (amount >> 30) << 52,
            u64::from(row.issued.0) | u64::from(row.paid_on.0) << 17 | amount << 34,
        )
    }

    #[cold]
    fn put_beside(&mut self, row: &Row) -> i64 {
        let at = self.beside.len();
        self.beside.push(Beside { amount: row.amount, standing: row.standing, disputed: row.disputed });
        i64::try_from(at).unwrap_or(i64::MAX)
    }

    /// The rows in the order in which they came.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = Row> + Clone {
        self.blocks.iter().flatten().map(|packed| self.unpack(*packed))
    }

    /// The rows block by block, for loops that must stay short.
    pub fn blocks(&self) -> impl Iterator<Item = &[Packed]> {
        self.blocks.iter().flat_map(|block| block.chunks(BLOCK))
    }

    /// Brings the rows of each account together, those that close last before the others. `false` when there is no memory left;
    /// then everything is as it was.
    pub fn gather(&mut self, accounts: usize) -> bool {
        let count = self.blocks.iter().fold(0_usize, |count, block| count.wrapping_add(block.len()));
        let (mut ends, mut gathered, mut beside) = (Vec::new(), Vec::new(), Vec::new());
        let has_room = ends.try_reserve_exact(accounts).is_ok() && gathered.try_reserve_exact(count).is_ok();
        if !has_room || beside.try_reserve_exact(self.beside.len()).is_err() {
            return false;
        }
        ends.resize(accounts, 0_u32);
        gathered.resize(count, Packed(0, 0));
        for block in self.blocks() {
            count_rows(block, &mut ends);
        }
        let mut before = 0_u32;
        for end in &mut ends {
            let count = std::mem::replace(end, before);
            before = before.wrapping_add(count);
        }
        for block in std::mem::take(&mut self.blocks) {
            for part in block.chunks(BLOCK) {
                // Where the next row of an account goes is, after its last, where the rows of the account end.
                move_rows(part, &mut ends, &mut gathered);
            }
        }
        let mut start = 0;
        for end in &ends {
            let rows = gathered.get_mut(start..*end as usize).unwrap_or_default();
            rows.sort_unstable_by_key(|packed: &Packed| Reverse(packed.closes_on()));
            start = *end as usize;
        }
        // What lies beside comes into the order of the rows, so that it is not far either.
        for packed in gathered.iter_mut().filter(|packed| packed.kind() == BESIDE) {
            let Some(told) = usize::try_from(packed.amount()).ok().and_then(|at| self.beside.get(at)) else { continue };
            let at = beside.len() as u64;
            *packed = Packed(packed.0 & !(0xfff << 52) | (at >> 30) << 52, packed.1 & !(u64::MAX << 34) | at << 34);
            beside.push(*told);
        }
        (self.blocks, self.ends, self.beside) = (vec![gathered], ends, beside);
        true
    }

    /// Rows of an account, once they stand together: those of which something may be open on a day, and maybe others.
    #[inline]
    pub fn maybe_open(&self, account: u32, as_of: Day) -> impl Iterator<Item = Packed> {
        self.of_account(account).iter().copied().take_while(move |packed| packed.closes_on() > as_of)
    }

    /// The rows of an account in any order, whether they stand together or not.
    pub fn of(&self, account: u32) -> impl Iterator<Item = Row> {
        let together = if self.ends.is_empty() { &[] } else { self.of_account(account) };
        let scattered = self.blocks.iter().flatten().take(if self.ends.is_empty() { usize::MAX } else { 0 });
        let rows = together.iter().chain(scattered).map(|packed| self.unpack(*packed));
        rows.filter(move |row| row.account == account)
    }

    /// The rows of an account, once they stand together.
    #[inline]
    pub fn of_account(&self, account: u32) -> &[Packed] {
        let end = |account: u32| self.ends.get(account as usize).map_or(0, |end| *end as usize);
        let start = account.checked_sub(1).map_or(0, end);
        self.blocks.first().and_then(|block| block.get(start..end(account))).unwrap_or(&[])
    }

    #[inline]
    pub fn unpack(&self, packed: Packed) -> Row {
        let Packed(first, second) = packed;
        let day = |bits: u64| Day((bits & DAY) as u32);
        let amount = packed.amount();
        let paid_on = day(second >> 17);
        let disputed = if first >> 51 & 1 == 0 { Disputed::Nothing } else { Disputed::Everything };
        let beside = match packed.kind() {
            WHOLE => Beside { amount, standing: Standing::Open(amount), disputed },
            PAID_WHOLE => Beside { amount, standing: Standing::Paid(amount), disputed },
            CLOSED => Beside { amount, standing: Standing::Open(0), disputed },
            _ => self.beside(amount),
        };
        Row {
            account: first as u32,
            due: day(first >> 32),
            issued: day(second),
            paid_on,
            amount: beside.amount,
            standing: beside.standing,
            disputed: beside.disputed,
        }
    }

    #[cold]
    fn beside(&self, at: i64) -> Beside {
        let nothing = Beside { amount: 0, standing: Standing::Open(0), disputed: Disputed::Nothing };
        usize::try_from(at).ok().and_then(|at| self.beside.get(at)).copied().unwrap_or(nothing)
    }

    /// Changes dates of rows, given by their number.
    pub fn swap_dates(&mut self, rows: &[u32], swap: impl Fn(Row) -> Row) {
        for row in rows {
            let at = *row as usize;
            let Some(packed) = self.blocks.get(at / BLOCK).and_then(|block| block.get(at % BLOCK)).copied() else {
                continue;
            };
            let changed = swap(self.unpack(packed));
            let Packed(first, second) = packed;
            let packed = Packed(
                first & !(DAY << 32) | u64::from(changed.due.0) << 32,
                second & !(DAY | DAY << 17) | u64::from(changed.issued.0) | u64::from(changed.paid_on.0) << 17,
            );
            if let Some(place) = self.blocks.get_mut(at / BLOCK).and_then(|block| block.get_mut(at % BLOCK)) {
                *place = packed;
            }
        }
    }
}

/// How many rows each account has in a block.
#[inline(never)]
fn count_rows(block: &[Packed], counts: &mut [u32]) {
    for packed in block {
        if let Some(count) = counts.get_mut(packed.account() as usize) {
            *count = count.wrapping_add(1);
        }
    }
}

/// Moves the rows of a block to the next places of their accounts.
#[inline(never)]
fn move_rows(block: &[Packed], next: &mut [u32], to: &mut [Packed]) {
    for packed in block {
        let Some(at) = next.get_mut(packed.account() as usize) else { continue };
        if let Some(place) = to.get_mut(*at as usize) {
            *place = *packed;
        }
        *at = at.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_as_it_went_in() {
        let mut rows = Rows::default();
        let mut put = Vec::new();
        let most = 100_000_000_000_000_000;
        for amount in
            [0, 1, -1, 12_345_600, -12_345_600, (1 << 41) - 1, 1 << 41, -(1 << 41), -(1 << 41) - 1, most, -most]
        {
            for (paid_on, issued) in [(Day(0), Day(109_938)), (Day::NONE, Day::NONE), (Day(45_000), Day(0))] {
                let standings = [
                    Standing::Open(amount),
                    Standing::Open(0),
                    Standing::Open(77),
                    Standing::Open(-most),
                    Standing::Paid(amount),
                    Standing::Paid(3),
                ];
                for standing in standings {
                    for disputed in [Disputed::Nothing, Disputed::Everything, Disputed::Amount(5)] {
                        let account = u32::MAX - u32::try_from(put.len()).unwrap();
                        let row = Row {
                            account,
                            issued,
                            due: Day(109_938 - account % 7),
                            paid_on,
                            amount,
                            standing,
                            disputed,
                        };
                        let packed = rows.pack(&row);
                        assert!(rows.push(packed.of_account(account)));
                        put.push(row);
                    }
                }
            }
        }
        for (row, back) in put.iter().zip(rows.iter()) {
            let paid = |row: &Row| match row.standing {
                Standing::Open(open) => row.amount - open,
                Standing::Paid(paid) => paid,
            };
            assert_eq!(
                (back.account, back.issued, back.due, back.paid_on),
                (row.account, row.issued, row.due, row.paid_on)
            );
            assert_eq!((back.amount, back.disputed), (row.amount, row.disputed));
            // Nothing paid and everything open are the same.
            assert!(paid(&back) == paid(row) && (paid(row) == 0 || back.standing == row.standing));
        }
        assert_eq!(rows.iter().count(), put.len());
    }
}
