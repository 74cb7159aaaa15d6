//! Amounts as people type them, or export them from a spreadsheet.
//!
//! Full-width digits, currency signs, spaces, thousand separators, accounting brackets, 万 and 亿. Text with two
//! readings that the locale does not settle is an error that names both, never a guess.

use crate::error::{InputError, Issue, Problem};
use crate::exact::Exact;
use crate::quantity::{Currency, parse_plain};

/// How a locale writes numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Convention {
    /// 1,234.56
    DecimalPoint,
    /// 1.234,56 or 1 234,56
    DecimalComma,
    /// Not known.
    Open,
}

/// Languages that write a decimal comma.
const COMMA_LANGUAGES: &[&str] = &[
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu", "hy",
    "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "mn", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk",
    "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
];

/// Languages that write a decimal point.
const POINT_LANGUAGES: &[&str] = &[
    "ar", "bn", "en", "fa", "gu", "he", "hi", "ja", "kn", "ko", "ml", "mr", "ms", "my", "ne", "pa", "si", "sw", "ta",
    "te", "th", "tl", "ur", "zh",
];

/// Regions that differ from their language.
const POINT_REGIONS: &[&str] = &[
    "de-CH", "de-LI", "it-CH", "es-MX", "es-US", "es-PR", "es-GT", "es-HN", "es-NI", "es-PA", "es-PE", "es-SV", "es-DO",
];

impl Convention {
    fn of(locale: &str) -> Self {
        let language = locale.split(['-', '_']).next().unwrap_or_default();
        if POINT_REGIONS.contains(&locale) || POINT_LANGUAGES.contains(&language) {
            Self::DecimalPoint
        } else if COMMA_LANGUAGES.contains(&language) {
            Self::DecimalComma
        } else {
            Self::Open
        }
    }
}

/// Words behind a number and the zeros they stand for, longest first.
const SUFFIXES: &[(&str, u32)] = &[
    ("万亿", 12),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("億", 8),
    ("万", 4),
    ("萬", 4),
    ("千", 3),
    ("k", 3),
    ("m", 6),
];

/// Signs of currencies that stand before or behind a number. Codes are recognised too.
const CURRENCY_SIGNS: &[char] =
    &['¥', '$', '€', '£', '元', '圆', '圓', '₩', '₹', '฿', '₫', '₽', '₺', '₴', '₪', '₱', '¢', '円'];

/// Reads an amount of money.
///
/// Takes full-width digits and signs, currency signs and codes, spaces, the thousand separators of the locale,
/// brackets or a minus sign (also behind) for negatives, and the suffixes 千, 万, 百万, 千万, 亿, 万亿, `k`, `m`.
///
/// The result is a plain decimal, such as `120000000` for `1.2亿`.
///
/// # Errors
/// [`Problem::NotANumber`] for text that is no amount, and for text with two readings that the locale does not
/// settle, such as `1,234` without a locale; `allowed` then names both. [`Problem::OutOfRange`] beyond 20 digits,
/// [`Problem::TooPrecise`] beyond 8 decimal places.
///
/// # Source
/// House.
///
/// # Example
/// ```
/// assert_eq!(trade_credit::parse_amount("￥１.2亿", "zh-CN").unwrap(), "120000000");
/// assert_eq!(trade_credit::parse_amount("(1,234.50)", "en").unwrap(), "-1234.5");
/// assert_eq!(trade_credit::parse_amount("1.234,50", "de").unwrap(), "1234.5");
/// assert!(trade_credit::parse_amount("1,234", "").is_err());
/// ```
pub fn parse_amount(text: &str, locale: &str) -> Result<String, InputError> {
    let plain: String = text.chars().map(narrow).collect();
    let (negative, rest) = sign(plain.trim());
    let (zeros, number) = suffix(rest.trim());
    let readings = match readings(number.trim(), Convention::of(locale)) {
        Readings::None => return Err(problem(Problem::NotANumber, Vec::new())),
        Readings::One(number) => vec![number],
        Readings::Two(thousands, decimal) => vec![thousands, decimal],
    };
    let mut values = Vec::new();
    for reading in readings {
        values.push(scaled(&reading, zeros, negative)?);
    }
    match <[String; 1]>::try_from(values) {
        Ok([value]) => Ok(value),
        Err(values) => Err(problem(Problem::NotANumber, values)),
    }
}

fn problem(code: Problem, allowed: Vec<String>) -> InputError {
    let allowed = (!allowed.is_empty()).then_some(allowed);
    InputError {
        issues: vec![Issue {
            allowed: allowed.map(|words| words.into_iter().map(Into::into).collect()),
            ..Issue::new(String::new(), code)
        }],
    }
}

