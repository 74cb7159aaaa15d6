import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { TradeCreditElement, TradeCreditResult } from '../../types/trade-credit';
import { contextOf, readingArrives, type Context } from '../context';
import { base } from '../elements/base.styles';
import { startEngine, type CalculatorId, type Engine, type Issue, type Json, type PolicyPatch } from '../engine';
import { engineIsComing } from '../engine-part';
import { partWith } from '../engine-source';
import { formOfInput } from '../form-input';
import { emptyForm, isEmpty, type FormValues } from '../form-values';
import { languageTags, withParts } from '../languages';
import { reportParts } from '../loading';
import { addressOf, placeAt } from '../places';
import { DEFAULT_CURRENCY, type Theme } from '../state';
import { ownViews, viewOf } from '../views';
import type { CalculatorView } from '../views/calculator-view';
import { calculatorWords, preferredLanguage, type Words } from '../words';
import { accentColours, computedColour } from './accent';
import { whyBlocked, type Blocked } from './blocked';
import { styles } from './element.styles';
import { ClearedEvent, ErrorEvent, ResultEvent } from './events';
import { fragmentOf, objectFrom, pathsFrom, themeFrom, type Settings } from './settings';

/** What the parts of a calculator tell each other is nobody else's business. */
const between = ['tc-typed', 'tc-rows', 'tc-values', 'tc-go', 'tc-results', 'tc-onward', 'tc-state'];

/** One for all that fail: the reason is looked for once. */
let reason: Promise<Blocked> | undefined;

const messages: Readonly<Record<Blocked, string>> = {
  unsupported: 'this browser has no WebAssembly',
  policy: "the content security policy of this page needs 'wasm-unsafe-eval' in script-src",
  connect: 'the content security policy of this page needs the origin of the calculator in connect-src',
  cors: 'the host of the calculator has to send Access-Control-Allow-Origin with its files',
  load: 'the calculator could not be loaded',
};

/**
 * A trade credit calculator on any page.
 *
 * @element trade-credit
 * @fires {ResultEvent} trade-credit-result - at each new result: `detail` is what was entered and the report
 * @fires {ClearedEvent} trade-credit-cleared - when there is no result any more
 * @fires {ErrorEvent} trade-credit-error - when something is wrong: `detail.code` says what
 * @slot - shown while the script has not arrived, for example a link to `embed.html`
 * @csspart frame - everything
 * @csspart form - what is asked
 * @csspart results - what comes of it
 * @csspart answer - the answer in one look
 * @csspart footer - the note on privacy
 * @cssproperty --trade-credit-accent - as the attribute `accent`, from a style sheet
 * @cssproperty --trade-credit-font - the font family
 * @cssproperty [--trade-credit-font-size=16px] - the size everything else follows
 * @cssproperty --trade-credit-background - behind the calculator
 * @cssproperty [--trade-credit-radius=12px] - of the corners of the frame
 * @cssproperty [--trade-credit-spacing=1] - of the edge of the frame: 0 for none
 */
export class TradeCredit extends LitElement implements TradeCreditElement {
  static override styles = [base, ...styles];
  static override properties = {
    calculator: { reflect: true },
    lang: { reflect: true },
    currency: {},
    values: {},
    policy: {},
    fields: {},
    theme: { converter: { fromAttribute: themeFrom, toAttribute: String }, reflect: true },
    accent: {},
    compact: { type: Boolean, reflect: true },
    context: { state: true },
    form: { state: true },
    blocked: { state: true },
    isUnknown: { state: true },
    isUsed: { state: true },
    words: { state: true },
    view: { state: true },
  };
  /** The folder that `embed.html` is in. */
  static home: string | URL = document.baseURI;

  declare calculator: string;
  declare lang: string;
  declare currency: string;
  declare values: Readonly<Record<string, Json>> | string | null;
  declare policy: PolicyPatch | string | null;
  declare fields: readonly string[] | string | null;
  declare theme: Theme;
  declare accent: string;
  declare compact: boolean;

