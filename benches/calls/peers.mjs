// The same formulas as one would write them well on decimal.js: no checks, no findings, no steps. `dso`, `indemnity` and `latePayment`
// are the bare figures; `wholeIndemnity` and `wholeLatePayment` are all that the result of the call has.
import Decimal from 'decimal.js';

// Exact wherever the result is rounded: twice the digits of any figure here.
const D = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const zero = new D(0);
const day = (text) => Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)) / 86_400_000;
const date = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function workingDaysAfter(day, count) {
  for (let left = count; left > 0;) {
    day++;
    // The first of January 1970 was a Thursday.
    const weekday = (day + 4) % 7;
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return day;
}

export function dso(input) {
  const sales = new D(input.creditSales);
  const closing = new D(input.closingReceivables);
  const days = new D(input.periodDays);
  const opening = new D(input.openingReceivables);
  const notYetDue = new D(input.notYetDue);
  const cost = new D(input.costOfFunds);
  const value = closing.times(days).div(sales);
  const average = opening.plus(closing).div(2);
  const best = notYetDue.times(days).div(sales);
  const available = opening.plus(sales);
  const perDay = sales.div(days);
  const released = value.minus(input.targetDso).times(perDay);
  return {
    dso: value.toFixed(2),
    averageDso: average.times(days).div(sales).toFixed(2),
    turnover: sales.div(average).toFixed(6),
    bestPossibleDso: best.toFixed(2),
    averageDaysDelinquent: value.minus(best).toFixed(2),
    collectionEffectiveness: available.minus(closing).div(available.minus(notYetDue)).toFixed(6),
    overdueShare: new D(input.overdue).div(closing).toFixed(6),
    overdueRate: new D(input.overdueMoreThan30).div(closing).toFixed(6),
    yearOnYear: value.div(input.priorDso).minus(1).toFixed(6),
    salesPerDay: perDay.toFixed(2),
    oneDayYearlyCost: perDay.times(cost).toFixed(2),
    cashReleased: released.toFixed(2),
    yearlySaving: released.times(cost).toFixed(2),
    benchmarkGap: value.minus(input.benchmarkDso).toFixed(2),
  };
}

export function indemnity({ invoices, receipts, security, cover, recoveries }) {
  let rest = new D(receipts);
  const received = new Map();
  for (const invoice of [...invoices].sort((a, b) => day(a.dueDate) - day(b.dueDate))) {
    const part = D.min(new D(invoice.amount).minus(invoice.paid), rest);
    received.set(invoice.id, part);
    rest = rest.minus(part);
  }
  const left = Array.from({ length: 5 }, () => zero);
  const eligible = invoices.map((invoice) => {
    let amount = new D(invoice.amount).minus(invoice.paid);
    left[0] = left[0].plus(amount);
    const parts = [received.get(invoice.id), invoice.disputed, invoice.interest];
    parts.forEach((part, index) => {
      amount = D.max(amount.minus(part), 0);
      left[index + 1] = left[index + 1].plus(amount);
    });
    amount = amount.minus(amount.times(invoice.vat).div(invoice.amount));
    left[4] = left[4].plus(amount);
    return { id: invoice.id, eligible: amount.toFixed(2) };
  });
  const secured = D.max(left[4].minus(security), 0);
  const insured = D.min(secured, cover.buyerLimit);
  const claimed = insured.gt(cover.claimThreshold) ? insured : zero;
  const share = D.max(claimed.times(new D(1).minus(cover.insuredPercentage)), cover.minimumRetention);
  const afterShare = D.max(claimed.minus(share), 0);
  const paid = D.max(afterShare.minus(cover.excess), 0);
  const sums = [...left, secured, insured, claimed, afterShare, paid].map((sum) => sum.toDecimalPlaces(2));
  const line = (index) => sums[index].minus(sums[index + 1]).toFixed(2);
  const netDebt = D.max(left[0].minus(receipts).minus(security), 0);
  const toInsurer = new D(recoveries).times(paid).div(netDebt);
  return {
    waterfall: {
      grossDebt: sums[0].toFixed(2),
      receipts: line(0),
      disputed: line(1),
      interest: line(2),
      vat: line(3),
      securityAndSetOff: line(4),
      overLimit: line(5),
      belowThreshold: line(6),
      coinsurance: line(7),
      excess: line(8),
      indemnity: sums[9].toFixed(2),
    },
    indemnity: paid.toFixed(2),
    netDebt: netDebt.toFixed(2),
    ownLoss: netDebt.minus(paid).toFixed(2),
    insurer: toInsurer.toFixed(2),
    invoices: eligible,
  };
}

export function latePayment({ invoices, asOf, method, dayCount }) {
  const daily = new D(method.referenceRate).times(method.multiple).div(dayCount);
  const rate = new D(method.referenceRate).times(method.multiple);
  const today = day(asOf);
  let [interest, unpaid] = [zero, zero];
  const rows = invoices.map((invoice) => {
    const due = day(invoice.dueDate);
    const end = invoice.paidOn && day(invoice.paidOn) <= today ? day(invoice.paidOn) : today;
    const days = Math.max(end - due, 0);
    const owed = new D(invoice.amount).times(rate).times(days).div(dayCount).toDecimalPlaces(2);
    interest = interest.plus(owed);
    if (!invoice.paidOn || day(invoice.paidOn) > today) unpaid = unpaid.plus(invoice.amount);
    return { id: invoice.id, daysLate: days.toFixed(2), interest: owed.toFixed(2) };
  });
  return {
    annualRate: rate.toFixed(6),
    dailyRate: daily.toFixed(6),
    invoices: rows,
    interest: interest.toFixed(2),
    unpaid: unpaid.toFixed(2),
    totalDue: unpaid.plus(interest).toFixed(2),
  };
}

const lines = [
  'receipts',
  'excludedPeril',
  'disputed',
  'interest',
  'vat',
  'outsidePeriod',
  'termsTooLong',
  'afterLimitCancelled',
  'afterStopShipment',
];
const coveredCauses = new Set(['insolvency', 'protractedDefault', 'politicalRisk']);

/** What each line takes of the invoices, and what is left of each. */
function debtsOf({ invoices, receipts, cover, event }, settled) {
  const covered = coveredCauses.has(event.cause);
  const due = new Map(invoices.map((invoice) => [invoice, new D(invoice.amount).minus(invoice.paid)]));
  const unpaid = invoices.filter((invoice) => due.get(invoice).gt(0));
  const oldest = Math.min(...unpaid.map((invoice) => day(invoice.dueDate)));
  const stop = cover.maximumExtensionDays === undefined ? Infinity : oldest + +cover.maximumExtensionDays;
  const received = new Map();
  let rest = new D(receipts);
  for (const invoice of [...invoices].sort((a, b) => day(a.dueDate) - day(b.dueDate))) {
    const part = D.min(due.get(invoice), rest);
    received.set(invoice, part);
    rest = rest.minus(part);
  }
  let gross = zero;
  const taken = Object.fromEntries(lines.map((line) => [line, zero]));
  const rows = invoices.map((invoice) => {
    let left = due.get(invoice);
    gross = gross.plus(left);
    const reasons = [];
    const take = (line, amount) => {
      const part = D.min(amount, left);
      if (part.isZero()) return;
      left = left.minus(part);
      taken[line] = taken[line].plus(part);
      reasons.push(line);
    };
    take('receipts', received.get(invoice));
    if (!covered) take('excludedPeril', left);
    if (!settled) take('disputed', invoice.disputed);
    take('interest', invoice.interest);
    if (!cover.vatInsured) take('vat', left.times(invoice.vat).div(invoice.amount));
    const { invoiceDate, dueDate, deliveredOn = invoiceDate } = invoice;
    if (invoiceDate < cover.periodStart || invoiceDate > cover.periodEnd) take('outsidePeriod', left);
    else if (day(dueDate) - day(invoiceDate) > cover.maxTermsDays) take('termsTooLong', left);
    else if (deliveredOn > cover.limitCancelledOn) take('afterLimitCancelled', left);
    else if (day(deliveredOn) > stop) take('afterStopShipment', left);
    return { id: invoice.id, left, reasons };
  });
  const eligible = lines.reduce((left, line) => left.minus(taken[line]), gross);
  return { gross, taken, eligible, rows, oldest };
}

/** What is left after each clause that looks at the loss as a whole. */
function settle(eligible, terms) {
  const secured = D.max(D.max(eligible.minus(terms.security), 0).minus(terms.setOff), 0);
  const insured = terms.limit ? D.min(secured, terms.limit) : secured;
  const claimed = insured.gt(terms.claimThreshold) ? insured : zero;
  const share = (loss) => D.max(D.min(loss.times(terms.percentage), loss.minus(terms.minimumRetention)), 0);
  const afterExcess = (amount) => D.max(amount.minus(terms.excess), 0);
  const first = terms.excessFirst ? afterExcess(claimed) : share(claimed);
  const second = terms.excessFirst ? share(first) : afterExcess(first);
  const eroded = terms.erodedByLoss
    ? D.min(insured, terms.aggregateFirstLoss).times(terms.percentage)
    : terms.aggregateFirstLoss;
  const payable = D.max(second.minus(eroded), 0);
  const paid = terms.maximumLiability ? D.min(payable, terms.maximumLiability) : payable;
  return { secured, insured, claimed, first, second, payable, paid };
}

/** The result of `indemnity` with a limit of the buyer's own and no holidays. */
export function wholeIndemnity(input) {
  const { invoices, receipts, security, setOff = 0, cover, recoveries, event } = input;
  const debts = debtsOf(input, false);
  const terms = {
    security: new D(security),
    setOff: new D(setOff),
    limit: new D(cover.buyerLimit),
    claimThreshold: new D(cover.claimThreshold ?? 0),
    percentage: new D(cover.insuredPercentage ?? '0.9'),
    minimumRetention: new D(cover.minimumRetention ?? 0),
    excess: new D(cover.excess ?? 0),
    excessFirst: cover.excessOrder === 'beforePercentage',
    aggregateFirstLoss: new D(cover.aggregateFirstLoss ?? 0),
    erodedByLoss: cover.aggregateErodedBy === 'loss',
    maximumLiability: cover.maximumLiability && new D(cover.maximumLiability),
  };
  const settled = settle(debts.eligible, terms);
  const { paid } = settled;

  const waterfall = [{ id: 'grossDebt', amount: debts.gross.toFixed(2) }];
  let [left, before] = [debts.gross, debts.gross.toDecimalPlaces(2)];
  const line = (id, after) => {
    const rounded = after.toDecimalPlaces(2);
    waterfall.push({ id, amount: before.minus(rounded).toFixed(2) });
    before = rounded;
  };
  for (const id of lines) {
    left = left.minus(debts.taken[id]);
    line(id, left);
  }
  line('securityAndSetOff', settled.secured);
  line('overLimit', settled.insured);
  line('belowThreshold', settled.claimed);
  line(terms.excessFirst ? 'excess' : 'coinsurance', settled.first);
  line(terms.excessFirst ? 'coinsurance' : 'excess', settled.second);
  line('aggregateFirstLoss', settled.payable);
  line('maximumLiability', paid);
  waterfall.push({ id: 'indemnity', amount: paid.toFixed(2) });

  const netDebt = D.max(debts.gross.minus(receipts).minus(security).minus(setOff), 0);
  const ownLoss = netDebt.minus(paid);
  const toInsurer = netDebt.isZero() ? zero : new D(recoveries).times(paid).div(netDebt);
  const toInsured = new D(recoveries).minus(toInsurer);
  const netLoss = ownLoss.minus(toInsured);
  const uninsured = netDebt.minus(recoveries);
  const breakEven = (loss) => ({
    net: input.netMargin ? loss.div(input.netMargin).toFixed(2) : null,
    contribution: input.contributionMargin ? loss.div(input.contributionMargin).toFixed(2) : null,
  });

  const disputed = invoices.some((invoice) => new D(invoice.disputed).gt(0));
  const others = [
    ['buyerLimit', debts.eligible, { ...terms, limit: terms.limit.times('1.1') }],
    ['insuredPercentage', debts.eligible, { ...terms, percentage: new D('0.95') }],
    ['excess', debts.eligible, { ...terms, excess: zero }],
    ['claimThreshold', debts.eligible, { ...terms, claimThreshold: zero }],
    ['lateDeliveriesCovered', debts.eligible.plus(debts.taken.afterStopShipment), terms],
    ['disputes', disputed ? debtsOf(input, true).eligible : debts.eligible, terms],
  ];
  const levers = others
    .map(([term, eligible, otherTerms]) => ({ term, gain: settle(eligible, otherTerms).paid.minus(paid) }))
    .filter(({ gain }) => gain.toDecimalPlaces(2).gt(0))
    .sort((a, b) => b.gain.comparedTo(a.gain))
    .map(({ term, gain }) => ({ term, gain: gain.toFixed(2) }));

  const readings = [false, true].flatMap((excessFirst) =>
    [false, true].map((erodedByLoss) => settle(debts.eligible, { ...terms, excessFirst, erodedByLoss }).paid),
  );
  const waits = event.cause === 'protractedDefault';
  const decision = event.fileCompleteOn && workingDaysAfter(day(event.fileCompleteOn), 15);
  const deadlines = [
    ['formal_demand', Number.isFinite(debts.oldest) && workingDaysAfter(debts.oldest, 3), 'S8'],
    ['claim_filing', event.knownOn && day(event.knownOn) + 30, 'S24'],
    ['waiting_period_ends', waits && debts.oldest + +(cover.waitingPeriodDays ?? 180), 'house'],
    ['decision_expected', decision, 'S25'],
    ['payment_expected', decision && workingDaysAfter(decision, 15), 'S26'],
  ];
  return {
    waterfall,
    insuredLoss: settled.insured.toFixed(2),
    indemnity: paid.toFixed(2),
    netDebt: netDebt.toFixed(2),
    ownLoss: ownLoss.toFixed(2),
    recoveries: { insurer: toInsurer.toFixed(2), insured: toInsured.toFixed(2) },
    netLossAfterRecoveries: netLoss.toFixed(2),
    breakEvenSales: breakEven(netLoss),
    uninsuredBreakEvenSales: breakEven(uninsured),
    invoices: debts.rows.map(({ id, left, reasons }) => ({ id, eligible: left.toFixed(2), reasons })),
    levers,
    clauseSpread: { low: D.min(...readings).toFixed(2), high: D.max(...readings).toFixed(2) },
    deadlines: deadlines.filter(([, at]) => at).map(([id, at, source]) => ({ id, date: date(at), source })),
  };
}

/** The result of `latePayment` by a multiple of the reference rate, without holidays. */
export function wholeLatePayment({ invoices, asOf, method, dayCount }) {
  const rate = new D(method.referenceRate).times(method.multiple);
  const today = day(asOf);
  let [interest, unpaid] = [zero, zero];
  const rows = invoices.map((invoice) => {
    const due = day(invoice.dueDate);
    const paidOn = invoice.paidOn ? day(invoice.paidOn) : Infinity;
    const end = Math.min(paidOn, today);
    const days = Math.max(end - due, 0);
    const owed = new D(invoice.amount).times(rate).times(days).div(dayCount).toDecimalPlaces(2);
    interest = interest.plus(owed);
    if (paidOn > today) unpaid = unpaid.plus(invoice.amount);
    const stages = [
      ['reminder', due - 7],
      ['due', due],
      ['formal_demand', workingDaysAfter(due, 3)],
      ['collection', due + 15],
      ['legal', due + 31],
      ['stop_supply', due + 45],
    ].map(([id, at]) => ({ id, date: date(at), done: at <= end }));
    return {
      id: invoice.id,
      daysLate: days.toFixed(2),
      interest: owed.toFixed(2),
      fixedSum: zero.toFixed(2),
      stage: stages.findLast((stage) => stage.done)?.id ?? null,
      stages,
    };
  });
  return {
    annualRate: rate.toFixed(6),
    invoices: rows,
    interest: interest.toFixed(2),
    fixedSums: zero.toFixed(2),
    total: interest.toFixed(2),
    unpaid: unpaid.toFixed(2),
    totalDue: unpaid.plus(interest).toFixed(2),
  };
}
