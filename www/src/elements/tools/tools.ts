import { LitElement, html, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import { base, buttons } from '../base.styles';
import { currencyOptions } from './currency-options';
import { styles } from './tools.styles';

/** Fired when another currency is chosen. */
export class CurrencyEvent extends CustomEvent<{ currency: string }> {
  constructor(currency: string) {
    super('tc-currency', { detail: { currency }, bubbles: true, composed: true });
  }
}

/**
 * What one does with a form as a whole: choose its currency, fill it with an example, empty it.
 *
 * @fires tc-currency - another currency is chosen
 * @fires tc-example - the example is wanted
 * @fires tc-clear - the form is to be emptied
 */
export class TcTools extends LitElement {
  static override styles = [base, buttons, styles];
  static override properties = { context: { attribute: false }, all: { state: true } };

  declare context: Context;
  /** All currencies with their names, once somebody looks. */
  declare private all: boolean;

  constructor() {
    super();
    this.all = false;
  }

  /** The list has to be there before the browser opens it. */
  #showAll = (): void => {
    this.all = true;
    this.performUpdate();
  };

  /** To the currency, the only field there is here. */
  override focus(): void {
    this.shadowRoot?.querySelector('select')?.focus();
  }

  protected override render(): TemplateResult {
    const { form, shell } = this.context.words;
    return html`
      <label
        >${shell.currency}
        <select
          .value=${this.context.format.currency}
          @focus=${this.#showAll}
          @pointerdown=${this.#showAll}
          @change=${(event: Event) => this.dispatchEvent(new CurrencyEvent((event.target as HTMLSelectElement).value))}
        >
          ${currencyOptions(this.context, this.context.format.currency, this.all)}
        </select>
      </label>
      <div class="buttons">
        <button type="button" @click=${() => this.dispatchEvent(new Event('tc-example'))}>${form.example}</button>
        <button type="button" class="plain" @click=${() => this.dispatchEvent(new Event('tc-clear'))}>
          ${form.clear}
        </button>
      </div>
    `;
  }
}

customElements.define('tc-tools', TcTools);

declare global {
  interface HTMLElementTagNameMap {
    'tc-tools': TcTools;
  }
}
