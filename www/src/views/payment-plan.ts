import { html, type TemplateResult } from 'lit';
import { difference, position } from '../decimal';
import type { PaymentPlanResult, Report } from '../engine';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import type { Tone } from '../elements/icon/icon';
import { sheet } from '../elements/sheet';
import { CalculatorView } from './calculator-view';
import '../elements/chart/plan-chart';
import '../elements/records/records';

export default class TcPaymentPlanView extends CalculatorView {
  static override readonly main = 'totalPaid';
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['total', 'instalments', 'firstDate'] },
    { id: 'terms', fields: ['everyMonths', 'downPayment', 'annualRate'] },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'totals', figures: ['totalPaid', 'totalInterest', 'lastDate'] },
  ];
  static override readonly shared = { inputs: { amountOwed: 'total', lateRate: 'annualRate' } };

  get #report() {
    return this.words.calculators.paymentPlan.report;
  }

  #result = (report: Report): PaymentPlanResult => report.result as PaymentPlanResult;
  #money = (value: string): string => this.context.format.figure('money', value);

  /** What is typed of an amount, as the engine was given it. */
  #given = (name: string): string => (typeof this.input[name] === 'string' ? this.input[name] : '0');

  protected override headline(report: Report): { tone: Tone; text: string } {
    const { schedule } = this.#result(report);
    const first = schedule[0]?.payment ?? '0';
    return { tone: 'good', text: `${this.#report.each(schedule.length)} ${this.#money(first)}` };
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const { schedule, totalInterest, lastDate } = this.#result(report);
    const first = schedule[0]?.payment ?? '0';
    return html`<div class="verdict">
      <p class="label number">${this.#report.each(schedule.length)}</p>
      <p class="value number">${this.#money(first)}</p>
      <p class="number">
        ${this.#report.interest(this.#money(totalInterest ?? '0'))} ·
        ${this.#report.until(this.context.format.date(lastDate))}
      </p>
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    const { schedule, totalInterest, totalPaid } = this.#result(report);
    const opening = difference(this.#given('total'), this.#given('downPayment')) ?? '0';
    const down = this.#given('downPayment');
    return html`
      ${sheet(
        this.#report.chart,
        html`<tc-plan-chart .context=${this.context} .schedule=${schedule} .opening=${opening}></tc-plan-chart>`,
      )}
      ${sheet(
        this.#report.schedule,
        html`<tc-records
          .context=${this.context}
          .label=${this.#report.schedule}
          .columns=${[
            { label: this.#report.number },
            { label: this.#report.date, amount: true },
            { label: this.#report.principal, amount: true },
            { label: this.#report.interestPart, amount: true },
            { label: this.#report.payment, amount: true },
            { label: this.#report.balance, amount: true },
          ]}
          .rows=${[
            ...(position(down) > 0
              ? [[this.#report.downPayment, '', this.#money(down), '', this.#money(down), this.#money(opening)]]
              : []),
            ...schedule.map(({ date, principal, interest, payment, balance }, place) => [
              this.#report.nth(place + 1),
              this.context.format.date(date),
              this.#money(principal),
              this.#money(interest),
              this.#money(payment),
              this.#money(balance),
            ]),
          ]}
          .sum=${[
            this.#report.sum,
            '',
            this.#money(this.#given('total')),
            this.#money(totalInterest ?? '0'),
            this.#money(totalPaid ?? '0'),
            '',
          ]}
          .shortened=${{ first: 24, says: this.#report.shown, showAll: this.#report.showAll }}
        ></tc-records>`,
      )}
      ${this.renderFigures(report)} ${this.renderOnward()}
    `;
  }
}
