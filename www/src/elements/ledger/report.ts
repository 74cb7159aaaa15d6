import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, Report } from '../../engine';
import type { BuyerRow, CurrencyReport } from '../../ledger/engine';
import type { Group } from '../figures/figures';
import { difference } from '../../decimal';
import { explained } from '../../ledger/steps';
import { textFor } from '../../words';
import { base, buttons } from '../base.styles';
import type { Bar } from '../chart/bars-chart';
import type { ParetoBuyer } from '../chart/pareto-chart';
import { bucketTone } from './ageing';
import type { BuyerSource } from './buyer-table';
import { CarryEvent } from './buyer';
import { stageTone } from './stages';
import { styles } from './report.styles';
import '../chart/bars-chart';
import '../chart/months-chart';
import '../chart/pareto-chart';
import '../figures/figures';
import '../findings/findings';
import './buyer-table';

/** So many buyers are drawn. */
const PARETO = 12;

/** The calculators that ask about all that is open. */
const calculators = ['assess', 'dso', 'workingCapital', 'provision', 'coverValue'] as const;

const groups: readonly Group[] = [
  {
    id: 'balance',
    figures: ['open', 'notYetDue', 'overdue', 'overdueMoreThan30', 'credits', 'netOpen', 'disputed', 'creditSales'],
  },
  {
    id: 'collection',
    figures: [
      'overdueShare',
      'overdueRate',
      'dso',
      'countbackDso',
      'countbackUnexplained',
      'bestPossibleDso',
      'averageDaysDelinquent',
      'daysLate.open',
      'daysLate.paid',
    ],
  },
  {
    id: 'concentration',
    figures: [
      'concentration.largest',
      'concentration.top5',
      'concentration.top20Percent',
      'concentration.herfindahl',
      'concentration.effectiveBuyers',
    ],
  },
];

/**
 * Everything that is known of one currency of a ledger; what stands inside the element comes below the totals.
 *
 * @fires tc-buyer - a buyer is to be looked at
 * @fires tc-carry - its figures are wanted in a calculator
 * @fires tc-export - the table of buyers is wanted as a file
 */
export class TcLedgerReport extends LitElement {
  static override styles = [base, buttons, styles];
  static override properties = {
    context: { attribute: false },
    report: { attribute: false },
    source: { attribute: false },
    edition: { type: Number },
    largest: { state: true },
  };

  /** With the words of the ledger among those of the calculators. */
  declare context: Context;
  declare report: CurrencyReport;
  declare source: BuyerSource;
  declare edition: number;
  /** The buyers that owe most; those of the report before until the new ones are there. */
  declare private largest: readonly BuyerRow[];

