import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, FieldSpec, Json } from '../../engine';
import { typedText } from '../../form-values';
import { choiceLabel, fieldWords } from '../../labels';
import { defaultOf } from '../../policy';
import { readText, valueText } from '../../read-text';
import { fieldUnit, type Unit } from '../../units';
import { base, buttons } from '../base.styles';
import { toneIcon } from '../icon/icon';
import { styles } from './field.styles';

/** Fired at every key: what a field holds now, as typed. */
export class TypedEvent extends CustomEvent<{ path: string; text: string }> {
  constructor(path: string, text: string) {
    super('tc-typed', { detail: { path, text }, bubbles: true, composed: true });
  }
}

const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/**
 * One question of a form, made from its entry in the catalog.
 *
 * @fires tc-typed - what the field holds now, as typed
 */
export class TcField extends LitElement {
  static override styles = [base, buttons, styles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties = {
    context: { attribute: false },
    calculator: {},
    spec: { attribute: false },
    path: {},
    text: {},
    label: {},
    error: {},
    cell: { type: Boolean, reflect: true },
    tight: { type: Boolean, reflect: true },
    bare: { type: Boolean, reflect: true },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare spec: FieldSpec;
  /** Where the value stands in the input: `monthlySales[0].sales`. */
  declare path: string;
  declare text: string;
  /** Instead of the label of the language file, for an item of a list. */
  declare label: string | undefined;
  declare error: string | undefined;
  /** One cell of a row: no help, a smaller label. */
  declare cell: boolean;
  /** Little room: no unit, and how it was read only where that is not plain to see. */
  declare tight: boolean;
  /** Under a heading that names the column: the label is only heard. */
  declare bare: boolean;

  constructor() {
    super();
    this.text = '';
    this.cell = false;
    this.tight = false;
    this.bare = false;
  }

  #typed(text: string): void {
    this.dispatchEvent(new TypedEvent(this.path, text));
  }

  protected override render(): TemplateResult {
    const { type } = this.spec;
    return type === 'boolean' || type === 'choice' ? this.#renderOptions() : this.#renderText();
  }

  /** What counts while it is left empty. */
  get #default(): Json | undefined {
    return defaultOf(this.context, this.spec);
  }