/// Full-width characters as their ordinary ones, every kind of space as a space, every minus as a hyphen.
fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character).saturating_sub(0xfee0)).unwrap_or(character),
        '￥' => '¥',
        '￡' => '£',
        '￦' => '₩',
        '−' | '–' => '-',
        '’' => '\'',
        _ if character.is_whitespace() || character == '\u{feff}' => ' ',
        _ => character,
    }
}

/// Takes signs, brackets and currencies off both ends.
fn sign(text: &str) -> (bool, &str) {
    let (mut negative, mut rest) = (false, text);
    loop {
        let before = rest;
        rest = without_currency(rest.trim());
        if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            // A second sign would turn the first one round; nobody means that.
            if negative {
                return (negative, "");
            }
            (negative, rest) = (true, inner);
        } else if let Some(inner) = rest.strip_prefix('-').or_else(|| rest.strip_suffix('-')) {
            if negative {
                return (negative, "");
            }
            (negative, rest) = (true, inner);
        } else if let Some(inner) = rest.strip_prefix('+') {
            rest = inner;
        }
        if rest == before {
            return (negative, rest);
        }
    }
}

fn without_currency(text: &str) -> &str {
    let text = text.strip_prefix(CURRENCY_SIGNS).or_else(|| text.strip_suffix(CURRENCY_SIGNS)).unwrap_or(text);
    let is_code = |code: &str| code == "RMB" || Currency::from_code(code).is_some();
    if let Some((code, rest)) = text.split_at_checked(3)
        && is_code(code)
    {
        return rest;
    }
    if let Some((rest, code)) = text.len().checked_sub(3).and_then(|at| text.split_at_checked(at))
        && is_code(code)
    {
        return rest;
    }
    text
}

fn suffix(text: &str) -> (u32, &str) {
    let lower =
        |suffix: &str| text.strip_suffix(suffix).or_else(|| text.strip_suffix(suffix.to_ascii_uppercase().as_str()));
    SUFFIXES.iter().find_map(|(word, zeros)| Some((*zeros, lower(word)?))).unwrap_or((0, text))
}

/// The plain decimals that a text may stand for.
enum Readings {
    None,
    One(String),
    /// As thousands, and as a decimal.
    Two(String, String),
}

fn readings(text: &str, convention: Convention) -> Readings {
    let separators: Vec<char> = text.chars().filter(|character| !character.is_ascii_digit()).collect();
    let only = |reading: Option<String>| reading.map_or(Readings::None, Readings::One);
    let kinds = |wanted: char| separators.iter().filter(|separator| **separator == wanted).count();
    let (commas, points) = (kinds(','), kinds('.'));
    let last = separators.last().copied();
    match (commas, points) {
        (0, 0) => only(grouped(text, &separators)),
        // Both kinds: the last one is the decimal separator, whatever the locale.
        (1.., 1) if last == Some('.') => only(split(text, '.')),
        (1, 1..) if last == Some(',') => only(split(text, ',')),
        (1.., 1..) => Readings::None,
        // Several of one kind can only be thousands.
        (2.., 0) | (0, 2..) => only(grouped(text, &separators)),
        _ => one_separator(text, if commas == 1 { ',' } else { '.' }, &separators, convention),
    }
}

/// One comma or point: thousands or decimals? The locale says; without one, the digits may.
fn one_separator(text: &str, separator: char, separators: &[char], convention: Convention) -> Readings {
    let thousands = grouped(text, separators);
    let decimal = split(text, separator);
    let is_decimal_here = match (convention, separator) {
        (Convention::DecimalPoint, '.') | (Convention::DecimalComma, ',') => Some(true),
        (Convention::DecimalPoint, _) | (Convention::DecimalComma, _) => Some(false),
        (Convention::Open, _) => None,
    };
    match (is_decimal_here, thousands, decimal) {
        (Some(true), _, decimal) => decimal.map_or(Readings::None, Readings::One),
        (Some(false), Some(thousands), _) => Readings::One(thousands),
        // `1,23` where a comma parts thousands: a slip, or a decimal comma from elsewhere?
        (Some(false), None, Some(decimal)) => Readings::Two(decimal.replace('.', ""), decimal),
        (None, Some(thousands), Some(decimal)) => Readings::Two(thousands, decimal),
        (_, None, decimal) => decimal.map_or(Readings::None, Readings::One),
        (_, thousands, None) => thousands.map_or(Readings::None, Readings::One),
    }
}

