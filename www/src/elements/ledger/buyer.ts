import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId } from '../../engine';
import { buckets } from '../../ledger/settings';
import type { BuyerRow } from '../../ledger/engine';
import { textFor } from '../../words';
import { base, buttons } from '../base.styles';
import type { Bar } from '../chart/bars-chart';
import { bucketTone } from './ageing';
import { styles } from './buyer.styles';
import '../chart/bars-chart';

/** Fired when figures are to be carried into a calculator: of a buyer, or of the currency as a whole. */
export class CarryEvent extends CustomEvent<{ calculator: CalculatorId; buyer: BuyerRow | null }> {
  constructor(calculator: CalculatorId, buyer: BuyerRow | null) {
    super('tc-carry', { detail: { calculator, buyer }, bubbles: true, composed: true });
  }
}

/** The calculators that ask about one buyer. */
const calculators = ['latePayment', 'indemnity', 'limit'] as const;

/**
 * One buyer in a dialog: what it owes by age, and the calculators that go on from there.
 *
 * @fires tc-carry - its figures are wanted in a calculator
 */
export class TcBuyer extends LitElement {
  static override styles = [base, buttons, styles];
  static override properties = {
    context: { attribute: false },
    buyer: { attribute: false },
  };

  declare context: Context;
  declare buyer: BuyerRow | null;

  constructor() {
    super();
    this.buyer = null;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.shadowRoot?.querySelector('dialog') ?? null;
  }

  async show(buyer: BuyerRow): Promise<void> {
    this.buyer = buyer;
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  close(): void {
    this.#dialog?.close();
  }

  protected override render(): TemplateResult {
    const { words } = this.context;
    const { buyer } = words.ledger.report;
    const row = this.buyer;
    return html`<dialog aria-labelledby="name" @close=${() => (this.buyer = null)}>
      ${
        row
          ? html`<div class="head">
                <h2 id="name" tabindex="-1">${row.name}</h2>
                <button type="button" class="plain" @click=${() => this.close()}>${buyer.close}</button>
              </div>
              ${this.#renderFigures(row)}
              <h3>${buyer.carry}</h3>
              <p class="help">${buyer.carryHelp}</p>
              <div class="carry">
                ${calculators.map(
                  (calculator) =>
                    html`<button type="button" @click=${() => this.dispatchEvent(new CarryEvent(calculator, row))}>
                      ${textFor<string>(words.places, calculator) ?? calculator}
                    </button>`,
                )}
              </div>
              <tc-bars-chart
                .context=${this.context}
                .name=${buyer.ageing}
                .head=${[words.ledger.report.ageing.bucket, words.ledger.report.ageing.amount, words.ledger.report.ageing.share]}
                .bars=${this.#bars(row)}
              ></tc-bars-chart>`
          : nothing
      }
    </dialog>`;
  }

  #renderFigures(row: BuyerRow): TemplateResult {
    const { words, format } = this.context;
    const { columns } = words.ledger.report.buyers;
    const { stages } = words.ledger.report;
    const money = (text: string | null) => (text === null ? null : format.figure('money', text));
    const figures: readonly (readonly [string, string | null])[] = [
      [columns.open, money(row.open)],
      [columns.overdue, money(row.overdue)],
      [columns.overdueMoreThan30, money(row.overdueMoreThan30)],
      [columns.credits, money(row.credits)],
      [columns.worstDaysLate, format.figure('days', String(row.worstDaysLate))],
      [columns.share, format.figure('percent', row.share)],
      [columns.limit, money(row.limit)],
      [columns.utilisation, row.utilisation && format.figure('percent', row.utilisation)],
      [columns.allowance, money(row.allowance)],
      [columns.indemnity, money(row.indemnity)],
      [columns.stage, stages.names[row.stage as keyof typeof stages.names] ?? row.stage],
    ];
    return html`<dl>
      ${figures.map(([name, value]) =>
        value === null
          ? nothing
          : html`<div>
              <dt>${name}</dt>
              <dd class="number">${value}</dd>
            </div>`,
      )}
    </dl>`;
  }

  #bars({ ageing, open }: BuyerRow): readonly Bar[] {
    const { words, format } = this.context;
    const { names } = words.ledger.report.ageing;
    return buckets.map((bucket, at) => {
      const value = ageing[at] ?? '0';
      // Only for reading: two places of a percentage.
      const share = Number(open) > 0 ? String(Number(value) / Number(open)) : '0';
      return {
        name: names[bucket],
        value,
        shown: format.figure('money', value),
        note: format.figure('percent', share, { digits: 1, fixed: true }),
        tone: bucketTone[bucket],
      };
    });
  }
}

customElements.define('tc-buyer', TcBuyer);

declare global {
  interface HTMLElementTagNameMap {
    'tc-buyer': TcBuyer;
  }
  interface HTMLElementEventMap {
    'tc-carry': CarryEvent;
  }
}
