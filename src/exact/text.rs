//! The decimal text of short numbers, digit by digit and without a detour. Long ones go the general way of `exact`.

/// Room for 128 bits with a sign and a point.
const ROOM: usize = 44;

/// The most places a number is written with here.
const MOST_PLACES: u32 = 38;

/// Nine digits are divided off at once: the rest fits into 32 bits, where a division by ten costs next to nothing.
const BILLION: u64 = 1_000_000_000;
const LONG_BILLION: u128 = 1_000_000_000;

/// Digits that are written from the last to the first.
struct Digits {
    room: [u8; ROOM],
    /// Where the first one stands.
    first: usize,
    written: u32,
    /// How many of them stand behind the point.
    places: u32,
    /// Whether zeros at the end are left out.
    trimmed: bool,
}

impl Digits {
    fn put(&mut self, byte: u8) {
        self.first = self.first.saturating_sub(1);
        if let Some(slot) = self.room.get_mut(self.first) {
            *slot = byte;
        }
    }

    #[inline(never)]
    fn digit(&mut self, digit: u8) {
        let at_point = self.written == self.places;
        let behind_point = self.written < self.places;
        let none_yet = self.first == ROOM;
        self.written = self.written.saturating_add(1);
        if none_yet && self.trimmed && behind_point && digit == 0 {
            return;
        }
        if at_point && !none_yet {
            self.put(b'.');
        }
        self.put(digit.saturating_add(b'0'));
    }

    /// Writes a number with its zeros up to so many digits.
    fn number(&mut self, mut number: u32, width: u32) {
        let end = self.written.saturating_add(width);
        while number > 0 || self.written < end {
            self.digit(u8::try_from(number % 10).unwrap_or_default());
            number /= 10;
        }
    }
}

/// The text of an integer of which so many digits stand behind the point.
#[inline(never)]
pub fn with_point(n: i128, places: u32, trimmed: bool) -> Option<String> {
    if places > MOST_PLACES {
        return None;
    }
    let mut digits = Digits { room: [0; ROOM], first: ROOM, written: 0, places, trimmed };
    let mut rest = n.unsigned_abs();
    let last = loop {
        let (upper, lower) = match u64::try_from(rest) {
            Ok(short) => match u32::try_from(short) {
                Ok(last) => break last,
                Err(_) => (u128::from(short / BILLION), short % BILLION),
            },
            Err(_) => (rest / LONG_BILLION, u64::try_from(rest % LONG_BILLION).unwrap_or_default()),
        };
        digits.number(u32::try_from(lower).unwrap_or_default(), 9);
        rest = upper;
    };
    let width = places.saturating_add(1).saturating_sub(digits.written);
    digits.number(last, width);
    if n < 0 {
        digits.put(b'-');
    }
    Some(str::from_utf8(digits.room.get(digits.first..)?).ok()?.to_owned())
}

/// The quotient of two integers: exact where 28 significant digits are enough, else rounded to so many. `None` where it takes
/// longer numbers than these.
#[inline(never)]
pub fn quotient(n: i128, d: u64, most_digits: u32) -> Option<String> {
    let size = u64::try_from(n.unsigned_abs()).ok()?;
    let (whole, mut rest) = (size.checked_div(d)?, size.checked_rem(d)?);
    // Rounded, the whole part may have a digit more; of a fraction none is significant.
    let rounds_up = |rest: u64| rest >= d.saturating_sub(rest);
    let used =
        whole.saturating_add(u64::from(rounds_up(rest))).checked_ilog10().map_or(0, |last| last.saturating_add(1));
    // Up to 28 digits, and one that is rounded up to, nothing below overflows: a rest is less than the divisor.
    28_u32.checked_sub(most_digits)?;
    let (rounded, exact) = (most_digits.checked_sub(used)?, 28_u32.checked_sub(used)?);
    // As many digits at once as a rest leaves room for.
    let room = u64::MAX.checked_div(d)?.checked_ilog10().filter(|room| *room > 0)?;
    let mut fraction = u128::from(whole);
    let mut divide = |fraction: &mut u128, places: u32| {
        let mut missing = places;
        while missing > 0 && rest > 0 {
            let step = missing.min(room);
            let power = 10_u64.wrapping_pow(step);
            let part = rest.wrapping_mul(power);
            *fraction = fraction.wrapping_mul(power.into()).wrapping_add(part.checked_div(d)?.into());
            rest = part.checked_rem(d)?;
            missing = missing.saturating_sub(step);
        }
        Some((places.saturating_sub(missing), rest))
    };
    let (places, left) = divide(&mut fraction, rounded)?;
    let (mut written, mut places) = (fraction, places);
    if left > 0 {
        let (more, end) = divide(&mut fraction, exact.saturating_sub(rounded))?;
        if end == 0 {
            (written, places) = (fraction, places.saturating_add(more));
        } else if rounds_up(left) {
            written = written.wrapping_add(1);
        }
    }
    let written = i128::try_from(written).ok()?;
    with_point(if n < 0 { written.wrapping_neg() } else { written }, places, true)
}
