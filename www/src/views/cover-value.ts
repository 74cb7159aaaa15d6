import { html, nothing, type TemplateResult } from 'lit';
import { compare, position } from '../decimal';
import type { CoverValueResult, Report } from '../engine';
import type { Row } from '../elements/bars/bars';
import type { ScalePicture } from '../elements/chart/scale-chart';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import { toneIcon, type Tone } from '../elements/icon/icon';
import { sheet } from '../elements/sheet';
import { CalculatorView } from './calculator-view';
import '../elements/bars/bars';
import '../elements/chart/scale-chart';

export default class TcCoverValueView extends CalculatorView {
  static override readonly main = 'netBenefit';
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['insuredTurnover', 'premiumRate', 'badDebtRate'] },
    { id: 'loss', fields: ['insuredPercentage', 'minimumPremium', 'otherCosts'] },
    { id: 'worst', fields: ['largestReceivable', 'netMargin'] },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'benefit', figures: ['netBenefit', 'expectedIndemnity', 'expectedLoss', 'breakEvenBadDebtRate'] },
    { id: 'cost', figures: ['premium', 'cost'] },
    { id: 'worst', figures: ['worstCaseSaved', 'salesToRecover.uninsured', 'salesToRecover.insured'] },
  ];
  static override readonly shared = {
    inputs: {
      creditSales: 'insuredTurnover',
      largestReceivable: 'largestReceivable',
      netMargin: 'netMargin',
      insuredPercentage: 'insuredPercentage',
    },
  };

  get #report() {
    return this.words.calculators.coverValue.report;
  }

  #result = (report: Report): CoverValueResult => report.result as CoverValueResult;
  #money = (value: string | null): string =>
    value === null ? this.words.results.notYet : this.context.format.figure('money', value);

  /** What is shown first: the benefit, else whatever is known of the cost or the worst case. */
  protected override mainFigure(report: Report): { name: string; shown: string } {
    const result = this.#result(report);
    const path =
      (['netBenefit', 'breakEvenBadDebtRate', 'cost', 'worstCaseSaved'] as const).find(
        (name) => result[name] !== null,
      ) ?? 'netBenefit';
    const { figures } = this.words.calculators.coverValue;
    return { name: figures[path].name, shown: this.shown(report, path) };
  }

  #verdict(report: Report): { tone: Tone; text: string } | null {
    const { netBenefit } = this.#result(report);
    if (netBenefit === null) return null;
    const side = compare(netBenefit, '0');
    return side > 0
      ? { tone: 'good', text: this.#report.pays }
      : { tone: 'info', text: side < 0 ? this.#report.costs : this.#report.even };
  }

  protected override headline(report: Report): { tone: Tone; text: string } {
    const { name, shown } = this.mainFigure(report);
    return { tone: this.#verdict(report)?.tone ?? 'info', text: `${name} ${shown}` };
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const main = this.mainFigure(report);
    const verdict = this.#verdict(report);
    return html`<div class="verdict">
      <p class="label">${main.name}</p>
      <p class="value number">${main.shown}</p>
      ${verdict ? html`<div class="pills"><span class="pill ${verdict.tone}">${toneIcon(verdict.tone)}${verdict.text}</span></div>` : nothing}
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    return html`${this.#renderBalance(report)} ${this.#renderBreakEven(report)} ${this.#renderWorst(report)}
    ${this.renderFigures(report)} ${this.renderOnward()}`;
  }

  #renderBalance(report: Report): TemplateResult | typeof nothing {
    const { cost, premium, expectedLoss, expectedIndemnity } = this.#result(report);
    if (cost === null || expectedIndemnity === null || expectedLoss === null) return nothing;
    const { figures } = this.words.calculators.coverValue;
    const most = Math.max(1, position(cost), position(expectedLoss));
    const share = (value: string | null) => position(value ?? '0') / most;
    const rows: Row[] = [
      {
        name: figures.cost.name,
        value: this.#money(cost),
        bars: [
          {
            parts: [
              { from: 0, to: share(premium), ink: 'plain' },
              { from: share(premium), to: share(cost), ink: 'hatch' },
            ],
          },
        ],
      },
      {
        name: figures.expectedIndemnity.name,
        value: this.#money(expectedIndemnity),
        strong: true,
        bars: [
          {
            parts: [
              { from: 0, to: share(expectedIndemnity), ink: 'solid' },
              { from: share(expectedIndemnity), to: share(expectedLoss), ink: 'accent-hatch' },
            ],
          },
        ],
      },
    ];
    const { fields } = this.words.calculators.coverValue;
    return sheet(
      this.#report.chart,
      html`<tc-bars
        .context=${this.context}
        .calculator=${this.calculator}
        .rows=${rows}
        .keys=${[
          { ink: 'plain', text: figures.premium.name },
          { ink: 'hatch', text: fields.otherCosts.label },
          { ink: 'solid', text: figures.expectedIndemnity.name },
          { ink: 'accent-hatch', text: this.#report.own },
        ]}
      ></tc-bars>`,
      this.#report.chartText(this.#money(cost), this.#money(expectedIndemnity)),
    );
  }

  /** Where the bad-debt rate lies against the one at which cover pays for itself. */
  #renderBreakEven(report: Report): TemplateResult | typeof nothing {
    const { breakEvenBadDebtRate } = this.#result(report);
    const own = this.input['badDebtRate'];
    if (breakEvenBadDebtRate === null || typeof own !== 'string' || position(breakEvenBadDebtRate) <= 0) return nothing;
    const { format } = this.context;
    const [now, even] = [position(own), position(breakEvenBadDebtRate)];
    const end = Math.max(even * 2, now * 1.15);
    const percent = (value: string) => format.figure('percent', value);
    const apart = format.distance('percent', own, breakEvenBadDebtRate);
    const above = compare(own, breakEvenBadDebtRate) >= 0;
    const distance = apart === null ? this.#report.even : above ? this.#report.above(apart) : this.#report.below(apart);
    const picture: ScalePicture = {
      title: this.#report.breakEven,
      description: `${this.#report.breakEvenText(percent(own), percent(breakEvenBadDebtRate))} ${distance}`,
      zones: [
        { from: 0, to: even, label: this.#report.zoneCosts, tone: 'info' },
        { from: even, to: end, label: this.#report.zonePays, tone: 'good' },
      ],
      value: now,
      shown: `${this.#report.rate} ${percent(own)}`,
      borders: [
        { at: 0, text: percent('0') },
        { at: even, text: percent(breakEvenBadDebtRate) },
      ],
      table: {
        head: [this.#report.item, this.#report.rate],
        rows: [
          [this.#report.rate, percent(own)],
          [this.#report.breakEven, percent(breakEvenBadDebtRate)],
        ],
      },
    };
    return sheet(
      this.#report.breakEven,
      html`<tc-scale-chart .context=${this.context} .picture=${picture}></tc-scale-chart>`,
      distance,
    );
  }

  #renderWorst(report: Report): TemplateResult | typeof nothing {
    const { insured, uninsured } = this.#result(report).salesToRecover;
    if (insured === null || uninsured === null) return nothing;
    const most = Math.max(1, position(uninsured));
    const rows = (
      [
        [this.#report.uninsured, uninsured, 'hatch'],
        [this.#report.insured, insured, 'solid'],
      ] as const
    ).map(([name, value, ink]): Row => ({
      name,
      value: this.#money(value),
      bars: [{ parts: [{ from: 0, to: position(value) / most, ink }] }],
    }));
    return sheet(
      this.#report.worst,
      html`<tc-bars .context=${this.context} .calculator=${this.calculator} .rows=${rows}></tc-bars>`,
    );
  }
}
