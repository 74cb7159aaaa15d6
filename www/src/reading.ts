import { percentOfShare, shareOfPercent, shifted, withoutIdleZeros } from './decimal';
import type { Engine, FieldSpec } from './engine';
import { fieldUnit, type Unit } from './units';

/** How a text may be meant: what the engine is given, and a text that says it without doubt. */
export interface Meaning {
  readonly value: string;
  readonly text: string;
}

/** What becomes of a text on its way from a field to the engine. */
export type Reading =
  /** Nothing to read: it goes as it is. */
  | { readonly kind: 'plain'; readonly value: string }
  /** Read as people write it; the field says how. */
  | { readonly kind: 'read'; readonly value: string }
  /** It may mean two things; only the visitor knows. */
  | { readonly kind: 'two'; readonly meanings: readonly Meaning[] }
  /** It goes as it is, for the engine to say what is wrong. */
  | { readonly kind: 'unread'; readonly value: string };

/** Reads what is typed in one language. */
export type Reader = (spec: FieldSpec, text: string) => Reading;

const PLAIN = /^-?\d+(\.\d+)?$/;

/** Full-width characters as their ordinary ones. */
const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .trim();

/** Words that only repeat the unit beside the field. */
const UNIT_WORDS: Partial<Record<Unit, RegExp>> = {
  days: /\s*(天|日|days?|d)$/i,
  months: /\s*(个月|月|months?)$/i,
  years: /\s*(年|years?)$/i,
  customers: /\s*(家|个|customers?)$/i,
  points: /\s*(分|points?)$/i,
  times: /\s*(次|times|x|×)$/i,
  multiple: /\s*(倍|times|x|×)$/i,
  number: /\s*(次|张|个|期)$/i,
};

/** The number in a text, with its separators. */
export const digitsOf = (text: string): string => /\d([\d.,\s']*\d)?/.exec(text)?.[0] ?? '';

/** `8900,00`, `1 234,56`, `0,5`: no comma parts thousands like that. */
export const isDecimalComma = (number: string): boolean =>
  /^(0,\d+|\d{4,},\d{1,2}|\d{1,3}([.\s']\d{3})+,\d+)$/.test(number);

export function reader(engine: Engine, language: string): Reader {
  /** A number with separators, in every way it may be meant. */
  const meant = (text: string): string[] => {
    if (PLAIN.test(text)) return [text];
    const answer = engine.parseAmount(text, language);
    if (answer.kind === 'amount') return [answer.amount];
    // As thousands, then as decimals.
    return (answer.issues[0]?.allowed ?? []).slice(isDecimalComma(digitsOf(text)) ? 1 : 0);
  };

  const number = (raw: string, text: string, toEngine = (value: string) => value, toField = toEngine): Reading => {
    const values = meant(text);
    const [only, other] = values;
    if (only === undefined) return { kind: 'unread', value: raw };
    if (other !== undefined)
      return { kind: 'two', meanings: values.map((value) => ({ value: toEngine(value), text: toField(value) })) };
    return PLAIN.test(raw) ? { kind: 'plain', value: toEngine(only) } : { kind: 'read', value: toEngine(only) };
  };

  /** `15`, `15%`, `2.8‰`, `万分之五`: as a share. */
  const percent = (raw: string, text: string): Reading => {
    const part = (digits: string, places: number) => {
      const share = (value: string) => withoutIdleZeros(shifted(value, places));
      return number(raw, digits, share, (value) => percentOfShare(share(value)));
    };
    const [, of, said = ''] = /^(百|千|万)分之(.+)$/.exec(text) ?? [];
    if (of) return part(CHINESE_DIGITS.get(said) ?? said, of === '百' ? -2 : of === '千' ? -3 : -4);
    if (text.endsWith('‰')) return part(text.slice(0, -1).trim(), -3);
    return number(raw, text.replace(/\s*(%|percent)$/i, ''), shareOfPercent, (value) => value);
  };

  return (spec, typed) => {
    const raw = typed.trim();
    const text = narrow(raw);
    switch (spec.type) {
      case 'money':
        return number(raw, text);
      case 'ratio':
        if (fieldUnit(spec) === 'percent') return percent(raw, text);
        return text.endsWith('%') ? percent(raw, text) : counted(spec, raw, text);
      case 'days':
      case 'points':
      case 'count':
        return counted(spec, raw, text);
      case 'date':
        return date(raw, text);
      case 'month':
        return month(raw, text);
      default:
        return { kind: 'plain', value: raw };
    }
  };

  function counted(spec: FieldSpec, raw: string, text: string): Reading {
    const unit = UNIT_WORDS[fieldUnit(spec)];
    const digits = unit ? text.replace(unit, '') : text;
    // The engine takes 万 and k as zeros of an amount; three thousand days are a slip.
    return /^[-\d.,'\s]+$/.test(digits) ? number(raw, digits) : { kind: 'unread', value: raw };
  }
}

const CHINESE_DIGITS = new Map([...'一二三四五六七八九'].map((digit, place) => [digit, String(place + 1)]));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const iso = (year: string, month: string | number, day: string | number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** `2025/3/1`, `2025年3月1日`, `20250301`, `1 March 2025`, `31/3/2025`: the engine says whether there is such a day. */
function date(raw: string, text: string): Reading {
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw)) return { kind: 'plain', value: raw };
  // What a spreadsheet adds to a day: midnight.
  const day = text.replace(/[ T]0?0:00(:00)?(\.0+)?$/, '');
  const named =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  if (named) return { kind: 'read', value: iso(named[1] ?? '', named[2] ?? '', named[3] ?? '') };
  const [, first = '', firstMonth = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -]\d{4}$/.exec(day) ?? [];
  const [, nextMonth = '', next = ''] = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? \d{4}$/.exec(day) ?? [];
  const word = monthOf(firstMonth || nextMonth);
  if (word > 0 && (firstMonth || nextMonth)) return { kind: 'read', value: iso(day.slice(-4), word, first || next) };
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(day);
  if (!parts) return { kind: 'unread', value: raw };
  const [, one = '', two = '', year = ''] = parts;
  const values = [
    ...new Set([
      ...(Number(two) <= 12 ? [iso(year, two, one)] : []),
      ...(Number(one) <= 12 ? [iso(year, one, two)] : []),
    ]),
  ];
  const [only, other] = values;
  if (only === undefined) return { kind: 'unread', value: raw };
  if (other !== undefined) return { kind: 'two', meanings: values.map((value) => ({ value, text: value })) };
  return { kind: 'read', value: only };
}

/** `2025/3`, `2025年3月`, `202503`, `March 2025`, and any day of the month. */
function month(raw: string, text: string): Reading {
  if (/^\d{4}-\d{2}$/.test(raw)) return { kind: 'plain', value: raw };
  const named = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  if (named) return { kind: 'read', value: iso(named[1] ?? '', named[2] ?? '', 1).slice(0, 7) };
  const [, name = '', year = ''] = /^([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(text) ?? [];
  if (monthOf(name) > 0 && name) return { kind: 'read', value: iso(year, monthOf(name), 1).slice(0, 7) };
  const day = date(raw, text);
  return day.kind === 'read' || day.kind === 'plain'
    ? { kind: 'read', value: day.value.slice(0, 7) }
    : { kind: 'unread', value: raw };
}
