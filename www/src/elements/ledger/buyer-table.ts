import {
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { BuyerColumn, BuyerRow } from '../../ledger/engine';
import type { Buyers } from '../../ledger/messages';
import { Stopped } from '../../ledger/thread';
import { base, buttons } from '../base.styles';
import { stageTone } from './stages';
import { styles } from './buyer-table.styles';

/** Fired when a buyer is to be looked at. */
export class BuyerEvent extends CustomEvent<{ buyer: BuyerRow }> {
  constructor(buyer: BuyerRow) {
    super('tc-buyer', { detail: { buyer }, bubbles: true, composed: true });
  }
}

/** Where the rows come from. */
export type BuyerSource = (page: {
  sort: BuyerColumn;
  descending: boolean;
  from: number;
  count: number;
  find: string;
}) => Promise<Buyers>;

/** Rows are fetched so many at a time. */
const PAGE = 100;
/** Browsers give up on higher boxes; whoever has more buyers finds the others by their names. */
const MOST_ROWS = 250_000;
/** Rows, in rem: as one line, and as a card where there is no room for one. */
const [LINE, CARD] = [3, 6];
const FIND_AFTER = 200;
/** What a card has room for. */
const onCards: readonly BuyerColumn[] = ['name', 'open', 'overdue', 'stage'];

/**
 * All buyers of a currency: sorted, searched, and only those drawn that are in sight.
 *
 * @fires tc-buyer - a buyer is to be looked at
 */
export class TcBuyerTable extends LitElement {
  static override styles = [base, buttons, styles];
  static override properties = {
    context: { attribute: false },
    source: { attribute: false },
    edition: {},
    hasLimits: { type: Boolean },
    isInsured: { type: Boolean },
    sort: { state: true },
    descending: { state: true },
    find: { state: true },
    count: { state: true },
    isNarrow: { state: true },
  };

  declare context: Context;
  declare source: BuyerSource;
  /** Whatever is another report: rows of the one before are out of date. */
  declare edition: string;
  declare hasLimits: boolean;
  declare isInsured: boolean;
  declare private sort: BuyerColumn;
  declare private descending: boolean;
  declare private find: string;
  declare private count: number;
  declare private isNarrow: boolean;

  #pages = new Map<number, readonly BuyerRow[] | null>();
  /** What the pages belong to. */
  #order = 0;
  #finding: ReturnType<typeof setTimeout> | undefined;
  #unmount: (() => void) | undefined;
  #rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  #virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options());
  #width = new ResizeObserver(([entry]) => (this.isNarrow = (entry?.contentRect.width ?? 0) < 44 * this.#rem));

  constructor() {
    super();
    this.hasLimits = false;
    this.isInsured = false;
    this.sort = 'open';
    this.descending = true;
    this.find = '';
    this.count = 0;
    this.isNarrow = false;
  }

  #options(): VirtualizerOptions<HTMLElement, HTMLElement> {
    return {
      count: Math.min(this.count ?? 0, MOST_ROWS),
      getScrollElement: () => this.shadowRoot?.querySelector<HTMLElement>('.scroll') ?? null,
      estimateSize: () => (this.isNarrow ? CARD : LINE) * this.#rem,
      overscan: 8,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.requestUpdate(),
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unmount = this.#virtualizer._didMount();
    this.#width.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unmount?.();
    this.#width.disconnect();
    clearTimeout(this.#finding);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['edition', 'sort', 'descending', 'find'].some((name) => changed.has(name))) {
      this.#order++;
      this.#pages.clear();
      void this.#fetch(0);
    }
    if (changed.has('count') || changed.has('isNarrow')) {
      this.#virtualizer.setOptions(this.#options());
      this.#virtualizer.measure();
    }
  }

  protected override updated(changed: PropertyValues): void {
    this.#virtualizer._willUpdate();
    const [all, shown] = ['.all', '.shown'].map((name) => this.shadowRoot?.querySelector<HTMLElement>(name));
    // Through the style object: the page's policy allows no style in the document itself.
    if (all) all.style.height = `${this.#virtualizer.getTotalSize()}px`;
    if (shown) shown.style.transform = `translateY(${this.#virtualizer.getVirtualItems()[0]?.start ?? 0}px)`;
    if (['sort', 'descending', 'find'].some((name) => changed.has(name))) this.#virtualizer.scrollToOffset(0);
  }

  async #fetch(page: number): Promise<void> {
    const order = this.#order;
    if (this.#pages.has(page)) return;
    this.#pages.set(page, null);
    try {
      const { sort, descending, find } = this;
      const { rows, count } = await this.source({ sort, descending, find, from: page * PAGE, count: PAGE });
      if (order !== this.#order) return;
      this.#pages.set(page, rows);
      this.count = count;
      this.requestUpdate();
    } catch (error) {
      if (order === this.#order) this.#pages.delete(page);
      // Another file is being read, or the page says what went wrong.
      if (!(error instanceof Stopped)) this.requestUpdate();
    }
  }

  #rowAt(index: number): BuyerRow | null {
    const page = Math.floor(index / PAGE);
    const rows = this.#pages.get(page);
    if (rows === undefined) void this.#fetch(page);
    return rows?.[index % PAGE] ?? null;
  }

  get #columns(): readonly BuyerColumn[] {
    return [
      'name',
      'open',
      'share',
      'overdue',
      'overdueMoreThan30',
      'worstDaysLate',
      ...(this.hasLimits ? (['limit', 'utilisation'] as const) : []),
      'allowance',
      ...(this.isInsured ? (['indemnity'] as const) : []),
      'stage',
    ];
  }

  #sortBy(column: BuyerColumn): void {
    if (this.sort === column) this.descending = !this.descending;
    else {
      this.sort = column;
      this.descending = column !== 'name';
    }
  }

  #search = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#finding);
    this.#finding = setTimeout(() => (this.find = value.trim()), FIND_AFTER);
  };

  protected override render(): TemplateResult {
    const { words, format } = this.context;
    const { buyers } = words.ledger.report;
    const all = this.#columns;
    const columns = this.isNarrow ? onCards : all;
    const count = format.figure('number', String(this.count));
    return html`
      <div class="tools">
        <label
          >${buyers.find} <input type="search" autocomplete="off" spellcheck="false" @input=${this.#search}
        /></label>
        ${this.isNarrow ? this.#renderOrder(all) : nothing}
        <p class="count number" role="status">${this.find ? buyers.found(count) : buyers.all(count)}</p>
      </div>
      ${this.count > MOST_ROWS ? html`<p class="notice">${buyers.most(format.figure('number', String(MOST_ROWS)))}</p>` : nothing}
      <div
        ?hidden=${this.find !== '' && this.count === 0}
        class="scroll ${this.isNarrow ? 'cards' : ''} ${this.hasLimits ? 'limits' : ''} ${this.isInsured ? 'insured' : ''}"
        role="table"
        tabindex="0"
        aria-label=${buyers.title}
        aria-rowcount=${this.count + 1}
      >
        <div class="head" role="rowgroup">
          <div class="row" role="row" aria-rowindex="1">${columns.map((column) => this.#renderHead(column))}</div>
        </div>
        <div class="all" role="rowgroup">
          <div class="shown" role="presentation">
            ${this.#virtualizer.getVirtualItems().map(({ index }) => this.#renderRow(index, columns))}
          </div>
        </div>
      </div>
    `;
  }

  /** The heads of columns are out of sight where rows are cards. */
  #renderOrder(columns: readonly BuyerColumn[]): TemplateResult {
    const { buyers } = this.context.words.ledger.report;
    return html`<label
      >${buyers.order}
      <select
        .value=${this.sort}
        @change=${(event: Event) => this.#sortBy((event.target as HTMLSelectElement).value as BuyerColumn)}
      >
        ${columns.map((column) => html`<option value=${column} ?selected=${column === this.sort}>${buyers.columns[column]}</option>`)}
      </select></label
    >`;
  }

  #renderHead(column: BuyerColumn): TemplateResult {
    const { buyers } = this.context.words.ledger.report;
    const isSorted = this.sort === column;
    const direction = this.descending ? 'descending' : 'ascending';
    return html`<div class="cell ${column}" role="columnheader" aria-sort=${isSorted ? direction : 'none'}>
      <button type="button" @click=${() => this.#sortBy(column)}>
        ${buyers.columns[column]}<span aria-hidden="true">${isSorted ? (this.descending ? '↓' : '↑') : ''}</span>
      </button>
    </div>`;
  }

  #renderRow(index: number, columns: readonly BuyerColumn[]): TemplateResult {
    const row = this.#rowAt(index);
    return html`<div class="row" role="row" aria-rowindex=${index + 2}>
      ${columns.map((column) => html`<div class="cell ${column}" role="cell">${row ? this.#renderCell(row, column) : column === 'name' ? '…' : ''}</div>`)}
    </div>`;
  }

  #renderCell(row: BuyerRow, column: BuyerColumn): TemplateResult | string {
    const { format, words } = this.context;
    const { buyers, stages } = words.ledger.report;
    const money = (text: string | null) => (text === null ? '—' : format.figure('money', text));
    const percent = (text: string | null) =>
      text === null ? '—' : format.figure('percent', text, { digits: 1, fixed: true });
    switch (column) {
      case 'name':
        return html`<button type="button" class="link" @click=${() => this.dispatchEvent(new BuyerEvent(row))}>
          ${row.name}
        </button>`;
      case 'share':
        return percent(row.share);
      case 'utilisation':
        return html`<span class=${Number(row.utilisation) > 1 ? 'over' : ''}>${percent(row.utilisation)}</span>`;
      case 'worstDaysLate':
        return format.figure('days', String(row.worstDaysLate));
      case 'stage':
        return html`<span class="stage ${stageTone(row.stage)}"
          >${stages.names[row.stage as keyof typeof stages.names] ?? row.stage}</span
        >`;
      default:
        return this.isNarrow ? `${buyers.columns[column]} ${money(row[column])}` : money(row[column]);
    }
  }
}

customElements.define('tc-buyer-table', TcBuyerTable);

declare global {
  interface HTMLElementTagNameMap {
    'tc-buyer-table': TcBuyerTable;
  }
  interface HTMLElementEventMap {
    'tc-buyer': BuyerEvent;
  }
}
