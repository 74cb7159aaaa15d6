import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../context';
import type { CalculatorId, Report } from '../engine';
import { base, buttons, disclosure } from '../elements/base.styles';
import { evaluate } from '../evaluate';
import { isEmpty } from '../form-values';
import { placeFragment } from '../fragment';
import { writeFragment } from '../fragment-writing';
import { usualLanguage } from '../languages';
import { addressOf, isPage } from '../places';
import { changedThresholds } from '../rules/changed-thresholds';
import { emptyState, formAt, type State } from '../state';
import { StateEvent } from '../state-event';
import { textFor } from '../words';
import { calendarFile, datesOf } from './calendar';
import { resultsCsv } from './csv';
import { styles } from './keep.styles';
import { problemText } from './problem-text';
import { chooseFile, saveFile, today } from './save-file';
import { KEY, forget, isStored, saysNoMore, store, stored, type Stored } from './stored';
import { figuresIn, holdsWork, readFile, workFile, type Contents, type FileAnswer } from './work-file';
import { unfoldSteps } from './unfolded';
import { withEveryWord } from './words';
import './paper';

type Incoming = Exclude<FileAnswer, { problem: unknown }>;

const paper = matchMedia('print');

/** How long typing must rest before it is stored. */
const STORE_AFTER = 600;

const placeName = ({ words }: Pick<Context, 'words'>, id: string): string => textFor<string>(words.places, id) ?? id;

/**
 * What one does with one's work: share it, print it, take it away, bring it back, keep it in this browser, forget it. Says
 * by which thresholds everything is judged.
 *
 * @fires tc-state - with work that was opened, restored or forgotten
 */
