// The same formulas as one would write them well on decimal.js: bare figures, no findings, no steps.
import Decimal from 'decimal.js';

// Exact wherever the result is rounded: twice the digits of any figure here.
const D = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const zero = new D(0);
const day = (text) => Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)) / 86_400_000;

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
