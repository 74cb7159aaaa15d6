import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, FieldSpec } from '../../engine';
import { cellPath, shownRows, textAt, type FormValues } from '../../form-values';
import { fieldWords } from '../../labels';
import { readText, valueText } from '../../read-text';
import { base, buttons } from '../base.styles';
import { TypedEvent } from '../field/field';
import { toneIcon } from '../icon/icon';
import { RowsEvent } from '../list-field/list-field';
import { styles } from './grid.styles';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * A list as one large table over the page, for those who think in spreadsheets: Enter and the arrow keys go from row to
 * row, a block of cells can be pasted anywhere, and the line below says how the cell was read.
 *
 * @fires tc-typed, tc-rows - as the fields of the list do
 * @fires tc-pasted - a table was pasted into a cell
 */
export class TcGrid extends LitElement {
  static override styles = [base, buttons, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    spec: { attribute: false },
    values: { attribute: false },
    errors: { attribute: false },
    shown: { state: true },
    active: { state: true },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare spec: FieldSpec;
  declare values: FormValues;
  declare errors: (path: string) => string | undefined;
  declare private shown: boolean;
  declare private active: Cell | null;
  /** Where the focus goes once the row is there. */
  #next: Cell | null = null;

  constructor() {
    super();
    this.shown = false;
    this.active = null;
  }

  async show(): Promise<void> {
    this.shown = true;
    await this.updateComplete;
    this.shadowRoot?.querySelector('dialog')?.showModal();
    this.#focus({ row: 0, column: 0 });
  }

  #close(): void {
    this.shadowRoot?.querySelector('dialog')?.close();
  }

  get #columns(): readonly FieldSpec[] {
    return this.spec.fields ?? [];
  }

  #path = ({ row, column }: Cell): string => cellPath(this.spec.path, row, this.#columns[column]?.path ?? '');

  #focus({ row, column }: Cell): void {
    const input = this.shadowRoot?.querySelector<HTMLInputElement>(`input[data-row="${row}"][data-column="${column}"]`);
    input?.focus();
    input?.select();
  }

  #key(event: KeyboardEvent, cell: Cell): void {
    const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.isComposing) return;
    event.preventDefault();
    const row = cell.row + step;
    if (row === shownRows(this.values, this.spec.path) && event.key === 'Enter') {
      this.#add(row);
    } else {
      this.#focus({ row, column: cell.column });
    }
  }

  #pasted(event: ClipboardEvent, { row, column }: Cell): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('tc-pasted', { detail: { text, row, column } }));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.shown) return nothing;
    const { form, lists } = this.context.words;
    const { label } = fieldWords(this.context, this.calculator, this.spec.path);
    const rows = shownRows(this.values, this.spec.path);
    return html`<dialog aria-labelledby="title" @close=${() => (this.shown = false)}>
      <header>
        <h2 id="title">${label}</h2>
        <p>${lists.grid}</p>
        <button type="button" class="primary" @click=${() => this.#close()}>${lists.done}</button>
      </header>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">${lists.number}</span></th>
              ${this.#columns.map((column) => html`<th scope="col">${fieldWords(this.context, this.calculator, column.path).label}</th>`)}
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${Array.from({ length: rows }, (_, row) => this.#renderRow(row, label))}
          </tbody>
        </table>
      </div>
      <footer>
        <button type="button" class="plain" @click=${() => this.#add(rows)}>+ ${form.addRow}</button>
        <p class="says number" role="status">${this.#renderSays()}</p>
      </footer>
    </dialog>`;
  }

  #add(row: number): void {
    this.#next = { row, column: 0 };
    this.dispatchEvent(new RowsEvent(this.spec.path, null));
  }

  protected override updated(): void {
    if (!this.#next || this.#next.row >= shownRows(this.values, this.spec.path)) return;
    this.#focus(this.#next);
    this.#next = null;
  }

  #renderRow(row: number, label: string): TemplateResult {
    const { form } = this.context.words;
    return html`<tr>
      <th scope="row" class="number">${row + 1}</th>
      ${this.#columns.map((spec, column) => {
        const cell = { row, column };
        const path = this.#path(cell);
        const name = fieldWords(this.context, this.calculator, spec.path).label;
        return html`<td>
          <input
            class="number ${spec.type === 'text' ? '' : 'figure'}"
            type="text"
            autocomplete="off"
            spellcheck="false"
            aria-label=${`${form.row(row + 1)} ${name}`}
            aria-invalid=${this.errors(path) ? 'true' : 'false'}
            data-row=${row}
            data-column=${column}
            .value=${textAt(this.values, path)}
            @input=${(event: Event) => this.dispatchEvent(new TypedEvent(path, (event.target as HTMLInputElement).value))}
            @focus=${() => (this.active = cell)}
            @keydown=${(event: KeyboardEvent) => this.#key(event, cell)}
            @paste=${(event: ClipboardEvent) => this.#pasted(event, cell)}
          />
        </td>`;
      })}
      <td>
        <button
          type="button"
          class="remove"
          aria-label=${form.remove(label, row + 1)}
          @click=${() => this.dispatchEvent(new RowsEvent(this.spec.path, row))}
        >
          ×
        </button>
      </td>
    </tr>`;
  }

  /** What is wrong with the cell one is in, or how it was read. */
  #renderSays(): TemplateResult | string {
    const cell = this.active;
    const spec = cell ? this.#columns[cell.column] : undefined;
    if (!cell || !spec) return '';
    const path = this.#path(cell);
    const text = textAt(this.values, path);
    const error = this.errors(path);
    const where = `${this.context.words.form.row(cell.row + 1)} · ${fieldWords(this.context, this.calculator, spec.path).label}`;
    if (error === undefined) {
      const read = text.trim() === '' ? null : readText(this.context, spec, text);
      return read === null ? where : `${where} ${this.context.words.form.readAs(read)}`;
    }
    const reading = this.context.read(spec, text);
    return html`<span class="error">${toneIcon('act')}${where}: ${error}</span> ${
        reading.kind === 'two'
          ? reading.meanings.map(
              (meaning) =>
                html`<button type="button" @click=${() => this.#choose(cell, path, meaning.text)}>
                  ${valueText(this.context, spec, meaning.value)}
                </button>`,
            )
          : nothing
      }`;
  }

  #choose(cell: Cell, path: string, text: string): void {
    this.dispatchEvent(new TypedEvent(path, text));
    this.#focus(cell);
  }
}

customElements.define('tc-grid', TcGrid);

declare global {
  interface HTMLElementTagNameMap {
    'tc-grid': TcGrid;
  }
}
