import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import { base } from '../../elements/base.styles';
import { StateEvent } from '../../state-event';
import { daysIn } from './days';

/**
 * A list of days, as text to type into or paste into.
 *
 * @fires tc-state - with the days, once all of them are dates
 */
export class TcDaysField extends LitElement {
  static override styles = [
    base,
    css`
      label {
        font-weight: 600;
      }
      .note {
        color: var(--muted);
        font-size: 0.875rem;
        line-height: 1.55;
      }
      .wrong {
        color: var(--act);
        font-size: 0.875rem;
      }
      textarea {
        display: block;
        width: 100%;
        min-height: 8rem;
        margin-top: 0.375rem;
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--line-strong);
        border-radius: 8px;
        background: var(--sheet);
        color: var(--ink);
        font: inherit;
        line-height: 1.6;
        resize: vertical;
      }
      textarea[aria-invalid='true'] {
        border-color: var(--act);
      }
    `,
  ];
  static override properties = {
    context: { attribute: false },
    name: {},
    days: { attribute: false },
    text: { state: true },
  };

  declare context: Context;
  declare name: 'holidays' | 'workdays';
  declare days: readonly string[];
  /** As it was typed; null while it is the days themselves. */
  declare private text: string | null;
  #wrong: readonly string[] = [];

  constructor() {
    super();
    this.text = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('text') && !changed.has('days')) return;
    const days = this.text === null ? this.days : daysIn(this.text, this.context.read);
    this.#wrong = this.#wrongOnes(days);
  }

  #wrongOnes(days: readonly string[]): string[] {
    const answer = this.context.engine.calculate('assess', {}, { [this.name]: [...days] });
    if (answer.kind !== 'issues') return [];
    return answer.issues.flatMap(({ field }) => days[Number(/\[(\d+)\]$/.exec(field)?.[1])] ?? []);
  }

  #typed = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    const days = daysIn(this.text, this.context.read);
    if (this.#wrongOnes(days).length === 0) this.dispatchEvent(new StateEvent({ [this.name]: days }));
  };

  #left = (): void => {
    if (this.#wrong.length === 0) this.text = null;
  };

  protected override render(): TemplateResult {
    const { calendar } = this.context.words.policy;
    return html`
      <label for="days">${calendar[this.name]}</label>
      <p class="note" id="help">${calendar[`${this.name}Help`]}</p>
      <textarea
        id="days"
        rows="6"
        spellcheck="false"
        autocomplete="off"
        aria-describedby="help state"
        aria-invalid=${this.#wrong.length > 0 ? 'true' : 'false'}
        .value=${this.text ?? this.days.join('\n')}
        @input=${this.#typed}
        @blur=${this.#left}
      ></textarea>
      <p id="state" class=${this.#wrong.length > 0 ? 'wrong' : 'note number'} role="status">
        ${
          this.#wrong.length > 0
            ? calendar.wrong([...this.#wrong])
            : this.days.length > 0
              ? calendar.days(this.days.length)
              : nothing
        }
      </p>
    `;
  }
}

customElements.define('tc-days-field', TcDaysField);