  constructor() {
    super();
    this.largest = [];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('edition') || changed.has('report')) void this.#meetLargest();
  }

  async #meetLargest(): Promise<void> {
    const { edition, report } = this;
    const page = { sort: 'open', descending: true, from: 0, count: PARETO, find: '' } as const;
    const { rows } = await this.source(page).catch(() => ({ rows: this.largest }));
    if (edition === this.edition && report === this.report) this.largest = rows;
  }

  protected override render(): TemplateResult {
    const full = explained(this.report, this.largest);
    return html`
      ${this.#renderTotals()}
      <slot></slot>
      <div class="columns">
        <div class="column">${this.#renderAgeing()} ${this.#renderFindings(full)} ${this.#renderProvision()}</div>
        <div class="column">
          ${this.#renderFigures(full)} ${this.#renderPareto()} ${this.#renderStages()} ${this.#renderMonths()}
        </div>
      </div>
      ${this.#renderBuyers()} ${this.#renderCarry()}
    `;
  }

  /** The answer in one look. */
  #renderTotals(): TemplateResult {
    const { words, format } = this.context;
    const { totals } = words.ledger.report;
    const { report } = this;
    const money = (text: string) => format.figure('money', text);
    const number = (count: number) => format.figure('number', String(count));
    const days = (text: string | null) => (text === null ? words.results.notYet : format.figure('days', text));
    const tiles: readonly (readonly [string, string, string])[] = [
      [totals.open, money(report.open), totals.of(number(report.buyers), number(report.invoices))],
      [
        totals.overdue,
        money(report.overdue),
        report.overdueShare === null ? '' : totals.share(format.figure('percent', report.overdueShare)),
      ],
      [totals.dso, days(report.dso), totals.countback(days(report.countbackDso))],
      [totals.allowance, money(report.allowance), ''],
      ...(report.insured
        ? [[totals.indemnity, money(report.insured.indemnity), totals.own(money(report.insured.ownLoss))] as const]
        : []),
    ];
    return html`<dl class="sheet totals" aria-label=${totals.title}>
      ${tiles.map(
        ([name, value, note]) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="number">${value}</dd>
            ${note ? html`<dd class="note number">${note}</dd>` : nothing}
          </div>`,
      )}
    </dl>`;
  }

  #renderAgeing(): TemplateResult {
    const { ageing } = this.context.words.ledger.report;
    return html`<section class="sheet">
      <h2>${ageing.title}</h2>
      <tc-bars-chart
        .context=${this.context}
        .name=${ageing.title}
        .head=${[ageing.bucket, ageing.amount, ageing.share]}
        .bars=${this.#ageing()}
      ></tc-bars-chart>
    </section>`;
  }

  #renderFindings({ steps }: Report): TemplateResult {
    const { results } = this.context.words;
    const { findings } = this.report;
    return html`<section class="sheet">
      <h2>${results.findings}</h2>
      ${
        findings.length === 0
          ? html`<p class="notice">${results.noFindings}</p>`
          : html`<tc-findings
              .context=${this.context}
              .calculator=${'ledger' as CalculatorId}
              .fields=${this.context.engine.fields('dso')}
              .findings=${findings}
              .steps=${steps}
            ></tc-findings>`
      }
    </section>`;
  }

  #ageing(): readonly Bar[] {
    const { words, format } = this.context;
    const { ageing } = words.ledger.report;
    return this.report.ageing.map(({ bucket, amount, count, share }) => ({
      name: ageing.names[bucket],
      value: amount,
      shown: format.figure('money', amount),
      note: `${share === null ? '' : `${format.figure('percent', share, { digits: 1, fixed: true })} · `}${ageing.count(format.figure('number', String(count)))}`,
      tone: bucketTone[bucket],
    }));
  }

  #renderFigures(full: Report): TemplateResult {
    const { words } = this.context;
    return html`<section class="sheet">
      <h2>${words.results.figures}</h2>
      <tc-figures
        .context=${this.context}
        .calculator=${'ledger' as CalculatorId}
        .report=${full}
        .groups=${groups}
      ></tc-figures>
    </section>`;
  }

  #renderPareto(): TemplateResult | typeof nothing {
    const { pareto } = this.context.words.ledger.report;
    let together = '0';
    const buyers = this.largest
      .filter(({ open }) => /[1-9]/.test(open))
      .map(({ name, open, share }): ParetoBuyer => {
        together = difference(together, `-${share}`) ?? together;
        return { name, open, share, cumulated: together };
      });
    if (buyers.length === 0) return nothing;
    return html`<section class="sheet">
      <h2>${pareto.title}</h2>
      <tc-pareto-chart .context=${this.context} .buyers=${buyers}></tc-pareto-chart>
    </section>`;
  }

  #renderStages(): TemplateResult {
    const { words, format } = this.context;
    const { stages, ageing } = words.ledger.report;
    return html`<section class="sheet">
      <h2>${stages.title}</h2>
      <p class="notice">${stages.help}</p>
      <tc-bars-chart
        .context=${this.context}
        .name=${stages.title}
        .head=${[stages.stage, ageing.amount, stages.invoices]}
        .bars=${this.report.stages.map(({ id, amount, count }): Bar => ({
          name: textFor<string>(stages.names, id) ?? id,
          value: amount,
          shown: format.figure('money', amount),
          note: ageing.count(format.figure('number', String(count))),
          tone: stageTone(id),
        }))}
      ></tc-bars-chart>
    </section>`;
  }

  #renderMonths(): TemplateResult | typeof nothing {
    const { months } = this.context.words.ledger.report;
    // The file may be younger than the months that are counted.
    const first = this.report.monthlySales.findLastIndex(({ sales }) => /[1-9]/.test(sales));
    const monthlySales = this.report.monthlySales.slice(0, first + 1);
    if (monthlySales.length === 0) return nothing;
    return html`<section class="sheet">
      <h2>${months.title}</h2>
      <tc-months-chart .context=${this.context} .months=${monthlySales}></tc-months-chart>
    </section>`;
  }

  #renderProvision(): TemplateResult {
    const { words, format } = this.context;
    const { provision, ageing, insured, limits } = words.ledger.report;
    const { report } = this;
    const money = (text: string) => format.figure('money', text);
    const number = (count: number) => format.figure('number', String(count));
    const facts = (rows: readonly (readonly [string, string])[]) =>
      html`<dl>
        ${rows.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd class="number">${value}</dd>
            </div>`,
        )}
      </dl>`;
    return html`<section class="sheet">
      <h2>${provision.title}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${provision.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${ageing.bucket}</th>
              <th scope="col" class="amount">${provision.balance}</th>
              <th scope="col" class="amount">${provision.rate}</th>
              <th scope="col" class="amount">${provision.allowance}</th>
            </tr>
          </thead>
          <tbody>
            ${report.provision.map(
              ({ bucket, balance, rate, allowance }) =>
                html`<tr>
                  <th scope="row">${textFor<string>(ageing.names, bucket) ?? bucket}</th>
                  <td class="amount">${money(balance)}</td>
                  <td class="amount">${format.figure('percent', rate, { digits: 4 })}</td>
                  <td class="amount">${money(allowance)}</td>
                </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${provision.sum}</th>
              <td class="amount">${money(report.open)}</td>
              <td></td>
              <td class="amount">${money(report.allowance)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      ${
        report.insured
          ? html`<h3>${insured.title}</h3>
              ${facts([
                [insured.buyers, number(report.insured.buyers)],
                [insured.loss, money(report.insured.insuredLoss)],
                [insured.indemnity, money(report.insured.indemnity)],
                [insured.own, money(report.insured.ownLoss)],
              ])}`
          : html`<p class="notice">${insured.none}</p>`
      }
      ${
        report.limits
          ? html`<h3>${limits.title}</h3>
              ${facts([
                [limits.withLimit, number(report.limits.withLimit)],
                [limits.high, number(report.limits.over80)],
                [limits.over, number(report.limits.overLimit)],
              ])}`
          : nothing
      }
    </section>`;
  }

  #renderBuyers(): TemplateResult {
    const { buyers } = this.context.words.ledger.report;
    const { report } = this;
    return html`<section class="sheet">
      <div class="head">
        <h2>${buyers.title}</h2>
        <button type="button" @click=${() => this.dispatchEvent(new Event('tc-export'))}>${buyers.save}</button>
      </div>
      <tc-buyer-table
        .context=${this.context}
        .source=${this.source}
        .edition=${`${report.currency} ${this.edition}`}
        .hasLimits=${report.limits !== null}
        .isInsured=${report.insured !== null}
      ></tc-buyer-table>
    </section>`;
  }

  #renderCarry(): TemplateResult {
    const { words } = this.context;
    const { carry } = words.ledger.report;
    return html`<section class="sheet carry">
      <h2>${carry.title}</h2>
      <p class="notice">${carry.help}</p>
      <div class="buttons">
        ${calculators.map(
          (calculator) =>
            html`<button type="button" @click=${() => this.dispatchEvent(new CarryEvent(calculator, null))}>
              ${textFor<string>(words.places, calculator) ?? calculator}
            </button>`,
        )}
      </div>
    </section>`;
  }
}

customElements.define('tc-ledger-report', TcLedgerReport);

declare global {
  interface HTMLElementTagNameMap {
    'tc-ledger-report': TcLedgerReport;
  }
}
