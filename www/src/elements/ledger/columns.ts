import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import { encodings, type Encoding } from '../../ledger/encoding';
import type { DateOrder, LedgerHead } from '../../ledger/engine';
import type { LedgerState } from '../../ledger/session';
import type { Settings } from '../../ledger/settings';
import { base, buttons, disclosure } from '../base.styles';
import { currencyOptions } from '../tools/currency-options';
import { styles } from './columns.styles';

/** Fired when the file is to be read otherwise. */
export class SettingsEvent extends CustomEvent<{ change: Partial<Settings> }> {
  constructor(change: Partial<Settings>) {
    super('tc-settings', { detail: { change }, bubbles: true, composed: true });
  }
}

/** What a column may hold, in the order of the contract. */
const roles = [
  'buyer',
  'invoice',
  'invoiceDate',
  'dueDate',
  'amount',
  'open',
  'paid',
  'paidDate',
  'currency',
  'disputed',
  'limit',
] as const;

const dateOrders: readonly DateOrder[] = ['DMY', 'MDY', 'YMD'];

/** Each writes amounts in one of the ways there are: 1,234.56 · 1.234,56 · 1 234,56. */
const amountLocales = ['en', 'de', 'fr'] as const;

/**
 * The first rows of a file with what each column was taken for, to be corrected, and whatever else decides how the file
 * is read.
 *
 * @fires tc-settings - something is to be read otherwise
 */
export class TcLedgerColumns extends LitElement {
  static override styles = [base, buttons, disclosure, styles];
  static override properties = {
    context: { attribute: false },
    ledger: { attribute: false },
    asked: { attribute: false },
  };

  declare context: Context;
  declare ledger: LedgerState;
  /** Settings without which the file cannot be read. */
  declare asked: readonly string[];

  constructor() {
    super();
    this.asked = [];
  }

  #change(change: Partial<Settings>): void {
    this.dispatchEvent(new SettingsEvent(change));
  }

  /** Gives a column to a role; whoever had it before has none. */
  #assign(head: LedgerHead, heading: string, role: string): void {
    const columns = { ...this.ledger.settings.columns };
    for (const [before, found] of Object.entries(head.columns)) if (found === heading) columns[before] = null;
    if (role) columns[role] = heading;
    this.#change({ columns });
  }

  protected override render(): TemplateResult {
    const { columns } = this.context.words.ledger.report;
    const head = this.ledger.preview?.head;
    return html`
      ${head ? this.#renderTable(head) : nothing}
      <div class="settings">
        ${head && 'currency' in head.columns ? nothing : this.#renderCurrency()}
        ${this.asked.includes('dateOrder') ? this.#renderDateOrder() : nothing}
        ${this.asked.includes('locale') ? this.#renderLocale() : nothing}
      </div>
      <details ?open=${!head}>
        <summary><span>${columns.more}</span><span class="chevron"></span></summary>
        <div class="settings">
          ${this.#renderEncoding()} ${this.asked.includes('dateOrder') ? nothing : this.#renderDateOrder()}
          ${this.asked.includes('locale') ? nothing : this.#renderLocale()}
        </div>
      </details>
    `;
  }

  #renderTable(head: LedgerHead): TemplateResult {
    const { columns } = this.context.words.ledger.report;
    const roleOf = (heading: string) => Object.entries(head.columns).find(([, found]) => found === heading)?.[0] ?? '';
    const seen = new Set<string>();
    // Of two columns with one heading only the first can be meant.
    const isFirst = (heading: string) => heading !== '' && !seen.has(heading) && Boolean(seen.add(heading));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${columns.title}>
      <table>
        <thead>
          <tr>
            ${head.headings.map((heading, at) => {
              const name = heading || columns.column(at + 1);
              const role = roleOf(heading);
              return html`<th scope="col" class=${role ? 'used' : ''}>
                <span class="heading">${name}</span>
                ${isFirst(heading) ? this.#renderRole(head, heading, name, role) : nothing}
              </th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${head.sample.map(
            (row) =>
              html`<tr>
                ${head.headings.map((heading, at) => html`<td class=${roleOf(heading) ? 'used' : ''}>${row[at] ?? ''}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderRole(head: LedgerHead, heading: string, name: string, role: string): TemplateResult {
    const { columns } = this.context.words.ledger.report;
    return html`<select
      aria-label=${columns.holds(name)}
      .value=${role}
      @change=${(event: Event) => this.#assign(head, heading, (event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${role === ''}>${columns.unused}</option>
      ${roles.map((id) => html`<option value=${id} ?selected=${role === id}>${columns.names[id]}</option>`)}
    </select>`;
  }

  #renderSelect(
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    change: (value: string) => void,
  ): TemplateResult {
    return html`<label
      >${label}
      <select .value=${value} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
        ${options.map(([id, name]) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
      </select></label
    >`;
  }

  #renderCurrency(): TemplateResult {
    const { columns } = this.context.words.ledger.report;
    return html`<label
      >${columns.currency}
      <select
        .value=${this.ledger.settings.currency}
        @change=${(event: Event) => this.#change({ currency: (event.target as HTMLSelectElement).value })}
      >
        ${currencyOptions(this.context, this.ledger.settings.currency, true)}
      </select></label
    >`;
  }

  #renderDateOrder(): TemplateResult {
    const { columns } = this.context.words.ledger.report;
    return this.#renderSelect(
      columns.dateOrder,
      this.ledger.settings.dateOrder ?? '',
      [['', columns.bySelf], ...dateOrders.map((order) => [order, columns.dateOrders[order]] as const)],
      (order) => this.#change({ dateOrder: (order || null) as DateOrder | null }),
    );
  }

  #renderLocale(): TemplateResult {
    const { columns } = this.context.words.ledger.report;
    const written = (locale: string) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(1234567.5);
    return this.#renderSelect(
      columns.amounts,
      this.ledger.settings.locale,
      [['', columns.bySelf], ...amountLocales.map((locale) => [locale, written(locale)] as const)],
      (locale) => this.#change({ locale }),
    );
  }

  #renderEncoding(): TemplateResult {
    const { columns } = this.context.words.ledger.report;
    const found = this.ledger.preview?.encoding;
    return this.#renderSelect(
      columns.encoding,
      this.ledger.settings.encoding ?? '',
      [
        ['', found ? columns.found(columns.encodings[found]) : columns.bySelf],
        ...encodings.map((encoding) => [encoding, columns.encodings[encoding]] as const),
      ],
      (encoding) => this.#change({ encoding: (encoding || null) as Encoding | null }),
    );
  }
}

customElements.define('tc-ledger-columns', TcLedgerColumns);

declare global {
  interface HTMLElementTagNameMap {
    'tc-ledger-columns': TcLedgerColumns;
  }
  interface HTMLElementEventMap {
    'tc-settings': SettingsEvent;
  }
}
