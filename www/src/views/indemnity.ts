import { css, html, nothing, type TemplateResult } from 'lit';
import { compare, difference, position } from '../decimal';
import type { IndemnityResult, Report } from '../engine';
import type { Part, Row } from '../elements/bars/bars';
import { dated, datedStyles } from '../elements/dated';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import { sheet } from '../elements/sheet';
import { ruleTexts, withThresholds } from '../labels';
import { CalculatorView } from './calculator-view';
import '../elements/bars/bars';
import '../elements/records/records';

type Line = IndemnityResult['waterfall'][number];

export default class TcIndemnityView extends CalculatorView {
  static override styles = [
    ...CalculatorView.styles,
    datedStyles,
    css`
      .spread {
        margin-top: 1rem;
        color: var(--muted);
        font-size: 0.9375rem;
      }
    `,
  ];
  static override readonly main = 'indemnity';
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['invoices'] },
    { id: 'event', fields: ['event'] },
    {
      id: 'limits',
      fields: [
        'cover.insuredPercentage',
        'cover.buyerLimit',
        'cover.discretionaryLimit',
        'cover.limitCancelledOn',
        'cover.maximumLiability',
      ],
    },
    {
      id: 'deductibles',
      fields: [
        'cover.excess',
        'cover.excessOrder',
        'cover.aggregateFirstLoss',
        'cover.aggregateErodedBy',
        'cover.claimThreshold',
        'cover.minimumRetention',
      ],
    },
    {
      id: 'scope',
      fields: [
        'cover.periodStart',
        'cover.periodEnd',
        'cover.maxTermsDays',
        'cover.maximumExtensionDays',
        'cover.extensionFrom',
        'cover.waitingPeriodDays',
        'cover.vatInsured',
      ],
    },
    { id: 'perils', fields: ['cover.perils'] },
    { id: 'money', fields: ['receipts', 'security', 'setOff', 'recoveries'] },
    { id: 'margin', fields: ['netMargin', 'contributionMargin'] },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'loss', figures: ['indemnity', 'insuredLoss', 'netDebt', 'ownLoss'] },
    { id: 'recoveries', figures: ['recoveries.insurer', 'recoveries.insured', 'netLossAfterRecoveries'] },
    {
      id: 'sales',
      figures: [
        'breakEvenSales.net',
        'uninsuredBreakEvenSales.net',
        'breakEvenSales.contribution',
        'uninsuredBreakEvenSales.contribution',
      ],
    },
    { id: 'clause', figures: ['clauseSpread.low', 'clauseSpread.high'] },
  ];
  static override readonly shared = {
    inputs: { invoices: 'invoices', insuredPercentage: 'cover.insuredPercentage', netMargin: 'netMargin' },
    columns: { invoices: ['id', 'dueDate', 'amount'] },
  };

  get #report() {
    return this.words.calculators.indemnity.report;
  }

  #result = (report: Report): IndemnityResult => report.result as IndemnityResult;
  #money = (value: string | null): string =>
    value === null ? this.words.results.notYet : this.context.format.figure('money', value);

  protected override renderVerdict(report: Report): TemplateResult {
    const { indemnity, netDebt, ownLoss, deadlines } = this.#result(report);
    const main = this.mainFigure(report);
    const paid = deadlines.find(({ id }) => id === 'payment_expected');
    const share = position(netDebt ?? '0') > 0 ? String(position(indemnity ?? '0') / position(netDebt ?? '1')) : null;
    return html`<div class="verdict">
      <p class="label">${main.name}</p>
      <p class="value number">${main.shown}</p>
      <p class="number">
        ${[
          ...(share === null ? [] : [this.#report.ofDebt(this.context.format.figure('percent', share, { digits: 1 }))]),
          ...(paid ? [this.#report.expected(this.context.format.date(paid.date))] : []),
        ].join(' · ')}
      </p>
      <p class="number">${this.#report.own(this.#money(ownLoss))}</p>
      ${this.renderPills(report.findings)}
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    return html`
      ${this.#renderWaterfall(report)} ${this.#renderLevers(report)} ${this.#renderDeadlines(report)}
      ${this.renderFindings(report)} ${this.#renderInvoices(report)} ${this.#renderSales(report)}
      ${this.renderFigures(report)} ${this.renderOnward()}
    `;
  }

  #name = (id: string): string => {
    const { figures } = this.words.calculators.indemnity;
    return figures[`waterfall.${id}` as 'waterfall.vat'].name;
  };

  /** From the debt down to the indemnity: what each line takes hangs where the last one ended. */
  #renderWaterfall(report: Report): TemplateResult {
    const { waterfall } = this.#result(report);
    const { figures } = this.words.calculators.indemnity;
    const [debt, paid] = [waterfall[0], waterfall.at(-1)];
    const whole = position(debt?.amount ?? '0') || 1;
    const between = waterfall.slice(1, -1);
    const takes = (line: Line) => /[1-9]/.test(line.amount ?? '0');
    let left = debt?.amount ?? '0';
    const row = (line: Line, ends: boolean): Row => {
      const amount = line.amount ?? '0';
      const before = left;
      if (!ends) left = difference(left, amount) ?? left;
      const parts: Part[] = ends
        ? [{ from: 0, to: position(amount) / whole, ink: 'solid' }]
        : [{ from: position(left) / whole, to: position(before) / whole, ink: 'plain' }];
      return {
        name: this.#name(line.id),
        value: ends ? this.#money(amount) : `− ${this.#money(amount)}`,
        comesTo: this.#money(amount),
        strong: ends,
        bars: [{ parts }],
        means: figures[`waterfall.${line.id}` as 'waterfall.vat'].means,
        step: report.steps.find(({ id }) => id === `waterfall.${line.id}`),
      };
    };
    const rows = [
      ...(debt ? [row(debt, true)] : []),
      ...between.filter(takes).map((line) => row(line, false)),
      ...(paid ? [row(paid, true)] : []),
    ];
    const none = between.filter((line) => !takes(line));
    const biggest = between.filter(takes).sort((a, b) => compare(b.amount ?? '0', a.amount ?? '0'))[0];
    return sheet(
      this.#report.waterfall,
      html`<tc-bars
        .context=${this.context}
        .calculator=${this.calculator}
        .rows=${rows}
        .folded=${none.map(({ id }) => this.#name(id))}
        .foldedTitle=${this.#report.zero(none.length)}
      ></tc-bars>`,
      this.#report.waterfallText(
        this.#money(debt?.amount ?? null),
        this.#money(paid?.amount ?? null),
        biggest ? this.#report.biggest(this.#name(biggest.id)) : this.#report.nothingTaken,
      ),
    );
  }

  #renderLevers(report: Report): TemplateResult {
    const { levers, clauseSpread } = this.#result(report);
    const most = Math.max(1, ...levers.map(({ gain }) => position(gain)));
    const names: Readonly<Record<string, string>> = this.#report.lever;
    const rows = levers.map(({ term, gain }): Row => ({
      name: withThresholds(this.context, names[term] ?? term),
      value: `+ ${this.#money(gain)}`,
      bars: [{ parts: [{ from: 0, to: position(gain) / most, ink: 'soft' }] }],
    }));
    const { low, high } = clauseSpread;
    return sheet(
      this.#report.levers,
      html`${
          rows.length > 0
            ? html`<tc-bars .context=${this.context} .calculator=${this.calculator} .rows=${rows}></tc-bars>`
            : html`<p class="notice">${this.#report.noLevers}</p>`
        }
        <p class="spread number">
          ${low === high ? this.#report.spreadNone : this.#report.spreadText(this.#money(low), this.#money(high))}
        </p>`,
      rows.length > 0 ? this.#report.leversText : '',
    );
  }

  #renderDeadlines(report: Report): TemplateResult {
    const { deadlines } = this.#result(report);
    const names: Readonly<Record<string, string>> = this.#report.deadline;
    return sheet(
      this.#report.deadlines,
      deadlines.length === 0
        ? html`<p class="notice">${this.#report.noDeadlines}</p>`
        : dated(
            this.context,
            deadlines.map(({ id, date, source }) => ({
              date,
              what: html`${names[id] ?? id}
              ${source ? ruleTexts(this.words, source).map((text) => html`<p class="rule">${text}</p>`) : nothing}`,
            })),
          ),
    );
  }

  #renderInvoices(report: Report): TemplateResult {
    const { invoices } = this.#result(report);
    const given = this.input['invoices'];
    const amounts = Array.isArray(given) ? given : [];
    const amount = (row: number) => {
      const invoice = amounts[row];
      const value =
        invoice !== null && typeof invoice === 'object' && !Array.isArray(invoice) ? invoice['amount'] : null;
      return typeof value === 'string' ? this.#money(value) : '';
    };
    const { fields } = this.words.calculators.indemnity;
    return sheet(
      this.#report.invoices,
      html`<tc-records
        .context=${this.context}
        .label=${this.#report.invoices}
        .columns=${[
          { label: fields['invoices.id'].label },
          { label: fields['invoices.amount'].label, amount: true },
          { label: this.#report.eligible, amount: true },
          { label: this.#report.reasons },
        ]}
        .rows=${invoices.map(({ id, eligible, reasons }, row) => [
          id,
          amount(row),
          this.#money(eligible),
          reasons.length === 0
            ? { tone: 'good', text: this.#report.full }
            : {
                tone: position(eligible) > 0 ? 'info' : 'act',
                text: this.words.form.several(reasons.map((reason) => this.#name(reason))),
              },
        ])}
        .shortened=${{ first: 12, says: this.#report.shown, showAll: this.#report.showAll }}
      ></tc-records>`,
    );
  }

  /** What it takes to make up for the loss, with the insurance and without it. */
  #renderSales(report: Report): TemplateResult | typeof nothing {
    const { breakEvenSales, uninsuredBreakEvenSales } = this.#result(report);
    const kinds = (['net', 'contribution'] as const).filter((kind) => breakEvenSales[kind] !== null);
    if (kinds.length === 0) return nothing;
    const most = Math.max(1, ...kinds.map((kind) => position(uninsuredBreakEvenSales[kind] ?? '0')));
    const title = { net: this.#report.byNet, contribution: this.#report.byContribution };
    const rows = kinds.flatMap((kind): (Row | { heading: string })[] => [
      { heading: title[kind] },
      ...(
        [
          [this.#report.insured, breakEvenSales[kind], 'solid'],
          [this.#report.uninsured, uninsuredBreakEvenSales[kind], 'hatch'],
        ] as const
      ).map(([name, value, ink]): Row => ({
        name,
        value: this.#money(value),
        bars: [{ parts: [{ from: 0, to: position(value ?? '0') / most, ink }] }],
      })),
    ]);
    return sheet(
      this.#report.sales,
      html`<tc-bars .context=${this.context} .calculator=${this.calculator} .rows=${rows}></tc-bars>`,
    );
  }
}
