// The report as a JavaScript developer writes it: papaparse for the rows, a library of exact decimals for the amounts.
import { DAY_MS, figures, monthOf, stageBounds } from './figures.mjs';

const dayOf = (text) => {
  const time = Date.parse(text);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(time)) throw new Error(`no date: ${text}`);
  return time / DAY_MS;
};

/** A collector of rows and the maker of its figures, with the constructor of the decimals. */
export function collector(Decimal, asOfText) {
  const zero = new Decimal(0);
  const asOf = dayOf(asOfText);
  const bounds = stageBounds(asOf);
  const newest = monthOf(asOf);
  const buyers = new Map();
  const seen = new Set();
  const zeros = (count) => Array.from({ length: count }, () => zero);
  let [rows, duplicates, notYetIssued] = [0, 0, 0];
  const [stages, stageCounts, counts, monthly] = [zeros(7), new Array(7).fill(0), new Array(5).fill(0), zeros(24)];
  let [disputed, openDays, paidSum, paidDays] = [zero, zero, zero, zero];

  const add = (row) => {
    rows += 1;
    const name = row.customer.trim().replace(/\s+/g, ' ');
    const issued = dayOf(row.invoice_date);
    const due = dayOf(row.due_date);
    const amount = new Decimal(row.amount);
    const key = `${name}\n${row.invoice_no}\n${due}\n${amount}`;
    if (seen.has(key)) duplicates += 1;
    else seen.add(key);
    if (issued > asOf) {
      notYetIssued += 1;
      return;
    }
    let buyer = buyers.get(name);
    if (!buyer) buyers.set(name, (buyer = { ageing: zeros(5), credits: zero, sales: zero }));
    if (issued > asOf - 365) buyer.sales = buyer.sales.plus(amount);
    const back = newest - monthOf(issued);
    if (back < 24) monthly[back] = monthly[back].plus(amount);

    const paidOn = row.paid_date === '' ? null : dayOf(row.paid_date);
    let paid = row.paid === '' ? zero : new Decimal(row.paid);
    if (paidOn !== null && paidOn > asOf) paid = zero;
    if (paidOn !== null && paid.gt(zero)) {
      paidSum = paidSum.plus(paid);
      paidDays = paidDays.plus(paid.times(Math.max(0, paidOn - due)));
    }
    const open = amount.minus(paid);
    if (open.lt(zero)) buyer.credits = buyer.credits.minus(open);
    if (!open.gt(zero)) return;
    const late = Math.max(0, asOf - due);
    const age = late === 0 ? 0 : Math.min(4, Math.ceil(late / 30));
    buyer.ageing[age] = buyer.ageing[age].plus(open);
    counts[age] += 1;
    let stage = 0;
    while (stage < 6 && due <= bounds[stage]) stage += 1;
    stages[stage] = stages[stage].plus(open);
    stageCounts[stage] += 1;
    if (row.disputed === 'Y') disputed = disputed.plus(open);
    openDays = openDays.plus(open.times(late));
  };

  const cents = (amount) => BigInt(amount.times(100).toFixed(0));
  const finish = () =>
    figures({
      asOf,
      rows,
      duplicates,
      notYetIssued,
      counts,
      stageCounts,
      buyers: Array.from(buyers.values(), ({ ageing, credits, sales }) => ({
        ageing: ageing.map(cents),
        credits: cents(credits),
        sales: cents(sales),
      })),
      stages: stages.map(cents),
      monthly: monthly.map(cents),
      disputed: cents(disputed),
      openDays: cents(openDays),
      paid: cents(paidSum),
      paidDays: cents(paidDays),
    });
  return { add, finish };
}

/** The report of a text. */
export function report(Papa, Decimal, text, asOf) {
  const { add, finish } = collector(Decimal, asOf);
  Papa.parse(text, { header: true, skipEmptyLines: true, step: ({ data }) => add(data) });
  return finish();
}
