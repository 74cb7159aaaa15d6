// What every peer makes of its sums: the figures of the report, exactly, from whole cents. All peers share it, as it is
// no part of the comparison: it runs once a file.
export const DAY_MS = 86_400_000;
const HALF = (top, bottom) => (2n * (top % bottom) >= bottom ? 1n : 0n);

/** A fraction with so many places, half away from zero; null without a denominator. None of the figures is negative. */
function fixed(top, bottom, places) {
  if (bottom <= 0n) return null;
  const scaled = top * 10n ** BigInt(places);
  const digits = String(scaled / bottom + HALF(scaled, bottom)).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export const money = (cents) => `${cents < 0n ? '-' : ''}${fixed(cents < 0n ? -cents : cents, 100n, 2)}`;

/** The last due dates (days since 1970) by which each stage of dunning is reached. */
export function stageBounds(asOf) {
  let demanded = asOf;
  const after = (day, count) => {
    while (count > 0) {
      day += 1;
      // 1 January 1970 was a Thursday.
      const weekday = (day + 4) % 7;
      if (weekday !== 0 && weekday !== 6) count -= 1;
    }
    return day;
  };
  while (after(demanded, 3) > asOf) demanded -= 1;
  return [asOf + 7, asOf, demanded, asOf - 15, asOf - 31, asOf - 45];
}

/** The month of a day, counted in months since the year 0. */
export function monthOf(day) {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const RATES = [300n, 1600n, 3600n, 6600n, 10600n];

/**
 * The figures, from sums in whole cents as BigInt: `buyers` [{ ageing, credits, sales }], `stages` and `counts`, `monthly`
 * newest first, and the totals.
 */
export function figures({
  asOf,
  rows,
  duplicates,
  notYetIssued,
  buyers,
  stages,
  stageCounts,
  counts,
  monthly,
  disputed,
  openDays,
  paid,
  paidDays,
}) {
  const sum = (list) => list.reduce((total, part) => total + part, 0n);
  const ageing = [0, 1, 2, 3, 4].map((age) => sum(buyers.map((buyer) => buyer.ageing[age])));
  const open = sum(ageing);
  const [overdue, late] = [open - ageing[0], open - ageing[0] - ageing[1]];
  const credits = sum(buyers.map((buyer) => buyer.credits));
  const sales = sum(buyers.map((buyer) => buyer.sales));
  const parts = buyers.map((buyer) => sum(buyer.ageing)).filter((part) => part > 0n);
  parts.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const top = (count) => fixed(sum(parts.slice(0, count)), open, 6);
  const squares = sum(parts.map((part) => part * part));
  const allowances = ageing.map((part, age) => {
    const exact = part * RATES[age];
    return exact / 100_000n + HALF(exact, 100_000n);
  });

  const newest = monthOf(asOf);
  let [rest, days, countback] = [open, 0n, null];
  monthly.forEach((sold, back) => {
    if (rest === 0n) return;
    const month = newest - back;
    const last = back === 0 ? asOf : Date.UTC(Math.floor((month + 1) / 12), (month + 1) % 12, 0) / DAY_MS;
    const length = BigInt(last - Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS + 1);
    if (sold > rest) {
      countback = fixed(days * sold + rest * length, sold, 2);
      rest = 0n;
    } else {
      days += length;
      if (sold > 0n) rest -= sold;
    }
  });
  if (rest === 0n && countback === null) countback = fixed(days, 1n, 2);

  return {
    rows,
    duplicates,
    buyers: buyers.length,
    notYetIssued,
    open: money(open),
    overdue: money(overdue),
    overdueMoreThan30: money(late),
    credits: money(credits),
    netOpen: money(open - credits),
    disputed: money(disputed),
    overdueShare: fixed(overdue, open, 6),
    overdueRate: fixed(late, open, 6),
    ageing: ageing.map(money),
    counts,
    stages: stages.map(money),
    stageCounts,
    daysLate: [fixed(openDays, open, 2), fixed(paidDays, paid, 2)],
    monthlySales: monthly.map(money),
    creditSales: money(sales),
    dso: fixed(open * 365n, sales, 2),
    countbackDso: countback,
    countbackUnexplained: money(rest),
    bestPossibleDso: fixed(ageing[0] * 365n, sales, 2),
    averageDaysDelinquent: fixed(overdue * 365n, sales, 2),
    concentration: [
      top(1),
      top(5),
      top(Math.ceil(parts.length / 5)),
      fixed(squares, open * open, 6),
      fixed(open * open, squares, 6),
    ],
    allowances: allowances.map(money),
    allowance: money(sum(allowances)),
  };
}

/** The same figures out of a report of the engine. */
export function ofReport(report) {
  const [own] = report.currencies;
  const { concentration: shares } = own;
  return {
    rows: report.rows,
    duplicates: report.duplicates,
    buyers: own.buyers,
    notYetIssued: own.notYetIssued,
    open: own.open,
    overdue: own.overdue,
    overdueMoreThan30: own.overdueMoreThan30,
    credits: own.credits,
    netOpen: own.netOpen,
    disputed: own.disputed,
    overdueShare: own.overdueShare,
    overdueRate: own.overdueRate,
    ageing: own.ageing.map((bucket) => bucket.amount),
    counts: own.ageing.map((bucket) => bucket.count),
    stages: own.stages.map((stage) => stage.amount),
    stageCounts: own.stages.map((stage) => stage.count),
    daysLate: [own.daysLate.open, own.daysLate.paid],
    monthlySales: own.monthlySales.map((month) => month.sales),
    creditSales: own.creditSales,
    dso: own.dso,
    countbackDso: own.countbackDso,
    countbackUnexplained: own.countbackUnexplained,
    bestPossibleDso: own.bestPossibleDso,
    averageDaysDelinquent: own.averageDaysDelinquent,
    concentration: [shares.largest, shares.top5, shares.top20Percent, shares.herfindahl, shares.effectiveBuyers],
    allowances: own.provision.map((bucket) => bucket.allowance),
    allowance: own.allowance,
  };
}
