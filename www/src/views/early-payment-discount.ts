import { html, nothing, type TemplateResult } from 'lit';
import { difference, position } from '../decimal';
import type { EarlyPaymentDiscountResult, Report } from '../engine';
import type { Row } from '../elements/bars/bars';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import { toneIcon, type Tone } from '../elements/icon/icon';
import { sheet } from '../elements/sheet';
import { CalculatorView } from './calculator-view';
import '../elements/bars/bars';
import '../elements/chart/terms-chart';

export default class TcEarlyPaymentDiscountView extends CalculatorView {
  static override readonly main = 'nominalRate';
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['discount', 'discountDays', 'netDays', 'costOfFunds'] },
    { id: 'compare', fields: ['payDay', 'dayCount'] },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'rates', figures: ['nominalRate', 'effectiveRate', 'worthTaking', 'worthOffering'] },
  ];
  static override readonly shared = { inputs: { costOfFunds: 'costOfFunds' } };

  get #report() {
    return this.words.calculators.earlyPaymentDiscount.report;
  }

  #result = (report: Report): EarlyPaymentDiscountResult => report.result as EarlyPaymentDiscountResult;
  #given = (name: string): string | null => (typeof this.input[name] === 'string' ? this.input[name] : null);

  protected override headline(report: Report): { tone: Tone; text: string } {
    return { tone: 'info', text: `${this.#report.headline} ${this.shown(report, 'nominalRate')}` };
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const { nominalRate, worthTaking, worthOffering } = this.#result(report);
    const cost = this.#given('costOfFunds');
    const gap =
      nominalRate === null || cost === null ? null : this.context.format.distance('percent', nominalRate, cost);
    const verdict = (good: boolean, text: string) =>
      html`<span class="pill ${good ? 'good' : 'info'}">${toneIcon(good ? 'good' : 'info')}${text}</span>`;
    return html`<div class="verdict">
      <p class="label">${this.#report.headline}</p>
      <p class="value number">${this.shown(report, 'nominalRate')}</p>
      ${
        worthTaking === null || worthOffering === null
          ? html`<p>${this.#report.noCost}</p>`
          : html`<div class="pills">
                ${verdict(worthTaking, worthTaking ? this.#report.takeYes : this.#report.takeNo)}
                ${verdict(worthOffering, worthOffering ? this.#report.offerYes : this.#report.offerNo)}
              </div>
              <p class="number">
                ${gap === null ? this.#report.equal : worthTaking ? this.#report.takeWhy(gap) : this.#report.offerWhy(gap)}
              </p>`
      }
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    const { nominalRate, effectiveRate } = this.#result(report);
    const cost = this.#given('costOfFunds');
    const days = (name: string) => position(this.#given(name) ?? '0');
    const early = difference('1', this.#given('discount') ?? '0') ?? '1';
    const rates = (
      [
        [this.#report.nominal, nominalRate, 'solid'],
        [this.#report.effective, effectiveRate, 'soft'],
        [this.#report.cost, cost, 'hatch'],
      ] as const
    ).filter(([, value]) => value !== null);
    const most = Math.max(0.0001, ...rates.map(([, value]) => position(value ?? '0')));
    const rows = rates.map(([name, value, ink]): Row => ({
      name,
      value: this.context.format.figure('percent', value ?? '0', { fixed: true }),
      bars: [{ parts: [{ from: 0, to: Math.max(0, position(value ?? '0')) / most, ink }] }],
    }));
    return html`
      ${sheet(
        this.#report.timeline,
        html`<tc-terms-chart
          .context=${this.context}
          .picture=${{
            discountDay: days('discountDays'),
            netDay: days('netDays'),
            payDay: this.#given('payDay') === null ? days('netDays') : days('payDay'),
            early,
          }}
        ></tc-terms-chart>`,
      )}
      ${
        rows.length > 1
          ? sheet(
              this.#report.chart,
              html`<tc-bars .context=${this.context} .calculator=${this.calculator} .rows=${rows}></tc-bars>`,
            )
          : nothing
      }
      ${this.renderFigures(report)} ${this.renderOnward()}
    `;
  }
}