  declare private context: Context | null;
  declare private form: FormValues;
  declare private words: Words | null;
  declare private blocked: Blocked | null;
  /** It holds figures, or somebody is about to enter some: from then on the words of reports are needed. */
  declare private isUsed: boolean;
  /** There is no such calculator. */
  declare private isUnknown: boolean;
  declare private view: CalculatorView | null;
  /** What is being shown, as one text: what arrives for another is too late. */
  #wanted = '';
  /** The calculator that is on screen: while another is fetched, what is typed belongs to this one. */
  #shown: CalculatorId | null = null;
  #result: TradeCreditResult | null = null;
  /** Settings that may be given as text, read. */
  #given: Pick<Settings, 'values' | 'policy' | 'fields'> = { values: null, policy: null, fields: null };
  #asked: readonly string[] | null = null;
  /** By calculator: it may be changed while the visitor is at work. */
  #typedIn = new Map<CalculatorId, FormValues>();
  #told = '';
  /** Settings that have changed since the calculator was last arranged; an arrangement may be overtaken by the next. */
  #changed = new Set<PropertyKey>();
  /** The page around may change its language. */
  #around = new MutationObserver(() => this.requestUpdate('lang'));

  constructor() {
    super();
    this.calculator = 'assess';
    this.lang = '';
    this.currency = DEFAULT_CURRENCY;
    this.values = null;
    this.policy = null;
    this.fields = null;
    this.theme = 'auto';
    this.accent = '';
    this.compact = false;
    this.context = null;
    this.form = emptyForm;
    this.words = null;
    this.blocked = null;
    this.isUnknown = false;
    this.isUsed = false;
    this.view = null;
  }

  /** What was entered last and what came of it; null while there is none. */
  get result(): TradeCreditResult | null {
    return this.#result;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#paint);
    this.#around.observe(document.documentElement, { attributeFilter: ['lang'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', this.#paint);
    this.#around.disconnect();
  }

