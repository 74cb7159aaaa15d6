/**
 * A ledger to try things with: 5,000 rows of an exporter that sells at home and abroad, always the same for a day and a
 * language. Amounts are spread as invoices are (most small, few large), a few buyers owe most, some pay late, some
 * dispute, and there are credit notes.
 *
 * Whole numbers only, so that every browser makes the same file.
 */

export const SAMPLE_ROWS = 5000;
const BUYERS = 180;

/** The words of a sample in one language. */
export interface SampleWords {
  readonly file: string;
  readonly headings: readonly string[];
  readonly yes: string;
  readonly no: string;
  /** Buyers are named by a place, a trade and a form: as many of each as make all names different. */
  readonly places: readonly string[];
  readonly trades: readonly string[];
  readonly forms: readonly string[];
  readonly name: (place: string, trade: string, form: string) => string;
}

interface Buyer {
  readonly name: string;
  readonly terms: number;
  /** Days it pays late, on average. */
  readonly habit: number;
  readonly isForeign: boolean;
  readonly limit: number;
  /** The rung of its usual amount. */
  readonly size: number;
}

/** Mulberry32: whole numbers of 32 bits, good enough for a sample. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let next = Math.imul(state ^ (state >>> 15), state | 1);
    next ^= next + Math.imul(next ^ (next >>> 7), next | 61);
    return ((next ^ (next >>> 14)) >>> 0) % below;
  };
}

/** Amounts in cents, each 7 % above the one before: an even walk over them spreads as a logarithm does. */
const ladder: readonly number[] = (() => {
  const rungs = [60_000];
  for (let rung = 1; rung < 140; rung++) rungs.push(Math.floor(((rungs[rung - 1] ?? 0) * 107) / 100));
  return rungs;
})();

const DAY = 86_400_000;
const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

function money(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The sum of twelve dice: as good as the bell curve, from −`width` to `width`. */
const bell = (random: (below: number) => number, width: number): number => {
  let sum = 0;
  for (let die = 0; die < 12; die++) sum += random(2001) - 1000;
  return Math.trunc((sum * width) / 6000);
};

function buyers(words: SampleWords, random: (below: number) => number, weights: readonly number[]): Buyer[] {
  const { places, trades, forms, name } = words;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, at) => {
    const [place = '', trade = '', form = ''] = [
      places[at % places.length],
      trades[(at * 7 + Math.floor(at / places.length)) % trades.length],
      forms[at % forms.length],
    ];
    const size = 62 + bell(random, 22);
    const terms = [30, 30, 45, 60, 60, 90][random(6)] ?? 30;
    const habit = [0, 0, 3, 5, 8, 12, 20, 35][random(8)] ?? 0;
    // What it owes on an average day, in hundredths of an invoice, with some room above.
    const owed = Math.floor((SAMPLE_ROWS * weight * (terms + habit + 20)) / (total * 4)) + 100;
    const limit = Math.floor(((ladder[size] ?? 0) * owed * (16 + random(26))) / 1000);
    return {
      name: name(place, trade, form),
      terms,
      habit,
      isForeign: random(10) === 0,
      limit: Math.ceil(limit / 1_000_000) * 1_000_000,
      size,
    };
  });
}

/** The file, in UTF-8 with a BOM so that spreadsheets know it; its newest rows are from the days before `today`. */
export function sampleFile(words: SampleWords, today: string): File {
  const random = numbers(20_260_630);
  // The n-th buyer has a share that goes with one over n.
  const weights = Array.from({ length: BUYERS }, (_, at) => Math.floor(1_000_000 / (at + 2)));
  const all = buyers(words, random, weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const asOf = Math.floor(Date.parse(`${today}T00:00:00Z`) / DAY);
  const lines = [words.headings];
  for (let row = 0; row < SAMPLE_ROWS; row++) {
    const buyer = all[pick(weights, random(total))];
    if (buyer) lines.push(cells(words, buyer, row, asOf, random));
  }
  const text = lines.map((line) => line.map(quoted).join(',')).join('\r\n');
  return new File([`\ufeff${text}\r\n`], words.file, { type: 'text/csv' });
}

function pick(weights: readonly number[], at: number): number {
  let left = at;
  return weights.findIndex((weight) => (left -= weight) < 0);
}

function cells(
  words: SampleWords,
  buyer: Buyer,
  row: number,
  asOf: number,
  random: (below: number) => number,
): readonly string[] {
  const issued = asOf - 1 - Math.floor(((SAMPLE_ROWS - 1 - row) * 420) / SAMPLE_ROWS) - random(3);
  const due = issued + buyer.terms;
  const isCredit = random(20) === 0;
  const rung = Math.min(139, Math.max(0, buyer.size + bell(random, 26)));
  const cents = Math.floor(((ladder[rung] ?? 0) * (9700 + random(601))) / 10_000);
  const amount = isCredit ? -Math.floor(cents / 8) : cents;
  const isDisputed = !isCredit && random(50) === 0;
  // One in a hundred and twenty is never paid; the rest is when its buyer is used to pay.
  const isForgotten = isDisputed ? random(3) > 0 : random(120) === 0;
  const paidOn = due + buyer.habit - 4 + bell(random, 24);
  const isPaid = !isForgotten && paidOn <= asOf;
  const isPart = !isPaid && !isCredit && random(25) === 0 && issued + 20 <= asOf;
  const paid = isPaid ? amount : isPart ? Math.floor(cents / 3) : 0;
  const number = `${isCredit ? 'CN' : 'INV'}-${String(row + 1).padStart(5, '0')}`;
  return [
    buyer.name,
    number,
    dayText(issued),
    dayText(due),
    money(amount),
    paid === 0 ? '0.00' : money(paid),
    isPaid ? dayText(Math.max(issued, paidOn)) : isPart ? dayText(issued + 20) : '',
    buyer.isForeign ? 'USD' : 'CNY',
    isDisputed ? words.yes : words.no,
    buyer.isForeign ? '' : money(buyer.limit),
  ];
}
