import type { Context } from '../context';
import type {
  CalculatorId,
  IndemnityResult,
  LatePaymentResult,
  PaymentPlanResult,
  Report,
  ScoreResult,
} from '../engine';
import { textAt, type FormValues } from '../form-values';
import { ruleTexts } from '../labels';
import { textFor } from '../words';

/** The dates of a report as a calendar file (RFC 5545): days without a time, so that no time zone can move them. */

export interface Day {
  /** The same for the same thing, so that a calendar that takes the file again replaces it. */
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

export function datesOf(context: Context, calculator: CalculatorId, values: FormValues, report: Report): Day[] {
  switch (calculator) {
    case 'indemnity':
      return deadlines(context, report.result as IndemnityResult);
    case 'latePayment':
      return stages(context, values, report.result as LatePaymentResult);
    case 'paymentPlan':
      return instalments(context, report.result as PaymentPlanResult);
    case 'score':
      return reviews(context, report.result as ScoreResult);
    default:
      return [];
  }
}

function deadlines({ words }: Context, { deadlines: all }: IndemnityResult): Day[] {
  const names: Readonly<Record<string, string>> = words.calculators.indemnity.report.deadline;
  return all.map(({ id, date, source }) => ({
    id,
    date,
    title: words.keep.events.deadline(textFor(names, id) ?? id),
    text: source ? ruleTexts(words, source).join('\n') : '',
  }));
}

/** What is still to come of the invoices that are not paid. */
function stages({ words }: Context, values: FormValues, { invoices }: LatePaymentResult): Day[] {
  const names: Readonly<Record<string, string>> = words.calculators.latePayment.report.stage;
  const isPaid = (row: number) => textAt(values, `invoices[${row}].paidOn`).trim() !== '';
  return invoices.flatMap((invoice, row) =>
    isPaid(row)
      ? []
      : invoice.stages
          .filter(({ done }) => !done)
          .map(({ id, date }) => ({
            id: `${invoice.id}-${id}`,
            date,
            title: words.keep.events.stage(invoice.id, textFor(names, id) ?? id),
            text: '',
          })),
  );
}

const instalments = ({ words, format }: Context, { schedule }: PaymentPlanResult): Day[] =>
  schedule.map(({ date, principal, interest, payment, balance }, place) => ({
    id: `instalment-${place + 1}`,
    date,
    title: words.keep.events.instalment(place + 1, format.figure('money', payment)),
    text: words.keep.events.instalmentText(
      format.figure('money', principal),
      format.figure('money', interest),
      format.figure('money', balance),
    ),
  }));

const reviews = ({ words }: Context, { nextReview }: ScoreResult): Day[] =>
  nextReview ? [{ id: 'review', date: nextReview, title: words.keep.events.review, text: ruleTexts(words, 'S30').join() }] : []; // prettier-ignore

/** A file of all-day events; `now` is when it was made. */
export function calendarFile(
  context: Context,
  calculator: string,
  days: readonly Day[],
  made: string,
  now: Date,
): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const remark = context.words.keep.events.made(made);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Trade Credit Calculator//${context.engine.version}//${context.language.slice(0, 2).toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...days.flatMap(({ id, date, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${encodeURIComponent(`${calculator}-${id}-${date}`)}@trade-credit-calculator`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${dayAfter(date)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped([text, remark].filter(Boolean).join('\n'))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function dayAfter(date: string): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
  return next.toISOString().slice(0, 10).replaceAll('-', '');
}

/** Text as RFC 5545 3.3.11 wants it. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    // Other control characters are not allowed at all.
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');

/** A line in pieces of at most 75 octets (3.1), no character cut in two. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  let [result, octets] = ['', 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