  #complain(message: string, issues?: readonly Issue[]): void {
    console.error(`<trade-credit>: ${message}`);
    this.dispatchEvent(new ErrorEvent({ code: 'attribute', message, ...(issues ? { issues } : {}) }));
  }

  get #language(): string {
    const around = this.lang || this.parentElement?.closest<HTMLElement>('[lang]')?.lang || '';
    return preferredLanguage([around, ...navigator.languages].filter(Boolean), languageTags);
  }

  get #id(): CalculatorId {
    return placeAt(addressOf(String(this.calculator || 'assess'))) as CalculatorId;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const named = ['calculator', 'lang', 'currency', 'values', 'policy', 'fields', 'isUsed'];
    this.isUsed ||= Boolean(this.values);
    if (named.some((name) => changed.has(name)) || !this.#wanted) {
      for (const name of changed.keys()) this.#changed.add(name);
      this.#given = {
        values: this.#read('values', this.values, objectFrom),
        policy: this.#read('policy', this.policy, objectFrom),
        fields: this.#read('fields', this.fields, pathsFrom),
      };
      void this.#arrange();
    }
    if (!this.context || !this.view || !this.#shown || this.isUnknown) return;
    Object.assign(this.view, {
      context: this.context,
      calculator: this.#shown,
      values: this.form,
      only: this.#asked,
      compact: this.compact,
    });
  }

  #read<T>(name: string, given: T | string | null, from: (text: string) => T | null): T | null {
    if (typeof given !== 'string') return given;
    try {
      return from(given);
    } catch (error) {
      this.#complain(`${name} is not understood (${error instanceof Error ? error.message : String(error)}): ${given}`);
      return null;
    }
  }

  /** Fetches what the calculator needs, and shows it when it is there. */
  async #arrange(): Promise<void> {
    const [language, id] = [this.#language, this.#id];
    const { policy } = this.#given;
    const named = String(this.currency || DEFAULT_CURRENCY).toUpperCase();
    const currency = /^[A-Z]{3}$/.test(named) ? named : DEFAULT_CURRENCY;
    const wanted = (this.#wanted = JSON.stringify([language, id, currency, policy, this.isUsed]));
    const parts = ['widget', id, ...(this.isUsed ? reportParts(id) : [])];
    const current = () => this.#wanted === wanted;
    const part = partWith(id);
    try {
      const [engine, words] = await Promise.all([
        part && startEngine(part),
        withParts(language, parts).then((words) => {
          if (current()) this.words = words;
          return words;
        }),
        // Under way with the rest, if it has a file of its own.
        ownViews.includes(id) && viewOf(id),
      ]);
      await readingArrives();
      if (!current()) return;
      const isNew = (...names: string[]) => names.some((name) => this.#changed.has(name));
      if (isNew('currency') && currency !== named) this.#complain(`currency is not understood: ${this.currency}`);
      this.isUnknown = !engine;
      if (!engine) {
        if (isNew('calculator')) this.#complain(`there is no calculator ${this.calculator}`);
        this.#changed.delete('calculator');
        this.#clear();
        return;
      }
      const View = await viewOf(id);
      if (!current()) return;
      if (!(this.view instanceof View)) {
        this.view = Object.assign(new View(), { embedded: true });
        this.view.setAttribute('exportparts', 'form, results, answer');
      }
      if (isNew('values')) this.#typedIn.clear();
      if (isNew('values', 'calculator'))
        this.form = this.#typedIn.get(id) ?? this.#prefilled(engine, id, isNew('values'));
      this.#asked = this.#known(engine, id, isNew('fields'));
      const refused = policy ? policyIssues(engine, id, policy) : [];
      if (isNew('policy') && refused.length > 0) this.#complain(`policy: ${textOf(refused)}`, refused);
      this.#changed.clear();
      this.#shown = id;
      const holds = policy && refused.length === 0 ? { policy } : {};
      this.context = contextOf({ language, words, engine, options: { currency, ...holds } });
      this.blocked = null;
    } catch (error) {
      if (!current()) return;
      console.error(error);
      reason ??= whyBlocked(error, part?.address ?? null);
      const blocked = await reason;
      if (!current()) return;
      this.blocked = blocked;
      this.#clear();
      this.dispatchEvent(new ErrorEvent({ code: blocked, message: messages[blocked] }));
    }
  }

  /** What stood here stands no more. */
  #clear(): void {
    const before = this.#result;
    [this.#result, this.#told] = [null, ''];
    if (before) this.dispatchEvent(new ClearedEvent(before.calculator));
  }

  #prefilled(engine: Engine, id: CalculatorId, isNew: boolean): FormValues {
    const values = this.#given.values ?? {};
    const fields = engine.fields(id);
    const strange = Object.keys(values).filter((key) => !fields.some(({ path }) => path === key));
    // Those for one calculator may stay while others are shown.
    if (isNew && strange.length > 0) this.#complain(`values: ${id} has no ${strange.join(', ')}`);
    return formOfInput(fields, values);
  }

  /** The fields to ask for; of paths that it does not have there are none, and then all are asked. */
  #known(engine: Engine, id: CalculatorId, isNew: boolean): readonly string[] | null {
    const { fields } = this.#given;
    if (!fields) return null;
    const text = JSON.stringify(engine.fields(id));
    const known = fields.filter((path) => text.includes(`"path":${JSON.stringify(path)}`));
    const strange = fields.filter((path) => !known.includes(path));
    if (isNew && strange.length > 0) this.#complain(`fields: ${id} has no ${strange.join(', ')}`);
    return known.length > 0 ? known : null;
  }

  /** The embedder's accent, as far as it can be read on what it stands on. */
  #paint = (): void => {
    const [frame, probe] = ['.tc-frame', '.probe'].map((name) => this.renderRoot.querySelector<HTMLElement>(name));
    if (!frame || !probe) return;
    probe.style.setProperty('--trade-credit-accent', this.accent || null);
    const names = ['--accent', '--accent-ink', '--accent-soft', '--focus'];
    for (const name of names) frame.style.removeProperty(name);
    const { color, backgroundColor, borderTopColor, outlineColor } = getComputedStyle(probe);
    const [wanted, ...grounds] = [color, backgroundColor, borderTopColor, outlineColor].map(computedColour);
    const [sheet, page, sunken] = grounds;
    if (!wanted || !sheet || !page || !sunken) return;
    const colours = accentColours(wanted, [sheet, page, sunken]);
    for (const [name, colour] of Object.entries(colours)) frame.style.setProperty(name, colour);
  };

  protected override firstUpdated(): void {
    for (const name of between) this.renderRoot.addEventListener(name, (event) => event.stopPropagation());
  }

  protected override updated(changed: PropertyValues): void {
    if (['theme', 'accent', 'context'].some((name) => changed.has(name))) this.#paint();
  }

  protected override render(): TemplateResult {
    return html`<div
      class="tc-frame"
      part="frame"
      lang=${this.#language}
      data-theme=${this.theme === 'auto' ? nothing : this.theme}
      @focusin=${() => (this.isUsed = true)}
      @tc-form=${this.#typed}
      @tc-currency=${this.#currency}
      @tc-report=${this.#report}
    >
      <div class="probe" aria-hidden="true" @transitionend=${this.#paint}></div>
      ${this.#renderMain()}
    </div>`;
  }

  #renderMain(): TemplateResult {
    const { words } = this;
    // Without words there is still what the embedder wrote inside.
    if (!words) return html`<slot></slot>`;
    const { widget } = words;
    if (this.blocked) return this.#renderBlocked(widget, widget.blocked[this.blocked]);
    if (this.isUnknown) return html`<p class="blocked" role="alert">${widget.unknown(this.calculator)}</p>`;
    if (!this.context || !this.view)
      return html`<div class="waiting" aria-busy="true">
        <p><strong>${calculatorWords(words, this.#id).title}</strong></p>
        <slot></slot>
      </div>`;
    const policy = this.#result?.report.policy;
    return html`${this.view}
      <p class="note" part="footer">
        ${widget.privacy} ${words.shell.disclaimer}
        ${policy ? html`<span class="number">${words.shell.policy} ${policy.name} · ${policy.hash}</span>` : nothing}
      </p>`;
  }

  #renderBlocked(widget: Words['widget'], text: string): TemplateResult {
    const { calculator, lang, currency, theme, accent, compact } = this;
    const there = fragmentOf({ calculator, lang, currency, ...this.#given, theme, accent, compact });
    const address = new URL(`embed.html${there}`, TradeCredit.home);
    return html`<div class="blocked" role="alert">
      <strong>${widget.title}</strong>
      <p>${text}</p>
      <p><a href=${address.href} target="_blank" rel="noopener">${widget.instead}</a></p>
    </div>`;
  }

  #typed = (event: HTMLElementEventMap['tc-form']): void => {
    event.stopPropagation();
    this.form = event.detail.values;
    this.#typedIn.set(event.detail.calculator, this.form);
  };

  #currency = (event: CustomEvent<{ currency: string }>): void => {
    event.stopPropagation();
    this.currency = event.detail.currency;
  };

  #report = (event: HTMLElementEventMap['tc-report']): void => {
    event.stopPropagation();
    const { calculator, input, outcome } = event.detail;
    const { report, issues } = outcome;
    const before = this.#result;
    const currency = this.context?.format.currency;
    // The report is that of this calculator: the engine made it for its id.
    this.#result =
      report && !isEmpty(this.form) ? ({ calculator, currency, input, report } as TradeCreditResult) : null;
    // The same again, in another language or with a row added, is no news.
    const news = JSON.stringify([this.#result, issues]);
    if (news === this.#told) return;
    this.#told = news;
    this.requestUpdate();
    if (this.#result) this.dispatchEvent(new ResultEvent(this.#result));
    else if (before) this.dispatchEvent(new ClearedEvent(before.calculator));
    if (!this.#result && issues.length > 0)
      this.dispatchEvent(new ErrorEvent({ code: 'input', message: textOf(issues), issues }));
  };
}

const textOf = (issues: readonly Issue[]): string => issues.map(({ message }) => message).join('; ');

/** What the engine does not take of thresholds: the embedder's to mend, not the visitor's. */
function policyIssues(engine: Engine, id: CalculatorId, policy: PolicyPatch): readonly Issue[] {
  const answer = engine.calculate(id, {}, { policy });
  return answer.kind === 'issues' ? answer.issues.filter(({ field }) => field.startsWith('options.policy')) : [];
}

/** Defines the element, once for a document however many scripts want to; `home` is the folder that `embed.html` is in. */
export function defineTradeCredit(
  home: string | URL = document.baseURI,
  engines: ReadonlyMap<string, Promise<Response>> = new Map(),
): void {
  if (customElements.get('trade-credit')) return;
  TradeCredit.home = home;
  for (const [address, engine] of engines) engineIsComing(address, engine);
  customElements.define('trade-credit', TradeCredit);
}
