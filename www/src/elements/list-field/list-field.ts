import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, FieldSpec } from '../../engine';
import { cellPath, shownRows, textAt, type FormValues } from '../../form-values';
import { fieldWords } from '../../labels';
import { base, buttons } from '../base.styles';
import { TypedEvent, type TcField } from '../field/field';
import { styles } from './list-field.styles';
import '../field/field';

/** Fired when rows are added to or taken from a list. */
export class RowsEvent extends CustomEvent<{ list: string; remove: number | null }> {
  constructor(list: string, remove: number | null) {
    super('tc-rows', { detail: { list, remove }, bubbles: true, composed: true });
  }
}

/** The month before: rows of months run backwards from the latest. */
function monthBefore(text: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(text.trim());
  if (!match) return '';
  const month = Number(match[1]) * 12 + Number(match[2]) - 2;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/**
 * A list of values or of rows, one field each.
 *
 * @fires tc-rows - a row is to be added or removed
 */
export class TcListField extends LitElement {
  static override styles = [base, buttons, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    spec: { attribute: false },
    values: { attribute: false },
    errors: { attribute: false },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare spec: FieldSpec;
  declare values: FormValues;
  /** Text of the problem at a path, if any. */
  declare errors: (path: string) => string | undefined;

  reveal(path: string): void {
    const field = this.#fields().find((candidate) => candidate.path === path) ?? this.#fields()[0];
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  #fields(): TcField[] {
    return [...(this.shadowRoot?.querySelectorAll('tc-field') ?? [])];
  }

  /** Where the focus goes once the rows have changed: into a new row, or to the button below when one is gone. */
  #after: (() => void) | undefined;

  #add(): void {
    const list = this.spec.path;
    const row = shownRows(this.values, list);
    this.#after = () => {
      const cells = this.#fields().filter((field) => field.path.startsWith(cellPath(list, row)));
      (cells.find((field) => !field.text) ?? cells[0])?.focus();
    };
    this.dispatchEvent(new RowsEvent(list, null));
    const month = this.spec.fields?.find((column) => column.type === 'month');
    const before = month && monthBefore(textAt(this.values, cellPath(list, row - 1, month.path)));
    if (month && before) this.dispatchEvent(new TypedEvent(cellPath(list, row, month.path), before));
  }

  #remove(row: number): void {
    this.#after = () => this.shadowRoot?.querySelector<HTMLElement>('.add')?.focus();
    this.dispatchEvent(new RowsEvent(this.spec.path, row));
  }

  protected override async updated(): Promise<void> {
    const after = this.#after;
    if (!after) return;
    this.#after = undefined;
    await Promise.all(this.#fields().map((field) => field.updateComplete));
    after();
  }

  protected override render(): TemplateResult {
    const { form } = this.context.words;
    const { label, help } = fieldWords(this.context, this.calculator, this.spec.path);
    const rows = shownRows(this.values, this.spec.path);
    const own = this.errors(this.spec.path);
    return html`
      <fieldset>
        <legend>${label}</legend>
        ${help ? html`<p class="help">${help}</p>` : nothing}
        ${own ? html`<p class="help" role="alert">${own}</p>` : nothing}
        <div class="rows">${Array.from({ length: rows }, (_, row) => this.#renderRow(row, label))}</div>
        <button type="button" class="plain add" @click=${this.#add}>+ ${form.add(label)}</button>
      </fieldset>
    `;
  }

  #renderRow(row: number, label: string): TemplateResult {
    const { form } = this.context.words;
    const columns = this.spec.fields ?? [];
    const [only] = columns;
    const single = only?.path === this.spec.path;
    const cells = single
      ? [this.#renderCell(only, cellPath(this.spec.path, row), form.period(row + 1))]
      : columns.map((column) => this.#renderCell(column, cellPath(this.spec.path, row, column.path)));
    return html`<div
      class="row ${columns.length > 2 ? 'wide' : ''}"
      role="group"
      aria-label=${`${label} ${form.row(row + 1)}`}
    >
      <div class="cells">${cells}</div>
      <button type="button" class="remove" aria-label=${form.remove(label, row + 1)} @click=${() => this.#remove(row)}>
        ×
      </button>
    </div>`;
  }

  #renderCell(spec: FieldSpec, path: string, label?: string): TemplateResult {
    return html`<tc-field
      cell
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
