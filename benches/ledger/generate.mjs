// Receivables ledgers as companies export them, the same bytes for the same wishes: log-normal amounts, few large buyers
// and many small ones (Pareto), 5 % credit notes, 2 % disputed, most invoices paid, some in part, some late.
//   node benches/ledger/generate.mjs [rows] [shape] > ledger.csv

/** The day the generated ledgers are asked about. */
export const AS_OF = '2025-06-30';

/** Ways in which files differ that hold the same. */
export const SHAPES = ['plain', 'crlf', 'quoted', 'lines', 'semicolon', 'buyers'];

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2023, 5, 1);
const DAYS = Math.round((Date.UTC(2025, 6, 10) - FIRST_DAY) / DAY);

const WORDS = [
  'Hongda',
  'Ruifeng',
  'Nordlicht',
  'Atlas',
  'Meridian',
  'Jinghua',
  'Blackwood',
  'Tianyuan',
  'Corvus',
  'Laguna',
];
const TRADES = ['Trading', 'Steel', 'Textiles', 'Electronics', '贸易', '电子', '实业', 'Foods', 'Chemicals', '机械'];
const FORMS = ['Co Ltd', 'GmbH', '有限公司', 'SA', 'Ltd', '股份有限公司', 'Inc', 'BV'];

/** A repeatable source of numbers below one. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DATES = Array.from({ length: DAYS + 400 }, (_, day) =>
  new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10),
);

const cents = (amount) => {
  const text = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
};

/** The pieces of a ledger, of about a megabyte each. */
export function* pieces({ rows, shape = 'plain', buyers = shape === 'buyers' ? 150_000 : 100_000, seed = 1 }) {
  const random = numbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const count = Math.max(1, Math.min(buyers, Math.ceil(rows / 4)));
  const names = Array.from({ length: count }, (_, number) => {
    const [word, trade, form] = [WORDS, TRADES, FORMS].map((list) => list[Math.floor(random() * list.length)]);
    return `${word} ${trade} ${form} ${number}`;
  });
  const delimiter = shape === 'semicolon' ? ';' : ',';
  const lineEnd = shape === 'crlf' ? '\r\n' : '\n';
  const field = shape === 'quoted' ? (text) => `"${text}"` : (text) => text;
  const decimal = shape === 'semicolon' ? (text) => text.replace('.', ',') : (text) => text;
  const line = (fields) => fields.map(field).join(delimiter) + lineEnd;

  const headings = [
    'customer',
    'invoice_no',
    'invoice_date',
    'due_date',
    'amount',
    'paid',
    'paid_date',
    'currency',
    'disputed',
  ];
  let text = line(shape === 'lines' ? [...headings, 'remark'] : headings);
  for (let row = 0; row < rows; row++) {
    // Every buyer has a row; the others go to the few large ones, a fifth of the buyers to four fifths of the rows.
    const buyer = row < count ? row : Math.floor(count * random() ** 3.5);
    const issued = Math.floor(random() * DAYS);
    const due = issued + [30, 30, 45, 60, 60, 90][Math.floor(random() * 6)];
    const size = Math.min(Math.round(Math.exp(9.2 + 1.3 * normal()) * 100), 9_999_999_999);
    const isCredit = random() < 0.05;
    const amount = isCredit ? -Math.ceil(size / 4) : size;
    const paidOn = due + Math.round(normal() * 18 + 6);
    let [paid, date] = [0, ''];
    if (paidOn < DAYS && random() < (isCredit ? 0.8 : 0.93)) {
      const isPart = random() < 0.04;
      paid = isPart ? Math.round(amount / 3) : amount;
      date = DATES[Math.max(paidOn, issued)];
    }
    const isDisputed = random() < 0.02;
    const fields = [
      names[buyer],
      `INV-${2023 + (row % 3)}-${String(row).padStart(7, '0')}`,
      DATES[issued],
      DATES[due],
      decimal(cents(amount)),
      paid === 0 ? '' : decimal(cents(paid)),
      date,
      'CNY',
      isDisputed ? 'Y' : 'N',
    ];
    if (shape === 'lines') fields.push(`"${names[buyer]},\n${isCredit ? 'returned ""goods""' : 'see contract'}"`);
    text += line(fields);
    if (text.length > 1 << 20) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** A whole ledger as bytes. */
export function ledger(wishes) {
  const encoder = new TextEncoder();
  return Buffer.concat(Array.from(pieces(wishes), (piece) => encoder.encode(piece)));
}

if (import.meta.filename === process.argv[1]) {
  const [rows = '1000', shape = 'plain'] = process.argv.slice(2);
  for (const piece of pieces({ rows: Number(rows), shape })) process.stdout.write(piece);
}