export class TcKeep extends LitElement {
  static override styles = [base, buttons, disclosure, styles];
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    place: {},
    full: { state: true },
    open: { state: true },
    told: { state: true },
    problem: { state: true },
    incoming: { state: true },
    asking: { state: true },
    byHand: { state: true },
    storing: { state: true },
    other: { state: true },
    printedOn: { state: true },
  };

  declare context: Context | null;
  declare state: State;
  declare place: string;
  /** The context with all words; null until they are there. */
  declare private full: Context | null;
  declare private open: boolean;
  /** What was just done, and what takes it back. */
  declare private told: { text: string; undo?: Contents | undefined; filled?: readonly string[] } | null;
  declare private problem: string;
  /** A file that was read and waits for a decision. */
  declare private incoming: Incoming | null;
  declare private asking: boolean;
  /** A link that could not be copied. */
  declare private byHand: string;
  declare private storing: boolean;
  /** What is stored and contradicts what is here: nothing is stored over it unasked. */
  declare private other: Stored | 'unreadable' | null;
  /** Known once paper is asked for: how a browser writes a date takes it a while to find out. */
  declare private printedOn: string;
  #looked = false;
  #writing: ReturnType<typeof setTimeout> | undefined;
  #asked: Context | null = null;

  constructor() {
    super();
    this.context = null;
    this.full = null;
    this.open = false;
    this.told = null;
    this.problem = '';
    this.incoming = null;
    this.asking = false;
    this.byHand = '';
    this.storing = false;
    this.other = null;
    this.printedOn = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#outside);
    window.addEventListener('storage', this.#elsewhere);
    window.addEventListener('pagehide', this.#store);
    window.addEventListener('beforeprint', this.#date);
    paper.addEventListener('change', this.#date);
    this.addEventListener('keydown', this.#escape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store();
    document.removeEventListener('pointerdown', this.#outside);
    window.removeEventListener('storage', this.#elsewhere);
    window.removeEventListener('pagehide', this.#store);
    window.removeEventListener('beforeprint', this.#date);
    paper.removeEventListener('change', this.#date);
    this.removeEventListener('keydown', this.#escape);
  }

  /** The browser takes the page as it is when this returns. */
  #date = (): void => {
    if (!this.full) return;
    this.printedOn = this.full.words.keep.paper.printedOn(this.full.format.date(today()));
    this.performUpdate();
  };

  // ---- opening and closing ----

  #outside = (event: Event): void => {
    if (this.open && !event.composedPath().includes(this)) this.#close();
  };

  #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    this.#close();
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  };

  #close(): void {
    this.open = false;
    this.incoming = null;
    this.asking = false;
    this.byHand = '';
  }

  #toggle = (): void => {
    const { open } = this;
    this.#close();
    this.open = !open;
    this.told = null;
    this.problem = '';
  };

  /** Done: the panel goes, the news stays, and the focus is where it was. */
  #tell(text: string, undo?: Contents, filled: readonly string[] = []): void {
    this.#close();
    this.problem = '';
    this.told = { text, undo, filled };
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  }

  // ---- what is kept in this browser ----

  /** Forgotten in another window, or changed there: then neither window writes over the other unasked. */
  #elsewhere = ({ key, newValue }: StorageEvent): void => {
    if ((key !== KEY && key !== null) || !this.context) return;
    if (newValue === null) {
      this.storing = false;
      this.other = null;
    } else if (this.storing && newValue !== workFile(this.state, today())) {
      this.storing = false;
      this.other = stored(this.context.engine) ?? 'unreadable';
    }
  };

  /** What was kept comes back, unless the address brought something else along. */
  #look(): void {
    const { context } = this;
    if (!context || !isStored()) return;
    const found = stored(context.engine);
    if (!found || !saysNoMore(this.state, found)) {
      this.other = found ?? 'unreadable';
      return;
    }
    this.storing = true;
    this.#apply(found.contents);
  }

  #store = (): void => {
    clearTimeout(this.#writing);
    if (this.storing && this.other === null && this.#writing !== undefined) store(this.state, today());
    this.#writing = undefined;
  };

  #storeHere = (event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    if (checked && !store(this.state, today())) {
      (event.target as HTMLInputElement).checked = false;
      this.problem = this.full?.words.keep.storeFailed ?? '';
      return;
    }
    if (!checked) forget();
    this.other = null;
    this.storing = checked;
  };

  #forget = (): void => {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    forget();
    this.storing = false;
    this.other = null;
    const { currency, policy, holidays, workdays, forms } = emptyState(this.state.language);
    this.#apply({ currency, policy, holidays, workdays, forms });
    this.#tell(this.full?.words.keep.forgotten ?? '');
  };

  #apply(change: Contents): void {
    if (Object.keys(change).length > 0) this.dispatchEvent(new StateEvent(change as Partial<State>));
  }

  // ---- life ----

  protected override willUpdate(changed: PropertyValues): void {
    const { context } = this;
    if (!context || !changed.has('context') || this.#asked === context) return;
    this.#asked = context;
    void withEveryWord(context).then(
      (full) => {
        if (this.#asked === context) this.full = full;
      },
      () => undefined,
    );
  }

  protected override updated(changed: PropertyValues): void {
    if (this.context && !this.#looked) {
      this.#looked = true;
      this.#look();
    } else if (changed.has('state') && this.storing && this.other === null) {
      clearTimeout(this.#writing);
      this.#writing = setTimeout(this.#store, STORE_AFTER);
    }
    if (changed.has('place') && changed.get('place') !== undefined) this.told = null;
  }

  get #report(): Report | null {
    const context = this.full;
    if (!context || isPage(this.place)) return null;
    const values = formAt(this.state, this.place);
    return isEmpty(values) ? null : evaluate(context, this.place as CalculatorId, values).report;
  }

  protected override render(): TemplateResult | typeof nothing {
    const context = this.full;
    if (!context) return nothing;
    const { keep, shell } = context.words;
    const mark = context.policyMark;
    const changes = changedThresholds(context).length;
    return html`
      <p class="stamp number">
        <a href=${context.addressOf?.('policy') ?? '#/rules'}>${keep.judgedBy(mark?.name ?? '')}</a>
        ${changes > 0 ? html`<span class="changes">· ${keep.changes(changes)}</span>` : nothing}
      </p>
      <p class="head number">
        <span>${this.printedOn}</span>
        <span>${shell.policy} ${mark?.name} · ${mark?.hash}</span>
        <span>${shell.version} ${context.engine.version}</span>
      </p>
      <button
        type="button"
        class="opener"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="panel"
        @click=${this.#toggle}
      >
        ${this.storing ? html`<span class="dot"></span><span class="visually-hidden">${keep.stored}: </span>` : nothing}
        ${keep.menu}<span class="chevron"></span>
      </button>
      <div
        id="panel"
        class="panel ${this.incoming || this.asking ? 'ask' : ''}"
        role="region"
        aria-label=${keep.menu}
        ?hidden=${!this.open}
      >
        ${
          !this.open
            ? nothing
            : this.incoming
              ? this.#renderIncoming(context, this.incoming)
              : this.asking
                ? this.#renderForget(context)
                : this.#renderMenu(context)
        }
      </div>
      ${this.other ? this.#renderOther(context, this.other) : nothing}
      <div class="news" role="status">
        ${
          this.told
            ? html`<p class="told">
                ${this.told.text}
                ${this.told.filled?.map((id) => html`<a href=${context.addressOf?.(id) ?? nothing}>${placeName(context, id)}</a> `)}
                ${this.told.undo ? html`<button type="button" class="link" @click=${this.#undo}>${keep.incoming.undo}</button>` : nothing}
              </p>`
            : nothing
        }
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
    `;
  }

  // ---- the menu ----

  #renderMenu(context: Context): TemplateResult {
    const { keep } = context.words;
    const report = this.#report;
    const dates = report ? datesOf(context, this.place as CalculatorId, formAt(this.state, this.place), report) : [];
    const item = (label: string, help: string, act: () => void, kind = '', disabled = false) =>
      html`<button type="button" class="item ${kind}" ?disabled=${disabled} @click=${act}>
        <strong>${label}</strong>${help ? html`<small>${help}</small>` : nothing}
      </button>`;
    return html`
      <section>
        <h2>${keep.share}</h2>
        ${item(keep.copyLink, keep.copyLinkHelp, this.#copyLink)}
        ${
          this.byHand
            ? html`<label class="note"
                >${keep.copyByHand}
                <input
                  class="by-hand"
                  readonly
                  .value=${this.byHand}
                  @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
              /></label>`
            : nothing
        }
        ${item(keep.copyBare, '', this.#copyBare)}
      </section>
      <section>
        <h2>${keep.files}</h2>
        ${item(keep.print, keep.printHelp, this.#print)}
        ${report ? item(keep.printSteps, keep.printStepsHelp, this.#printSteps) : nothing}
        ${isPage(this.place) ? nothing : item(keep.csv, report ? keep.csvHelp : keep.noResult, this.#saveCsv, '', !report)}
        ${dates.length > 0 ? item(keep.calendar(dates.length), keep.calendarHelp, this.#saveCalendar) : nothing}
        ${item(keep.work, keep.workHelp, this.#saveWork)}
      </section>
      <section>
        <h2>${keep.open}</h2>
        ${item(keep.openFile, keep.openHelp, this.#openFile)}
      </section>
      <section>
        <h2>${keep.browser}</h2>
        <label class="check"
          ><input type="checkbox" .checked=${this.storing} @change=${this.#storeHere} />${keep.storeHere}
          <small>${keep.storeHelp}</small></label
        >
        ${item(keep.forget, keep.forgetHelp, this.#ask, 'danger')}
      </section>
    `;
  }

  #copyLink = (): void => {
    const { fragment, leftOut } = writeFragment(this.state, usualLanguage);
    const words = this.full?.words;
    if (!words) return;
    const names = leftOut.map((id) => textFor<string>(words.places, id) ?? id);
    const told = leftOut.length > 0 ? `${words.keep.copied} ${words.keep.tooLong(names)}` : words.keep.copied;
    void this.#copy(fragment, told);
  };

  #copyBare = (): void => {
    void this.#copy(placeFragment(this.state, usualLanguage), this.full?.words.keep.copiedBare ?? '');
  };

  async #copy(fragment: string, told: string): Promise<void> {
    const link = new URL(fragment, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      this.#tell(told);
    } catch {
      this.byHand = link;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.by-hand')?.focus();
    }
  }

  #print = (): void => {
    this.#close();
    void this.updateComplete.then(() => window.print());
  };

  /** The steps fold again when the browser is done with the paper; a phone prints while the page goes on. */
  #printSteps = (): void => {
    window.addEventListener('afterprint', unfoldSteps(document), { once: true });
    this.#print();
  };

  #saveCsv = (): void => {
    const [context, report] = [this.full, this.#report];
    if (!context || !report) return;
    const calculator = this.place as CalculatorId;
    const contents = resultsCsv(context, calculator, formAt(this.state, calculator), report, today());
    saveFile(`${addressOf(calculator)}-${today()}.csv`, 'text/csv;charset=utf-8', contents);
    this.#close();
  };

  #saveCalendar = (): void => {
    const [context, report] = [this.full, this.#report];
    if (!context || !report) return;
    const calculator = this.place as CalculatorId;
    const dates = datesOf(context, calculator, formAt(this.state, calculator), report);
    const made = `${report.policy.name} · ${report.policy.hash}`;
    const contents = calendarFile(context, addressOf(calculator), dates, made, new Date());
    saveFile(`${addressOf(calculator)}-${today()}.ics`, 'text/calendar;charset=utf-8', contents);
    this.#close();
  };

  #saveWork = (): void => {
    saveFile(`trade-credit-${today()}.json`, 'application/json', workFile(this.state, today()));
    this.#close();
  };

  // ---- bringing work back ----

  #openFile = async (): Promise<void> => {
    const file = await chooseFile('.json,application/json');
    const context = this.full;
    if (!file || !context) return;
    const answer = readFile(await file.text(), context.engine);
    if ('problem' in answer) {
      this.#close();
      this.told = null;
      this.problem = problemText(context, answer.problem);
      return;
    }
    this.problem = '';
    if (!holdsWork(this.state) && answer.unknown.length === 0) {
      this.#take(answer.contents, true);
      return;
    }
    this.incoming = answer;
    this.open = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.panel button')?.focus();
  };

  /** `whole`: also what the file does not hold becomes as in a new visit. */
  #take(contents: Contents, whole: boolean): void {
    const { currency, policy, holidays, workdays, forms } = this.state;
    const empty = { policy: null, holidays: [], workdays: [], forms: {} };
    const change: Contents = whole
      ? { ...empty, ...contents }
      : { ...contents, ...(contents.forms ? { forms: { ...forms, ...contents.forms } } : {}) };
    this.#apply(change);
    const before = { currency, policy, holidays, workdays, forms };
    this.#tell(this.full?.words.keep.incoming.done ?? '', before, Object.keys(contents.forms ?? {}));
  }

  #undo = (): void => {
    const undo = this.told?.undo;
    if (!undo) return;
    this.#apply(undo);
    this.#tell(this.full?.words.keep.incoming.undone ?? '');
  };

  #renderIncoming(context: Context, { contents, savedOn, unknown }: Incoming): TemplateResult {
    const { incoming, cancel } = context.words.keep;
    const { forms = {}, policy } = contents;
    const names = Object.keys(forms).map((id) => placeName(context, id));
    const days = (contents.holidays?.length ?? 0) + (contents.workdays?.length ?? 0);
    const name = policy?.name ?? context.engine.defaultPolicy.name;
    const here = changedThresholds(context).length;
    return html`<section>
      <h2>${incoming.title}</h2>
      ${names.length > 0 ? html`<p>${incoming.holds(names, figuresIn(forms))}</p>` : nothing}
      ${policy === undefined ? nothing : html`<p>${incoming.pack(name)}</p>`}
      ${days > 0 ? html`<p>${incoming.days(days)}</p>` : nothing}
      ${savedOn && /^\d{4}-\d{2}-\d{2}$/.test(savedOn) ? html`<p>${incoming.savedOn(context.format.date(savedOn))}</p>` : nothing}
      ${unknown.length > 0 ? html`<p>${incoming.unknown([...unknown])}</p>` : nothing}
      ${holdsWork(this.state) ? html`<p>${incoming.ask(figuresIn(this.state.forms), here)}</p>` : nothing}
      <div class="buttons">
        ${
          holdsWork(this.state)
            ? html`<button type="button" class="primary" @click=${() => this.#take(contents, false)}>
                  ${incoming.merge}
                </button>
                <button type="button" @click=${() => this.#take(contents, true)}>${incoming.replace}</button>`
            : html`<button type="button" class="primary" @click=${() => this.#take(contents, true)}>
                ${incoming.take}
              </button>`
        }
        <button type="button" class="plain" @click=${this.#cancel}>${cancel}</button>
      </div>
    </section>`;
  }

  #ask = async (): Promise<void> => {
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.panel button')?.focus();
  };

  #cancel = (): void => {
    this.#close();
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  };

  #renderForget(context: Context): TemplateResult {
    const { keep } = context.words;
    return html`<section>
      <h2>${keep.forget}</h2>
      <p>${keep.forgetHelp}</p>
      <p>${keep.forgetSure}</p>
      <div class="buttons">
        <button type="button" class="danger" @click=${this.#forget}>${keep.forgetYes}</button>
        <button type="button" class="plain" @click=${this.#cancel}>${keep.cancel}</button>
      </div>
    </section>`;
  }

  #renderOther(context: Context, other: Stored | 'unreadable'): TemplateResult {
    const words = context.words.keep.other;
    const { savedOn, contents } = other === 'unreadable' ? { savedOn: null, contents: {} } : other;
    const date = savedOn && /^\d{4}-\d{2}-\d{2}$/.test(savedOn) ? context.format.date(savedOn) : '';
    return html`<section class="other">
      <h2>${words.title}</h2>
      <p>${other === 'unreadable' ? words.unreadable : words.text(figuresIn(contents.forms ?? {}), date)}</p>
      <div class="buttons">
        ${
          other === 'unreadable'
            ? nothing
            : html`<button type="button" class="primary" @click=${this.#restore}>${words.restore}</button>`
        }
        <button type="button" @click=${this.#replaceOther}>${words.replace}</button>
      </div>
    </section>`;
  }

  #restore = (): void => {
    const { other } = this;
    if (!other || other === 'unreadable') return;
    this.other = null;
    this.storing = true;
    this.#take(other.contents, true);
  };

  #replaceOther = (): void => {
    this.other = null;
    this.storing = store(this.state, today());
  };
}

customElements.define('tc-keep', TcKeep);

declare global {
  interface HTMLElementTagNameMap {
    'tc-keep': TcKeep;
  }
}
