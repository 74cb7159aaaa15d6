import { compare, difference, magnitude, percentOfShare, rounded } from './decimal';
import type { Unit } from './units';
import type { Words } from './words';

/** Intl takes decimal text exactly; only its type is narrower than what the engine promises. */
const exact = (text: string) => text as Intl.StringNumericLiteral;

/** Figures as one language and currency write them. Every method takes decimal text and never turns it into a float. */
export class Format {
  readonly #language: string;
  readonly #words: Words;
  readonly #formats = new Map<string, Intl.NumberFormat>();
  readonly currency: string;

  constructor(language: string, words: Words, currency: string) {
    this.#language = language;
    this.#words = words;
    this.currency = currency;
  }

  /** Made when it is needed: a browser takes its time over the first. */
  #number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    const format = this.#formats.get(key) ?? new Intl.NumberFormat(this.#language, options);
    this.#formats.set(key, format);
    return format;
  }

  #money(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
    return this.#number({ style: 'currency', currency: this.currency, currencyDisplay: 'narrowSymbol', ...options });
  }

  /**
   * A figure with its unit. `digits` is how many places at most, `fixed` keeps them all, as in a column of figures,
   * `signed` puts a plus before a rise.
   */
  figure(unit: Unit, text: string, { digits = 2, fixed = false, signed = false } = {}): string {
    const { units } = this.#words;
    const places = { minimumFractionDigits: fixed ? digits : 0, maximumFractionDigits: digits };
    const sign = { signDisplay: signed ? 'exceptZero' : 'auto' } as const;
    const number = (options: Intl.NumberFormatOptions) => this.#number({ ...sign, ...options }).format(exact(text));
    switch (unit) {
      case 'money':
        return this.#money().format(exact(text));
      case 'percent':
        return number({ style: 'percent', ...places });
      case 'ratio':
        return number({ minimumFractionDigits: 2, maximumFractionDigits: digits });
      case 'days':
        return units.days(number(places));
      case 'points':
        return units.points(number(places));
      case 'years':
        return units.years(number({}));
      case 'times':
        return units.times(number(places));
      case 'multiple':
        return units.multiple(number(places));
      case 'quarters':
        return units.quarters(number(places));
      case 'months':
        return units.months(number({}));
      case 'month':
        return units.month(number({}));
      case 'customers':
        return units.customers(number({}));
      case 'number':
        return number({ maximumFractionDigits: 8 });
    }
  }

  /** As many places as it takes to tell two figures apart: 15.003 % is not shown as 15 % against 15 %. */
  digitsApart(unit: Unit, a: string, b: string): number {
    if (compare(a, b) === 0) return 2;
    let digits = 2;
    while (digits < 6 && this.figure(unit, a, { digits }) === this.figure(unit, b, { digits })) digits++;
    return digits;
  }

  /** How far two figures are apart as they are shown, whichever is the greater: who subtracts them gets the same. */
  distance(unit: Unit, a: string, b: string): string | null {
    const digits = this.digitsApart(unit, a, b);
    // A percentage has its point two places further right; money is always shown whole.
    const places = unit === 'money' ? 8 : unit === 'percent' ? digits + 2 : digits;
    const apart = difference(rounded(a, places), rounded(b, places));
    if (apart === null || apart === '0') return null;
    const size = magnitude(apart);
    if (unit === 'percent') return this.#words.results.points(this.figure('number', percentOfShare(size)));
    return this.figure(unit, size, { digits });
  }

  /** For the ticks of a chart. */
  compact(text: string): string {
    const short = { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 } as const;
    return this.#money(short).format(exact(text));
  }

  /** `2025-11` */
  month(text: string): string {
    const format = new Intl.DateTimeFormat(this.#language, { year: 'numeric', month: 'short', timeZone: 'UTC' });
    return format.format(Date.parse(`${text}-01T00:00:00Z`));
  }

  /** Day and month alone, for the marks of a chart. */
  day(text: string): string {
    const format = new Intl.DateTimeFormat(this.#language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    return format.format(Date.parse(`${text}T00:00:00Z`));
  }

  date(text: string): string {
    const format = new Intl.DateTimeFormat(this.#language, { dateStyle: 'medium', timeZone: 'UTC' });
    return format.format(Date.parse(`${text}T00:00:00Z`));
  }
}
