import { html, nothing, type TemplateResult } from 'lit';
import { compare, position } from '../decimal';
import type { Json, LatePaymentResult, Report } from '../engine';
import type { CalendarRow } from '../elements/chart/calendar-chart';
import { dated, datedStyles } from '../elements/dated';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import type { Tone } from '../elements/icon/icon';
import type { Cell } from '../elements/records/records';
import { sheet } from '../elements/sheet';
import { CalculatorView } from './calculator-view';
import '../elements/chart/calendar-chart';
import '../elements/records/records';

type Invoice = LatePaymentResult['invoices'][number];
type Stage = NonNullable<Invoice['stage']>;

const stageTone: Readonly<Record<Stage, Tone>> = {
  reminder: 'info',
  due: 'info',
  formal_demand: 'watch',
  collection: 'watch',
  legal: 'act',
  stop_supply: 'act',
};

/** As many as one takes in at a glance. */
const CALENDAR_ROWS = 10;
const NEXT_STEPS = 6;

const isRow = (value: Json | undefined): value is Record<string, Json> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export default class TcLatePaymentView extends CalculatorView {
  static override styles = [...CalculatorView.styles, datedStyles];
  static override readonly main = 'totalDue';
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['invoices', 'asOf'] },
    { id: 'method', fields: ['method', 'dayCount'] },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'totals', figures: ['totalDue', 'unpaid', 'total', 'interest', 'fixedSums', 'annualRate'] },
  ];
  static override readonly shared = {
    inputs: { invoices: 'invoices', asOf: 'asOf' },
    columns: { invoices: ['id', 'dueDate', 'amount'] },
    results: { amountOwed: 'totalDue', lateRate: 'annualRate' },
  };

  get #report() {
    return this.words.calculators.latePayment.report;
  }

  #result = (report: Report): LatePaymentResult => report.result as LatePaymentResult;
  #money = (value: string): string => this.context.format.figure('money', value);
  #isLate = ({ daysLate }: Invoice): boolean => /[1-9]/.test(daysLate);

  /** What was typed of each invoice, in the order of the result. */
  #given(): readonly Record<string, Json>[] {
    const given = this.input['invoices'];
    return Array.isArray(given) ? given.filter(isRow) : [];
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const { invoices, total } = this.#result(report);
    const main = this.mainFigure(report);
    return html`<div class="verdict">
      <p class="label">${main.name}</p>
      <p class="value number">${main.shown}</p>
      <p class="number">
        ${total === null ? '' : this.#report.interestOf(this.#money(total))} ·
        ${this.#report.late(invoices.filter(this.#isLate).length, invoices.length)} ·
        ${this.#report.rate(this.shown(report, 'annualRate'))}
      </p>
      ${this.renderPills(report.findings)}
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    const rows = this.#pressing(report);
    return html`
      ${
        rows.length > 0
          ? sheet(
              this.#report.calendar,
              html`<tc-calendar-chart
                .context=${this.context}
                .rows=${rows.slice(0, CALENDAR_ROWS).map(({ invoice, given }): CalendarRow => ({
                  id: invoice.id,
                  stages: invoice.stages,
                  paidOn: typeof given['paidOn'] === 'string' ? given['paidOn'] : null,
                }))}
                .asOf=${String(this.input['asOf'] ?? '')}
              ></tc-calendar-chart>`,
              rows.length > CALENDAR_ROWS ? this.#report.shown(CALENDAR_ROWS, rows.length) : '',
            )
          : nothing
      }
      ${this.renderFindings(report)} ${this.#renderNext(report)} ${this.#renderInvoices(report)}
      ${this.renderFigures(report)} ${this.renderOnward()}
    `;
  }

  /** Unpaid before paid, the latest first. */
  #pressing(report: Report): { invoice: Invoice; given: Record<string, Json> }[] {
    const given = this.#given();
    const paid = (row: { given: Record<string, Json> }) => Number(typeof row.given['paidOn'] === 'string');
    return this.#result(report)
      .invoices.map((invoice, place) => ({ invoice, given: given[place] ?? {} }))
      .sort((a, b) => paid(a) - paid(b) || compare(b.invoice.daysLate, a.invoice.daysLate));
  }

  #renderInvoices(report: Report): TemplateResult {
    const { form, units } = this.words;
    const { invoices, fixedSums, interest, unpaid } = this.#result(report);
    const withSums = invoices.some(({ fixedSum }) => /[1-9]/.test(fixedSum));
    const step = (stage: Stage | null): Cell =>
      stage === null ? this.#report.notYet : { tone: stageTone[stage], text: this.#report.stage[stage] };
    return sheet(
      this.#report.invoices,
      html`<tc-records
        .context=${this.context}
        .label=${this.#report.invoices}
        .columns=${[
          { label: this.#report.invoice },
          { label: this.#report.amount, amount: true },
          { label: this.#report.due, amount: true },
          { label: this.#report.daysLate, amount: true },
          { label: this.#report.interest, amount: true },
          ...(withSums ? [{ label: this.#report.fixedSum, amount: true }] : []),
          { label: this.#report.stageNow },
        ]}
        .rows=${this.#pressing(report).map(({ invoice, given }): Cell[] => [
          invoice.id,
          typeof given['amount'] === 'string' ? this.#money(given['amount']) : '',
          typeof given['dueDate'] === 'string' ? this.context.format.date(given['dueDate']) : '',
          this.context.format.figure('number', invoice.daysLate),
          this.#money(invoice.interest),
          ...(withSums ? [this.#money(invoice.fixedSum)] : []),
          typeof given['paidOn'] === 'string' && given['paidOn'] <= String(this.input['asOf'])
            ? { tone: 'good', text: this.#report.paid }
            : step(invoice.stage),
        ])}
        .sum=${[
          this.#report.unpaid,
          unpaid === null ? '' : this.#money(unpaid),
          '',
          '',
          interest === null ? '' : this.#money(interest),
          ...(withSums ? [fixedSums === null ? '' : this.#money(fixedSums)] : []),
          '',
        ]}
        .shortened=${{ first: 12, says: this.#report.shown, showAll: this.#report.showAll }}
      ></tc-records>`,
      invoices.length > 1 && position(interest ?? '0') > 0 ? form.sentences([units.dayBasis(this.#basis())]) : '',
    );
  }

  #basis(): string {
    return typeof this.input['dayCount'] === 'string' ? this.input['dayCount'] : '365';
  }

  /** The steps that come up after the day of the question, the nearest first. */
  #renderNext(report: Report): TemplateResult {
    const asOf = String(this.input['asOf'] ?? '');
    const given = this.#given();
    const steps = this.#result(report)
      .invoices.filter((_, place) => typeof given[place]?.['paidOn'] !== 'string')
      .flatMap(({ id, stages }) => stages.map((stage) => ({ invoice: id, ...stage })))
      .filter(({ date }) => date > asOf)
      .sort((a, b) => a.date.localeCompare(b.date))
      .slice(0, NEXT_STEPS);
    return sheet(
      this.#report.next,
      steps.length === 0
        ? html`<p class="notice">${this.#report.nothingNext}</p>`
        : dated(
            this.context,
            steps.map(({ invoice, id, date }) => ({
              date,
              what: html`<strong>${invoice}</strong> · ${this.#report.stage[id]}`,
            })),
          ),
    );
  }
}
