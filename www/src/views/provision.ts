import { html, nothing, type TemplateResult } from 'lit';
import { compare, position } from '../decimal';
import type { ProvisionResult, Report } from '../engine';
import type { Row } from '../elements/bars/bars';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import type { Tone } from '../elements/icon/icon';
import { sheet } from '../elements/sheet';
import { CalculatorView } from './calculator-view';
import '../elements/bars/bars';
import '../elements/records/records';

export default class TcProvisionView extends CalculatorView {
  static override readonly main = 'allowance';
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['buckets'] },
    { id: 'rolls', fields: ['rolls'] },
    { id: 'overlay', fields: ['overlay'] },
  ];
  static override readonly groups: readonly Group[] = [{ id: 'totals', figures: ['allowance', 'coverage', 'balance'] }];
  static override readonly shared = { inputs: { ageing: 'buckets' }, columns: { ageing: ['label', 'balance'] } };

  get #report() {
    return this.words.calculators.provision.report;
  }

  #result = (report: Report): ProvisionResult => report.result as ProvisionResult;
  #money = (value: string | null): string =>
    value === null ? this.words.results.notYet : this.context.format.figure('money', value);
  #percent = (value: string | null): string =>
    value === null ? this.words.results.notYet : this.context.format.figure('percent', value, { fixed: true });

  protected override headline(report: Report): { tone: Tone; text: string } {
    const { name, shown } = this.mainFigure(report);
    return { tone: 'info', text: `${name} ${shown}` };
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const main = this.mainFigure(report);
    const { overlay, rolls, buckets } = this.input;
    const rated = Array.isArray(buckets) && JSON.stringify(buckets).includes('"rate"');
    const notes = [
      ...(rolls !== undefined ? [this.#report.byRolls] : rated ? [] : [this.#report.defaults]),
      ...(typeof overlay === 'string' && /[1-9]/.test(overlay)
        ? [this.#report.overlay(this.context.format.figure('percent', overlay, { signed: true }))]
        : []),
    ];
    return html`<div class="verdict">
      <p class="label">${main.name}</p>
      <p class="value number">${main.shown}</p>
      <p class="number">${this.#report.ofBalance(this.shown(report, 'coverage'), this.shown(report, 'balance'))}</p>
      ${notes.length > 0 ? html`<p class="notice number">${this.words.form.sentences(notes)}</p>` : nothing}
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    const { buckets, allowance, balance } = this.#result(report);
    const most = (of: 'balance' | 'allowance') => Math.max(1, ...buckets.map((bucket) => position(bucket[of] ?? '0')));
    const [mostBalance, mostAllowance] = [most('balance'), most('allowance')];
    const whole = position(allowance ?? '0') || 1;
    const rows = buckets.map((bucket): Row => ({
      name: bucket.label,
      value: this.#percent(bucket.rate),
      bars: [
        {
          parts: [{ from: 0, to: position(bucket.balance) / mostBalance, ink: 'plain' }],
          says: this.context.format.compact(bucket.balance),
        },
        {
          parts: [{ from: 0, to: position(bucket.allowance ?? '0') / mostAllowance, ink: 'solid' }],
          says: bucket.allowance === null ? this.words.results.notYet : this.context.format.compact(bucket.allowance),
        },
      ],
    }));
    const [biggest] = [...buckets].sort((a, b) => compare(b.allowance ?? '0', a.allowance ?? '0'));
    const share = (value: string | null) =>
      this.context.format.figure('percent', String(position(value ?? '0') / whole), { digits: 1, fixed: true });
    return html`
      ${sheet(
        this.#report.chart,
        html`<tc-bars
          .context=${this.context}
          .calculator=${this.calculator}
          .rows=${rows}
          .keys=${[
            { ink: 'plain', text: this.#report.balance },
            { ink: 'solid', text: this.#report.allowance },
          ]}
        ></tc-bars>`,
        `${biggest && allowance !== null ? this.#report.chartText(biggest.label, share(biggest.allowance)) : ''} ${this.#report.ownScale}`,
      )}
      ${sheet(
        this.#report.buckets,
        html`<tc-records
          .context=${this.context}
          .label=${this.#report.buckets}
          .columns=${[
            { label: this.#report.label },
            { label: this.#report.balance, amount: true },
            { label: this.#report.rate, amount: true },
            { label: this.#report.allowance, amount: true },
            { label: this.#report.share, amount: true },
          ]}
          .rows=${buckets.map((bucket) => [
            bucket.label,
            this.#money(bucket.balance),
            this.#percent(bucket.rate),
            this.#money(bucket.allowance),
            allowance === null ? '' : share(bucket.allowance),
          ])}
          .sum=${[this.#report.sum, this.#money(balance), this.shown(report, 'coverage'), this.#money(allowance), '']}
        ></tc-records>`,
      )}
      ${this.renderFigures(report)} ${this.renderOnward()}
    `;
  }
}
