import { html, nothing, type TemplateResult } from 'lit';
import { magnitude, position } from '../decimal';
import type { LimitResult, Report } from '../engine';
import type { Bar, Row } from '../elements/bars/bars';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import { fieldLinks } from '../elements/go';
import { sheet } from '../elements/sheet';
import { figureWords, outcomeText } from '../labels';
import { CalculatorView } from './calculator-view';
import '../elements/bars/bars';

/** One of these opens a method beside the need. */
const moreMethods = ['insurerLimit', 'buyerMonthlyTurnover', 'tangibleNetWorth', 'buyerWorkingCapital', 'lossCapacity'];

export default class TcLimitView extends CalculatorView {
  static override readonly main = 'recommendedLimit';
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['monthlyPurchases', 'termsDays', 'grade', 'sector'] },
    { id: 'rating', fields: ['score', 'probabilityOfDefault', 'lossGivenDefault'] },
    {
      id: 'buyer',
      fields: ['buyerMonthlyTurnover', 'tangibleNetWorth', 'buyerWorkingCapital', 'monthsTrading', 'goodPerformance'],
    },
    { id: 'seller', fields: ['sellerAnnualSales', 'lossCapacity', 'extensionDays'] },
    { id: 'insurance', fields: ['insurerLimit', 'insuredPercentage', 'secured'] },
    { id: 'exposure', fields: ['openReceivables', 'undeliveredOrders'] },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'limit', figures: ['recommendedLimit', 'exactLimit', 'binding', 'shortfall', 'approval'] },
    { id: 'use', figures: ['utilisation', 'exposure', 'headroom'] },
    { id: 'terms', figures: ['recommendedTerms.min', 'recommendedTerms.max', 'securityRequired'] },
    { id: 'risk', figures: ['expectedLoss', 'retainedExpectedLoss'] },
  ];
  static override readonly shared = {
    inputs: {
      grade: 'grade',
      probabilityOfDefault: 'probabilityOfDefault',
      creditSales: 'sellerAnnualSales',
      insuredPercentage: 'insuredPercentage',
      monthsTrading: 'monthsTrading',
    },
  };

  get #report() {
    return this.words.calculators.limit.report;
  }

  #result = (report: Report): LimitResult => report.result as LimitResult;

  protected override renderVerdict(report: Report): TemplateResult {
    const { figures } = this.words.calculators.limit;
    const { securityRequired, recommendedTerms, binding, methods } = this.#result(report);
    const { format } = this.context;
    const main = this.mainFigure(report);
    const whole = (days: string | null) => format.figure('number', days ?? '0');
    const granted = this.input['termsDays'];
    const secured = this.input['secured'] === true;
    return html`<div class="verdict">
      <p class="label">${main.name}</p>
      <p class="value number">${main.shown}</p>
      <p>${this.#report.bindsText(outcomeText(this.context, this.calculator, 'binding', binding))}</p>
      ${
        methods.some(({ id, amount }) => id !== 'need' && amount !== null)
          ? nothing
          : html`<p class="notice">
              ${this.#report.onlyNeed} ${fieldLinks(this.context, this.calculator, moreMethods)}
            </p>`
      }
      <dl class="facts number">
        <div>
          <dt>${figures.recommendedTerms.name}</dt>
          <dd>
            ${
              /[1-9]/.test(recommendedTerms.min ?? '')
                ? this.#report.terms(whole(recommendedTerms.min), whole(recommendedTerms.max))
                : this.#report.termsUpTo(whole(recommendedTerms.max))
            }
            ${typeof granted === 'string' ? html`<small>${this.#report.termsGiven(format.figure('days', granted))}</small>` : nothing}
          </dd>
        </div>
        <div>
          <dt>${figures.approval.name}</dt>
          <dd>${this.shown(report, 'approval')}</dd>
        </div>
        <div>
          <dt>${this.#report.security}</dt>
          <dd>
            ${secured ? this.#report.secured : securityRequired ? this.#report.securityNeeded : this.#report.securityNotNeeded}
          </dd>
        </div>
      </dl>
      ${this.renderPills(report.findings)}
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    return html`${this.#renderMethods(report)} ${this.#renderUsage(report)} ${this.renderFindings(report)}
    ${this.renderFigures(report)} ${this.renderOnward()}`;
  }

  #renderMethods(report: Report): TemplateResult {
    const { methods, binding, recommendedLimit } = this.#result(report);
    const { format } = this.context;
    const most = Math.max(1, ...methods.map(({ amount }) => position(amount ?? '0')));
    const rows = methods.map(({ id, amount }): Row => {
      const words = figureWords(this.context, this.calculator, `methods.${id}`);
      const binds = id === binding;
      return {
        name: words.name,
        badge: binds ? this.#report.binds : undefined,
        value: amount === null ? this.#report.notGiven : format.figure('money', amount),
        open: amount === null,
        strong: binds,
        bars:
          amount === null ? [] : [{ parts: [{ from: 0, to: position(amount) / most, ink: binds ? 'solid' : 'soft' }] }],
        means: words.means,
        step: report.steps.find((step) => step.id === `methods.${id}`),
      };
    });
    const line = position(recommendedLimit ?? '0') / most;
    return sheet(
      this.#report.methods,
      html`<tc-bars
        .context=${this.context}
        .calculator=${this.calculator}
        .rows=${rows}
        .marks=${[line]}
        .keys=${[
          { ink: 'solid', text: this.#report.binds },
          { ink: 'mark', text: `${this.#report.line} ${this.shown(report, 'recommendedLimit')}` },
        ]}
      ></tc-bars>`,
    );
  }

  /** How much of the limit is used, against the limit and the alert before it. */
  #renderUsage(report: Report): TemplateResult | typeof nothing {
    const { exposure, recommendedLimit, utilisation, headroom } = this.#result(report);
    const [used, whole] = [position(exposure ?? '0'), position(recommendedLimit ?? '0')];
    if (utilisation === null || whole <= 0 || used <= 0) return nothing;
    const { figures } = this.words.calculators.limit;
    const { format, policy } = this.context;
    const most = Math.max(used, whole) * 1.02;
    const over = used > whole;
    const parts: Bar['parts'] = over
      ? [
          { from: 0, to: whole / most, ink: 'solid' },
          { from: whole / most, to: used / most, ink: 'alarm' },
        ]
      : [
          { from: 0, to: whole / most, ink: 'track' },
          { from: 0, to: used / most, ink: 'solid' },
        ];
    const alert = format.figure('percent', policy.limit.utilisationHigh.toString());
    return sheet(
      this.#report.usage,
      html`<tc-bars
        .context=${this.context}
        .calculator=${this.calculator}
        .rows=${[
          {
            name: figures.utilisation.name,
            note:
              headroom === null
                ? ''
                : `${over ? this.#report.over : this.#report.free} ${format.figure('money', magnitude(headroom))}`,
            value: this.shown(report, 'utilisation'),
            strong: true,
            bars: [{ parts }],
          } satisfies Row,
        ]}
        .marks=${[(whole * position(policy.limit.utilisationHigh.toString())) / most]}
        .keys=${[
          { ink: 'solid', text: this.#report.used },
          over ? { ink: 'alarm', text: this.#report.over } : { ink: 'track', text: this.#report.free },
          { ink: 'mark', text: this.#report.high(alert) },
        ]}
      ></tc-bars>`,
      this.#report.usageText(
        this.shown(report, 'utilisation'),
        this.shown(report, 'exposure'),
        this.shown(report, 'recommendedLimit'),
      ),
    );
  }
}
