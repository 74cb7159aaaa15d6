import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import { base, buttons } from '../base.styles';
import { toneIcon, type Tone } from '../icon/icon';
import { OwnWidth } from '../own-width';
import { styles } from './records.styles';

export interface Column {
  readonly label: string;
  readonly amount?: boolean;
}

/** What stands in a cell; with a tone it has a mark of its own. */
export type Cell = string | { readonly tone: Tone; readonly text: string };

export interface Shortened {
  /** How many rows are shown at first. */
  readonly first: number;
  readonly says: (shown: number, all: number) => string;
  readonly showAll: (all: number) => string;
}

/** So much room a column takes at least: with less, every row becomes a card. */
const COLUMN = 88;

/** Rows of figures: a table where there is room for one, a card for each row where there is not. */
export class TcRecords extends LitElement {
  static override styles = [base, buttons, styles];
  static override properties = {
    context: { attribute: false },
    label: {},
    columns: { attribute: false },
    rows: { attribute: false },
    sum: { attribute: false },
    shortened: { attribute: false },
    all: { state: true },
    narrow: { state: true },
  };

  declare context: Context;
  declare label: string;
  declare columns: readonly Column[];
  /** The first cell of a row is its heading. */
  declare rows: readonly (readonly Cell[])[];
  /** A last row that adds up. */
  declare sum: readonly Cell[] | null;
  declare shortened: Shortened | null;
  declare private all: boolean;
  declare private narrow: boolean;

  constructor() {
    super();
    this.sum = null;
    this.shortened = null;
    this.all = false;
    this.narrow = false;
    new OwnWidth(this, (width) => (this.narrow = width < this.columns.length * COLUMN));
  }

  protected override render(): TemplateResult {
    const { shortened, rows } = this;
    const cut = shortened && !this.all && rows.length > shortened.first ? shortened : null;
    const shown = cut ? rows.slice(0, cut.first) : rows;
    return html`
      ${this.narrow ? this.#renderCards(shown) : this.#renderTable(shown)}
      ${
        cut
          ? html`<p class="more number">
              <span>${cut.says(shown.length, rows.length)}</span>
              <button type="button" @click=${() => (this.all = true)}>${cut.showAll(rows.length)}</button>
            </p>`
          : nothing
      }
    `;
  }

  #cell = (cell: Cell): TemplateResult | string =>
    typeof cell === 'string'
      ? cell
      : html`<span class="tone ${cell.tone}">${toneIcon(cell.tone)}<span>${cell.text}</span></span>`;

  #renderTable(rows: readonly (readonly Cell[])[]): TemplateResult {
    const { columns, sum } = this;
    const kind = (column: number) => (columns[column]?.amount ? 'amount number' : '');
    const line = ([heading = '', ...cells]: readonly Cell[]) =>
      html`<tr>
        <th scope="row">${this.#cell(heading)}</th>
        ${cells.map((cell, place) => html`<td class=${kind(place + 1)}>${this.#cell(cell)}</td>`)}
      </tr>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
      <table>
        <thead>
          <tr>
            ${columns.map(({ label }, place) => html`<th scope="col" class=${kind(place)}>${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(line)}
        </tbody>
        ${
          sum
            ? html`<tfoot>
                ${line(sum)}
              </tfoot>`
            : nothing
        }
      </table>
    </div>`;
  }

  #renderCards(rows: readonly (readonly Cell[])[]): TemplateResult {
    const card = ([heading = '', ...cells]: readonly Cell[]) =>
      html`<li>
        <p class="title">${this.#cell(heading)}</p>
        <dl>
          ${cells.map((cell, place) =>
            cell === ''
              ? nothing
              : html`<div>
                  <dt>${this.columns[place + 1]?.label}</dt>
                  <dd class="number">${this.#cell(cell)}</dd>
                </div>`,
          )}
        </dl>
      </li>`;
    return html`<ul class="cards" aria-label=${this.label}>
      ${[...rows, ...(this.sum ? [this.sum] : [])].map(card)}
    </ul>`;
  }
}

customElements.define('tc-records', TcRecords);

declare global {
  interface HTMLElementTagNameMap {
    'tc-records': TcRecords;
  }
}
