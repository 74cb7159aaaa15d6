import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../context';
import type { CalculatorId, FieldSpec } from '../engine';
import { base } from '../elements/base.styles';
import { cellPath, filledRows, textAt, type FormValues } from '../form-values';
import { fieldLabel, fieldWords } from '../labels';
import { isPage } from '../places';
import { changedThresholds } from '../rules/changed-thresholds';
import { formAt, type State } from '../state';
import { filledFields, typedShown } from './csv';
import { withEveryWord } from './words';

/** How many columns of figures fit beside each other. */
const WIDEST = 6;

/** What stands below the results on paper, in place of the form: what was typed, and by what it was judged. */
export class TcPaper extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: none;
      }
      @media print {
        :host {
          display: block;
          font-size: 0.8125rem;
          line-height: 1.45;
        }
      }
      section {
        margin-top: 1.25rem;
      }
      h2 {
        margin-bottom: 0.375rem;
        font-size: 1rem;
        break-after: avoid;
      }
      h3 {
        margin: 0.75rem 0 0.25rem;
        font-size: 0.875rem;
        break-after: avoid;
      }
      .inputs {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0 1.5rem;
      }
      .inputs div {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.75rem;
        padding: 0.1875rem 0;
        border-bottom: 1px solid var(--line);
        break-inside: avoid;
      }
      dd {
        text-align: end;
        font-weight: 600;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      .wide {
        font-size: 0.6875rem;
      }
      tr {
        break-inside: avoid;
      }
      th,
      td {
        padding: 0.1875rem 0.375rem;
        border-bottom: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }
      th {
        font-weight: 600;
        font-size: 0.75rem;
      }
      .figure {
        text-align: end;
        white-space: nowrap;
      }
    `,
  ];
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    place: {},
    full: { state: true },
  };

  declare context: Context | null;
  declare state: State;
  declare place: string;
  declare private full: Context | null;
  #asked: Context | null = null;

  constructor() {
    super();
    this.context = null;
    this.full = null;
  }

  protected override willUpdate(): void {
    const { context } = this;
    if (!context || this.#asked === context) return;
    this.#asked = context;
    void withEveryWord(context).then(
      (full) => {
        if (this.#asked === context) this.full = full;
      },
      () => undefined,
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const context = this.full;
    if (!context || isPage(this.place) || !context.engine.catalog.some(({ id }) => id === this.place)) return nothing;
    const calculator = this.place as CalculatorId;
    return html`${this.#renderInputs(context, calculator, formAt(this.state, calculator))}
    ${this.#renderAssumptions(context)}`;
  }

  #renderInputs(context: Context, calculator: CalculatorId, values: FormValues): TemplateResult {
    const { words, format } = context;
    const fields = context.engine.fields(calculator);
    const single = filledFields(fields, values).filter(({ path }) => !path.includes('['));
    const lists = fields.flatMap(listsIn).filter(({ path }) => filledRows(values, path) > 0);
    return html`<section>
      <h2>${words.keep.paper.inputs}</h2>
      <dl class="inputs number">
        <div>
          <dt>${words.keep.paper.currency}</dt>
          <dd>${format.currency}</dd>
        </div>
        ${single.map(
          ({ path, spec }) =>
            html`<div>
              <dt>${fieldLabel(context, calculator, path)}</dt>
              <dd>${typedShown(context, calculator, spec, path, textAt(values, path))}</dd>
            </div>`,
        )}
      </dl>
      ${lists.map((spec) => this.#renderList(context, calculator, values, spec))}
    </section>`;
  }

  #renderList(context: Context, calculator: CalculatorId, values: FormValues, spec: FieldSpec): TemplateResult {
    const rows = Array.from({ length: filledRows(values, spec.path) }, (_, row) => row);
    const at = (row: number, column: FieldSpec) =>
      column.path === spec.path ? cellPath(spec.path, row) : cellPath(spec.path, row, column.path);
    const columns = (spec.fields ?? []).filter((column) =>
      rows.some((row) => textAt(values, at(row, column)).trim() !== ''),
    );
    const isFigure = ({ type }: FieldSpec) => ['money', 'ratio', 'days', 'points', 'count'].includes(type);
    const { label } = fieldWords(context, calculator, spec.path);
    const head = (column: FieldSpec) =>
      column.path === spec.path ? label : fieldWords(context, calculator, column.path).label;
    const cell = (row: number, column: FieldSpec) => {
      const path = at(row, column);
      const text = typedShown(context, calculator, column, path, textAt(values, path));
      return html`<td class=${isFigure(column) ? 'figure' : ''}>${text}</td>`;
    };
    // Many columns of few rows stand better on their side.
    const table =
      columns.length > WIDEST && rows.length <= WIDEST
        ? html`<tr>
              <th></th>
              ${rows.map((row) => html`<th class="figure">${row + 1}</th>`)}
            </tr>
            ${columns.map(
              (column) =>
                html`<tr>
                  <th scope="row">${head(column)}</th>
                  ${rows.map((row) => cell(row, column))}
                </tr>`,
            )}`
        : html`<tr>
              <th></th>
              ${columns.map((column) => html`<th class=${isFigure(column) ? 'figure' : ''}>${head(column)}</th>`)}
            </tr>
            ${rows.map(
              (row) =>
                html`<tr>
                  <th scope="row">${row + 1}</th>
                  ${columns.map((column) => cell(row, column))}
                </tr>`,
            )}`;
    return html`<h3>${label}</h3>
      <table class="number ${columns.length > WIDEST ? 'wide' : ''}">
        <tbody>
          ${table}
        </tbody>
      </table>`;
  }

  #renderAssumptions(context: Context): TemplateResult {
    const { paper } = context.words.keep;
    const changed = changedThresholds(context);
    const days = (['holidays', 'workdays'] as const).filter((name) => this.state[name].length > 0);
    return html`<section>
      <h2>${paper.assumptions}</h2>
      <p>${changed.length === 0 ? paper.default : paper.changed}</p>
      <dl class="inputs number">
        ${changed.map(
          ({ label, now, standard }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${now} (${paper.standard(standard)})</dd>
            </div>`,
        )}
      </dl>
      ${days.map(
        (name) =>
          html`<h3>${paper[name]}</h3>
            <p class="number">
              ${this.state[name].map((day) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? context.format.date(day) : day)).join(' · ')}
            </p>`,
      )}
    </section>`;
  }
}

const listsIn = (spec: FieldSpec): FieldSpec[] =>
  spec.type === 'list' ? [spec] : spec.type === 'object' ? (spec.fields ?? []).flatMap(listsIn) : [];

customElements.define('tc-paper', TcPaper);

declare global {
  interface HTMLElementTagNameMap {
    'tc-paper': TcPaper;
  }
}