  #label(): string {
    return this.label ?? fieldWords(this.context, this.calculator, this.path).label;
  }

  #help(): string {
    const { form } = this.context.words;
    if (this.cell) return '';
    const parts = [fieldWords(this.context, this.calculator, this.path).help];
    const { type } = this.spec;
    const given = this.#default;
    if (given !== undefined && type !== 'choice' && type !== 'boolean' && type !== 'object' && String(given) !== '0') {
      parts.push(form.byDefault(this.context.format.figure(fieldUnit(this.spec), String(given))));
    }
    return form.sentences(parts.filter(Boolean));
  }

  #unit(): string {
    const { units } = this.context.words;
    const byUnit: Partial<Record<Unit, string>> = {
      money: units.money(this.context.format.currency),
      percent: '%',
      days: units.dayUnit,
      points: units.pointUnit,
      months: units.monthUnit,
      years: units.yearUnit,
      customers: units.customerUnit,
    };
    return byUnit[fieldUnit(this.spec)] ?? '';
  }

  /** How a text was read, where that is not plain to see: a long amount, a suffix, another way to write a date. */
  #readAs(): string {
    if (this.error || this.text.trim() === '') return '';
    const shown = readText(this.context, this.spec, this.text, !this.tight);
    return shown === null ? '' : this.context.words.form.readAs(shown);
  }

  #placeholder(): string {
    const { form } = this.context.words;
    if (this.spec.type === 'date') return form.datePlaceholder;
    if (this.spec.type === 'month') return form.monthPlaceholder;
    const given = this.#default;
    return given === undefined ? '' : typedText(this.spec, given);
  }

  /** The decimal keyboard of a phone has no minus sign; only where none is needed is it any help. */
  #keyboard(): 'decimal' | 'numeric' | 'text' {
    const { type, min, exclusiveMin } = this.spec;
    if (type === 'count') return 'numeric';
    if (!['money', 'ratio', 'days', 'points'].includes(type)) return 'text';
    return (min ?? exclusiveMin ?? '-').startsWith('-') ? 'text' : 'decimal';
  }

  #renderText(): TemplateResult {
    const [help, unit, readAs] = [this.#help(), this.#unit(), this.#readAs()];
    const described = [help && 'help', this.error && 'error'].filter(Boolean).join(' ');
    return html`
      <div class="head">
        <label for="input"
          >${this.#label()}${unit ? html`<span class=${this.tight ? nothing : 'visually-hidden'}> (${unit})</span>` : nothing}${this.#required()}</label
        >
        ${readAs ? html`<span class="read number">${readAs}</span>` : nothing}
      </div>
      ${help ? html`<p class="help" id="help">${help}</p>` : nothing}
      <div class="box ${this.error ? 'wrong' : ''}">
        <input
          id="input"
          class="text number"
          type="text"
          inputmode=${this.#keyboard()}
          autocomplete="off"
          spellcheck="false"
          placeholder=${this.#placeholder()}
          .value=${this.text}
          aria-invalid=${this.error ? 'true' : 'false'}
          aria-describedby=${described || nothing}
          @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value)}
        />
        ${this.#renderShortcuts()} ${unit ? html`<span class="unit" aria-hidden="true">${unit}</span>` : nothing}
      </div>
      ${this.#renderError()} ${this.#renderMeanings()}
    `;
  }

  /** What is tedious to type on a phone: today, and the zeros of a large amount. Keyboards type it, so they pass by. */
  #renderShortcuts(): TemplateResult | typeof nothing {
    if (this.cell) return nothing;
    const { form } = this.context.words;
    const { type } = this.spec;
    if (type === 'date' && this.text === '')
      return html`<button type="button" class="shortcut" @click=${() => this.#typed(today())}>${form.today}</button>`;
    if (type !== 'money' || !/\d$/.test(this.text)) return nothing;
    return html`<span class="shortcuts">
      ${form.largeAmounts.map(
        (suffix) =>
          html`<button
            type="button"
            class="shortcut"
            tabindex="-1"
            aria-label=${form.append(suffix)}
            @click=${() => this.#typed(this.text + suffix)}
          >
            ${suffix}
          </button>`,
      )}
    </span>`;
  }

  /** Both meanings of what was typed, one press away. */
  #renderMeanings(): TemplateResult | typeof nothing {
    if (!this.error) return nothing;
    const reading = this.context.read(this.spec, this.text);
    if (reading.kind !== 'two') return nothing;
    return html`<div class="meanings">
      ${reading.meanings.map(
        ({ value, text }) =>
          html`<button type="button" @click=${() => this.#choose(text)}>
            ${valueText(this.context, this.spec, value)}
          </button>`,
      )}
    </div>`;
  }

  /** The button goes away with the question; the field takes the focus. */
  #choose(text: string): void {
    this.#typed(text);
    this.shadowRoot?.querySelector('input')?.focus();
  }

  #required(): TemplateResult | typeof nothing {
    if (!this.spec.required || this.bare || this.tight) return nothing;
    return html`<span class="required"> ${this.context.words.form.required}</span>`;
  }

  #renderError(): TemplateResult | typeof nothing {
    return this.error ? html`<p class="error" id="error">${toneIcon('act')}<span>${this.error}</span></p>` : nothing;
  }

  #renderOptions(): TemplateResult {
    const help = this.#help();
    const described = [help && 'help', this.error && 'error'].filter(Boolean).join(' ');
    const chosen = this.text || String(this.#default ?? '');
    return html`
      <fieldset aria-describedby=${described || nothing}>
        <legend>${this.#label()}${this.#required()}</legend>
        ${help ? html`<p class="help" id="help">${help}</p>` : nothing}
        <div class="options">
          ${this.#options().map(
            ([value, label]) =>
              html`<label class="option"
                ><input
                  type="radio"
                  name="option"
                  value=${value}
                  .checked=${chosen === value}
                  @change=${() => this.#typed(value)}
                />${label}</label
              >`,
          )}
        </div>
        ${this.#renderError()}
      </fieldset>
    `;
  }

  #options(): [string, string][] {
    const { form } = this.context.words;
    const none: [string, string][] = this.#default === undefined ? [['', form.unanswered]] : [];
    if (this.spec.type === 'boolean') return [['true', form.yes], ['false', form.no], ...none];
    return [
      ...(this.spec.choices ?? []).map((choice): [string, string] => [
        choice,
        choiceLabel(this.context, this.calculator, this.path, choice),
      ]),
      ...none,
    ];
  }
}

customElements.define('tc-field', TcField);

declare global {
  interface HTMLElementTagNameMap {
    'tc-field': TcField;
  }
}
