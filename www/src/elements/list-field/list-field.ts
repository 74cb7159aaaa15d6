import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, FieldSpec } from '../../engine';
import { cellPath, columnPath, filledRows, shownRows, textAt, withList, type FormValues } from '../../form-values';
import { fieldWords } from '../../labels';
import { valueText } from '../../read-text';
import { base, buttons, disclosure } from '../base.styles';
import { TypedEvent, type TcField } from '../field/field';
import { toneIcon } from '../icon/icon';
import { styles } from './list-field.styles';
import '../field/field';

/** Fired when rows are added to or taken from a list. */
export class RowsEvent extends CustomEvent<{ list: string; remove: number | null }> {
  constructor(list: string, remove: number | null) {
    super('tc-rows', { detail: { list, remove }, bubbles: true, composed: true });
  }
}

/** Fired when much of a form changes at once. */
export class ValuesEvent extends CustomEvent<{ values: FormValues }> {
  constructor(values: FormValues) {
    super('tc-values', { detail: { values }, bubbles: true, composed: true });
  }
}

/** So many columns stand beside each other; rows of more are cards that open up. */
const BESIDE = 3;
/** So many cards are shown at first. */
const CARDS = 8;

/** The month before: rows of months run backwards from the latest. */
function monthBefore(text: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(text.trim());
  if (!match) return '';
  const month = Number(match[1]) * 12 + Number(match[2]) - 2;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** What is only needed once a table is pasted or edited as one; fetched in idle moments with the rest of the page. */
export const pasting = () => import('./paste');
export const grid = () => import('../grid/grid');

/**
 * A list of values or of rows: typed, pasted from a spreadsheet, or edited as one large table.
 *
 * @fires tc-rows - a row is to be added or removed
 * @fires tc-values - a table was pasted, taken back or emptied
 */
export class TcListField extends LitElement {
  static override styles = [base, buttons, disclosure, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    spec: { attribute: false },
    values: { attribute: false },
    errors: { attribute: false },
    open: { state: true },
    all: { state: true },
    pasteOpen: { state: true },
    notice: { state: true },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare spec: FieldSpec;
  declare values: FormValues;
  /** Text of the problem at a path, if any. */
  declare errors: (path: string) => string | undefined;
  /** The cards that are opened up. */
  declare private open: ReadonlySet<number>;
  declare private all: boolean;
  declare private pasteOpen: boolean;
  /** What was done to the list as a whole, and how to take it back. */
  declare private notice: {
    readonly texts: readonly string[];
    readonly before: FormValues | null;
    readonly dates: readonly FieldSpec[];
  } | null;

  constructor() {
    super();
    this.open = new Set([0]);
    this.all = false;
    this.pasteOpen = false;
    this.notice = null;
    this.addEventListener('paste', (event) => this.#pasted(event));
  }

  // ---- the focus ----

  async reveal(path: string): Promise<void> {
    const row = Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0);
    if (this.#isCards) {
      this.open = new Set(this.open).add(row);
      this.all ||= row >= CARDS;
      await this.updateComplete;
    }
    const field = this.#fields().find((candidate) => candidate.path === path) ?? this.#fields()[0];
    await field?.updateComplete;
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  #fields(): TcField[] {
    return [...(this.shadowRoot?.querySelectorAll('tc-field') ?? [])];
  }

  /** Where the focus goes once the rows have changed: into a new row, or to the button below when one is gone. */
  #after: (() => HTMLElement | null | undefined) | undefined;

  protected override async updated(): Promise<void> {
    if (!this.#after) return;
    await Promise.all(this.#fields().map((field) => field.updateComplete));
    const target = this.#after?.();
    // What it waits for may come with the next values only.
    if (!target) return;
    this.#after = undefined;
    target.focus();
  }

  // ---- rows ----

  get #columns(): readonly FieldSpec[] {
    return this.spec.fields ?? [];
  }

  get #isCards(): boolean {
    return this.#columns.length > BESIDE;
  }

  #add(): void {
    const list = this.spec.path;
    const row = shownRows(this.values, list);
    this.open = new Set([row]);
    this.all ||= row >= CARDS;
    this.#after = () => {
      const cells = this.#fields().filter((field) => field.path.startsWith(cellPath(list, row)));
      return cells.find((field) => !field.text) ?? cells[0];
    };
    this.dispatchEvent(new RowsEvent(list, null));
    const month = this.spec.fields?.find((column) => column.type === 'month');
    const before = month && monthBefore(textAt(this.values, cellPath(list, row - 1, month.path)));
    if (month && before) this.dispatchEvent(new TypedEvent(cellPath(list, row, month.path), before));
  }

  #remove(row: number): void {
    this.#after = () => this.shadowRoot?.querySelector<HTMLElement>('.add');
    this.open = new Set([...this.open].flatMap((place) => (place === row ? [] : [place > row ? place - 1 : place])));
    this.dispatchEvent(new RowsEvent(this.spec.path, row));
  }

  #empty(): void {
    const before = this.values;
    this.open = new Set([0]);
    this.dispatchEvent(new ValuesEvent(withList(this.values, this.spec.path, null)));
    this.notice = { texts: [this.context.words.lists.emptied], before, dates: [] };
    this.#after = () => this.shadowRoot?.querySelector<HTMLElement>('.undo');
  }

  // ---- pasting ----

  #pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // One value, or a text into the box that waits for it, is no business of the list.
    const target = event.composedPath().find((element) => element instanceof HTMLElement && 'path' in element);
    if (!target || !/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    const path = (target as TcField).path;
    const row = Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0);
    const column = this.#columns.findIndex((spec) => spec.path === columnPath(path));
    void this.#fill(text, row, Math.max(0, column));
  }

  async #fill(text: string, row: number, column: number): Promise<void> {
    const { fill } = await pasting();
    const before = this.values;
    const filled = await fill(this.context, this.calculator, this.spec, before, text, row, column);
    this.notice = { texts: filled.texts, before: filled.values ? before : null, dates: filled.twofold };
    if (!filled.values) return;
    this.pasteOpen = false;
    this.open = new Set();
    this.dispatchEvent(new ValuesEvent(filled.values));
    this.#after = () => this.shadowRoot?.querySelector<HTMLElement>('.undo');
  }

  async #order(order: 'day' | 'month'): Promise<void> {
    const { reordered } = await pasting();
    if (!this.notice) return;
    this.dispatchEvent(new ValuesEvent(reordered(this.context, this.spec, this.values, this.notice.dates, order)));
    this.notice = { ...this.notice, dates: [] };
    this.#after = () => this.shadowRoot?.querySelector<HTMLElement>('.undo');
  }

  #undo(): void {
    const before = this.notice?.before;
    if (!before) return;
    this.dispatchEvent(new ValuesEvent(withList(this.values, this.spec.path, before)));
    this.notice = { texts: [this.context.words.form.paste.undone], before: null, dates: [] };
    this.#after = () => this.shadowRoot?.querySelector<HTMLElement>('.add');
  }

  async #edit(): Promise<void> {
    await grid();
    this.shadowRoot?.querySelector('tc-grid')?.show();
  }

  // ---- what is shown ----

  protected override render(): TemplateResult | typeof nothing {
    const { form, lists } = this.context.words;
    // Behind the first screen its words may come after the element.
    if (!lists) return nothing;
    const { label, help } = fieldWords(this.context, this.calculator, this.spec.path);
    const rows = shownRows(this.values, this.spec.path);
    const own = this.errors(this.spec.path);
    const shown = this.#isCards && !this.all ? Math.min(rows, CARDS) : rows;
    return html`
      <fieldset>
        <legend>
          ${label}${rows > 3 ? html`<span class="count number">${lists.rows(filledRows(this.values, this.spec.path))}</span>` : nothing}
        </legend>
        ${help ? html`<p class="help">${help}</p>` : nothing}
        ${own ? html`<p class="error" role="alert">${toneIcon('act')}<span>${own}</span></p>` : nothing}
        <div class="rows ${this.#isCards ? 'cards' : ''}">
          ${Array.from({ length: shown }, (_, row) => (this.#isCards ? this.#renderCard(row, label) : this.#renderRow(row, label)))}
        </div>
        ${shown < rows ? html`<button type="button" class="plain" @click=${() => (this.all = true)}>${lists.all(rows)}</button>` : nothing}
        <div class="tools">
          <button type="button" class="plain add" aria-label=${form.add(label)} @click=${this.#add}>
            + ${form.addRow}
          </button>
          <button
            type="button"
            class="plain"
            aria-expanded=${this.pasteOpen ? 'true' : 'false'}
            @click=${() => this.#togglePaste()}
          >
            ${form.paste.open}
          </button>
          ${
            this.#isCards
              ? html`<button type="button" class="plain wide-only" @click=${() => void this.#edit()}>
                  ${lists.asTable}
                </button>`
              : nothing
          }
          ${
            filledRows(this.values, this.spec.path) > 2
              ? html`<button type="button" class="plain" @click=${() => this.#empty()}>${lists.empty}</button>`
              : nothing
          }
        </div>
        ${this.pasteOpen ? this.#renderPaste(label) : nothing} ${this.#renderNotice()}
        ${
          this.#isCards
            ? html`<tc-grid
                .context=${this.context}
                .calculator=${this.calculator}
                .spec=${this.spec}
                .values=${this.values}
                .errors=${this.errors}
                @tc-pasted=${(event: CustomEvent<{ text: string; row: number; column: number }>) =>
                  void this.#fill(event.detail.text, event.detail.row, event.detail.column)}
              ></tc-grid>`
            : nothing
        }
      </fieldset>
    `;
  }

  #togglePaste(): void {
    this.pasteOpen = !this.pasteOpen;
    if (this.pasteOpen) this.#after = () => this.shadowRoot?.querySelector('textarea');
  }

  #renderPaste(label: string): TemplateResult {
    const { paste } = this.context.words.form;
    const box = () => this.shadowRoot?.querySelector('textarea');
    return html`<div class="paste">
      <label for="paste">${paste.label(label)}</label>
      <p class="help" id="paste-help">${paste.help}</p>
      <textarea id="paste" rows="4" aria-describedby="paste-help" spellcheck="false" autocomplete="off"></textarea>
      <div class="tools">
        <button
          type="button"
          class="primary"
          @click=${() => void this.#fill(box()?.value ?? '', filledRows(this.values, this.spec.path), 0)}
        >
          ${paste.fill}
        </button>
        <button type="button" class="plain" @click=${() => this.#togglePaste()}>${paste.cancel}</button>
      </div>
    </div>`;
  }

  #renderNotice(): TemplateResult {
    const { form } = this.context.words;
    const { paste } = form;
    const { notice } = this;
    return html`<div class="notice ${notice ? 'said' : ''}" role="status">
      ${notice?.texts.map((text) => html`<p class="number">${text}</p>`)}
      ${
        notice && notice.dates.length > 0
          ? html`<p>
                ${paste.dates(form.several(notice.dates.map(({ path }) => fieldWords(this.context, this.calculator, path).label)))}
              </p>
              <div class="tools">
                <button type="button" @click=${() => void this.#order('day')}>${paste.dayFirst}</button>
                <button type="button" @click=${() => void this.#order('month')}>${paste.monthFirst}</button>
              </div>`
          : nothing
      }
      ${notice?.before ? html`<button type="button" class="undo" @click=${() => this.#undo()}>${paste.undo}</button>` : nothing}
    </div>`;
  }

  #renderRow(row: number, label: string): TemplateResult {
    const { form } = this.context.words;
    const [only] = this.#columns;
    const single = only?.path === this.spec.path;
    const cells = single
      ? [this.#renderCell({ ...only, required: false }, cellPath(this.spec.path, row), this.#itemLabel(row))]
      : this.#columns.map((column) =>
          this.#renderCell(
            column,
            cellPath(this.spec.path, row, column.path),
            undefined,
            this.#columns.length === BESIDE,
            row > 0,
          ),
        );
    return html`<div class="row of-${cells.length}" role="group" aria-label=${`${label} ${form.row(row + 1)}`}>
      <div class="cells">${cells}</div>
      ${this.#renderRemove(row, label)}
    </div>`;
  }

  /** Figures of the past are named by their age, others by their number. */
  #itemLabel(row: number): string {
    const { form } = this.context.words;
    return /History$/.test(this.spec.path) ? form.period(row + 1) : form.row(row + 1);
  }

  #renderRemove(row: number, label: string): TemplateResult {
    return html`<button
      type="button"
      class="remove"
      aria-label=${this.context.words.form.remove(label, row + 1)}
      @click=${() => this.#remove(row)}
    >
      ×
    </button>`;
  }

  /** A row of many columns: what it holds in one line, and its fields when it is opened up. */
  #renderCard(row: number, label: string): TemplateResult {
    const { form } = this.context.words;
    const open = this.open.has(row);
    const start = cellPath(this.spec.path, row);
    const wrong = this.#columns.filter((column) => this.errors(cellPath(this.spec.path, row, column.path))).length;
    const toggle = (event: Event) => {
      const now = (event.target as HTMLDetailsElement).open;
      if (now === this.open.has(row)) return;
      const rows = new Set(this.open);
      if (now) rows.add(row);
      else rows.delete(row);
      this.open = rows;
    };
    return html`<div class="card" role="group" aria-label=${`${label} ${form.row(row + 1)}`}>
      <details .open=${open} @toggle=${toggle}>
        <summary>
          <span class="chevron"></span>
          <span class="words">
            <span class="visually-hidden">${form.row(row + 1)} </span>${this.#renderSummary(row)}
            ${wrong > 0 ? html`<span class="wrong">${toneIcon('act')}${this.context.words.lists.problems(wrong)}</span>` : nothing}
          </span>
        </summary>
        ${
          open
            ? html`<div class="cells">
                ${this.#columns.map((column) => this.#renderCell(column, `${start}${column.path.slice(this.spec.path.length)}`))}
              </div>`
            : nothing
        }
      </details>
      ${this.#renderRemove(row, label)}
    </div>`;
  }

  #renderSummary(row: number): TemplateResult {
    const cell = (column: FieldSpec) => textAt(this.values, cellPath(this.spec.path, row, column.path)).trim();
    // Without a column that has to be filled in, the first ones tell most.
    const required = this.#columns.filter((column) => column.required);
    const [name] = required;
    const others = name ? required.slice(1) : this.#columns.slice(0, 3);
    const title = name ? cell(name) : '';
    const filled = others.filter((column) => cell(column) !== '');
    if (title === '' && filled.length === 0) return html`<span class="open">${this.context.words.lists.unnamed}</span>`;
    return html`<strong>${title || this.context.words.form.row(row + 1)}</strong>
      <span class="number">${filled.map((column) => this.#short(column, cell(column))).join(' · ')}</span>`;
  }

  /** A cell as it was read, where it was; else as it was typed. */
  #short(spec: FieldSpec, text: string): string {
    const reading = this.context.read(spec, text);
    if (reading.kind === 'two' || reading.kind === 'unread') return text;
    const isNumber = /^-?\d+(\.\d+)?$/.test(reading.value);
    return isNumber || spec.type === 'date' || spec.type === 'month'
      ? valueText(this.context, spec, reading.value)
      : text;
  }

  #renderCell(spec: FieldSpec, path: string, label?: string, tight = false, bare = false): TemplateResult {
    return html`<tc-field
      cell
      ?tight=${tight}
      ?bare=${bare}
      .context=${this.context}
      .calculator=${this.calculator}
      .spec=${spec}
      .path=${path}
      .label=${label}
      .text=${textAt(this.values, path)}
      .error=${this.errors(path)}
    ></tc-field>`;
  }
}

customElements.define('tc-list-field', TcListField);

declare global {
  interface HTMLElementTagNameMap {
    'tc-list-field': TcListField;
  }
}