/// Digits in groups of three (or, before the last group, two as in India), without a decimal part.
fn grouped(text: &str, separators: &[char]) -> Option<String> {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some(separator) = separators.first().copied() else {
        return all_digits(text).then(|| text.to_owned());
    };
    if !matches!(separator, ',' | '.' | ' ' | '\'') || separators.iter().any(|other| *other != separator) {
        return None;
    }
    let groups: Vec<&str> = text.split(separator).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let of_three = middle.iter().all(|group| group.len() == 3) && first.len() <= 3;
    let of_two =
        separator == ',' && !middle.is_empty() && middle.iter().all(|group| group.len() == 2) && first.len() <= 2;
    let fits = last.len() == 3
        && (of_three || of_two)
        && !first.starts_with('0')
        && groups.iter().all(|group| all_digits(group));
    fits.then(|| groups.concat())
}

/// Grouped digits, the separator, and the decimals behind it.
fn split(text: &str, separator: char) -> Option<String> {
    let (whole, fraction) = text.rsplit_once(separator)?;
    let separators: Vec<char> = whole.chars().filter(|character| !character.is_ascii_digit()).collect();
    let whole = if whole.is_empty() { "0".to_owned() } else { grouped(whole, &separators)? };
    let fits =
        !separators.contains(&separator) && !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| [&whole, ".", fraction].concat())
}

fn scaled(number: &str, zeros: u32, negative: bool) -> Result<String, InputError> {
    let value = parse_plain(number, 8).map_err(|unreadable| problem(unreadable.into(), Vec::new()))?;
    let mut value = (0..zeros).fold(Exact::from(value), |value, _| value * Exact::from(10_u32));
    if negative {
        value = Exact::ZERO - value;
    }
    Ok(value.to_plain())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, locale: &str) -> String {
        parse_amount(text, locale).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn both_readings(text: &str, locale: &str) -> Vec<String> {
        let issue = parse_amount(text, locale).unwrap_err().issues.remove(0);
        issue.allowed.unwrap_or_default().into_iter().map(|word| word.to_string()).collect()
    }

    #[test]
    fn what_people_type_is_read() {
        for (text, locale, value) in [
            ("1234.50", "", "1234.5"),
            ("１２３４．５", "zh-CN", "1234.5"),
            ("￥1,234,567.89", "zh-CN", "1234567.89"),
            ("1.2亿", "zh-CN", "120000000"),
            ("3,500万元", "zh-CN", "35000000"),
            ("1.5万亿", "zh-CN", "1500000000000"),
            ("250k", "en", "250000"),
            ("2.5M", "en", "2500000"),
            ("USD 1,000", "en", "1000"),
            ("1 000,50 €", "fr", "1000.5"),
            ("1\u{202f}234\u{a0}567", "fr", "1234567"),
            ("1.234.567", "", "1234567"),
            ("1.234,56", "zh-CN", "1234.56"),
            ("1,234.56", "de", "1234.56"),
            ("1'234.50", "de-CH", "1234.5"),
            ("12,34,567.5", "en-IN", "1234567.5"),
            ("(1,234.50)", "en", "-1234.5"),
            ("（500）", "zh-CN", "-500"),
            ("-¥500", "zh-CN", "-500"),
            ("¥-500", "zh-CN", "-500"),
            ("500-", "", "-500"),
            ("−0.5", "en", "-0.5"),
            (".5", "en", "0.5"),
            ("0,125", "", "0.125"),
            ("1234,567", "", "1234.567"),
            ("1,234", "de", "1.234"),
            ("1,234", "en-GB", "1234"),
            ("+7", "", "7"),
            ("0", "zh", "0"),
        ] {
            assert_eq!(read(text, locale), value, "{text} in {locale}");
        }
    }

    #[test]
    fn two_readings_are_named_and_never_guessed() {
        assert_eq!(both_readings("1,234", ""), ["1234", "1.234"]);
        assert_eq!(both_readings("1.234", "xx"), ["1234", "1.234"]);
        assert_eq!(both_readings("1.234万", ""), ["12340000", "12340"]);
        assert_eq!(both_readings("1,23", "en"), ["123", "1.23"]);
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "", " ", "-", "()", "¥", "abc", "1e5", "1..2", "1,2,3", "12 34", "--5", "(-5)", "1.2.3,4", "万", "5%",
            "0x10", "1_000", "一百",
        ] {
            let issue = parse_amount(text, "en").expect_err(text).issues.remove(0);
            assert_eq!(issue.code, Problem::NotANumber, "{text}");
        }
        assert_eq!(parse_amount(&"9".repeat(30), "en").unwrap_err().issues[0].code, Problem::OutOfRange);
        assert_eq!(parse_amount("0.123456789", "en").unwrap_err().issues[0].code, Problem::TooPrecise);
    }
}
