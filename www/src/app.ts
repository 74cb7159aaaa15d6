import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { breath } from './breath';
import { contextOf, readingArrives, type Context } from './context';
import { startEngine, type CalculatorId, type Engine } from './engine';
import { whole } from './engine-source';
import { base, buttons, disclosure } from './elements/base.styles';
import { isEmpty } from './form-values';
import { arriving, firstState, placeFragment, readFragment } from './fragment';
import { idle } from './idle';
import { languageNames, languageTags, partsOf, usualLanguage } from './languages';
import { everything, pageModule, reportParts, wordsFor } from './loading';
import { groupOf, home, isPage, navigation } from './places';
import { formAt, optionsOf, themes, type State, type Theme } from './state';
import { viewOf } from './views';
import { renderIntro, type CalculatorView } from './views/calculator-view';
import { viewStyles } from './views/calculator-view.styles';
import { calculatorWords, textFor, type Words } from './words';
import { styles } from './app.styles';

/** Why nothing can be calculated. */
export type Failure = 'wasm' | 'load';

/** A page that is no calculator, as far as the app deals with it. */
interface Page extends HTMLElement {
  context?: Context;
  state?: State;
}

/** How long typing must rest before the address follows. */
const WRITE_AFTER = 400;

/**
 * The whole page: header, what the address names, footer. It holds what was typed while views come and go.
 *
 * @attr complete - all files of the page have arrived
 * @fires tc-ready - when the first screen stands
 */
export class TcApp extends LitElement {
  static override styles = [base, buttons, disclosure, viewStyles, styles];
  static override properties = {
    engine: { attribute: false },
    failure: { attribute: false },
    newer: { attribute: false },
    state: { state: true },
    words: { state: true },
    main: { state: true },
    requests: { state: true },
    menuOpen: { state: true },
    leftOut: { state: true },
  };

  declare engine: Engine | null;
  declare failure: Failure | null;
  /** Puts a newer build to use that has arrived. */
  declare newer: (() => void) | null;
  declare private state: State;
  /** Null until the first words have arrived. */
  declare private words: Words | null;
  /** The element that fills the page, and whose it is; null until it has arrived. */
  declare private main: { place: string; element: HTMLElement } | null;
  declare private requests: number;
  declare private menuOpen: boolean;
  /** Forms that are too long for the address. */
  declare private leftOut: readonly string[];
  #context: Context | null = null;
  #language = '';
  /** Which words are here. */
  #heard = '';
  /** Fetched behind the first screen. */
  #passing: typeof import('./passing-on') | null = null;
  #writing: typeof import('./fragment-writing') | null = null;
  #everyFailure: readonly { tag: string; words: Words['failure'] }[] = [];
  /** The address as it was last read or written. */
  #seen = location.hash;
  #writeSoon: ReturnType<typeof setTimeout> | undefined;
  /** The engine is all of it. */
  #isWhole = false;
  #completing = false;
  #complete = false;

  constructor() {
    super();
    this.engine = null;
    this.failure = null;
    this.newer = null;
    this.state = firstState(location.hash, languageTags, usualLanguage);
    this.words = null;
    this.main = null;
    this.requests = 0;
    this.menuOpen = false;
    this.leftOut = [];
    window.addEventListener('hashchange', () => this.#arrive());
    window.addEventListener('pagehide', () => this.#write());
    this.addEventListener('tc-form', ({ detail: { calculator, values } }) =>
      this.#change({ forms: { ...this.state.forms, [calculator]: values } }),
    );
    this.addEventListener('tc-currency', ({ detail }) => this.#change({ currency: detail.currency }));
    this.addEventListener('tc-state', ({ detail }) => this.#change(detail.change));
    this.addEventListener('tc-onward', ({ detail }) => this.#goOn(detail.place));
  }

  // ---- where one is, and what the address says ----

  /** An entry of the history that was written here says only where; what was typed since is not undone. */
  #arrive(): void {
    this.#seen = location.hash;
    const read = readFragment(location.hash, languageTags);
    const mine = history.state === 'ours';
    this.#change(mine ? { place: read.place } : arriving(this.state, read));
    this.menuOpen = false;
  }

  #change(change: Partial<State>): void {
    const moved = change.place !== undefined && change.place !== this.state.place;
    this.state = { ...this.state, ...change };
    clearTimeout(this.#writeSoon);
    if (moved && change.place !== undefined && readFragment(location.hash, languageTags).place !== change.place)
      this.#go(placeFragment(this.state, usualLanguage));
    if (change.forms) this.#writeSoon = setTimeout(() => this.#write(), WRITE_AFTER);
    else this.#write();
  }

  #go(fragment: string): void {
    location.hash = fragment;
    this.#seen = location.hash;
  }

  /** To another calculator, its empty fields filled with what is known here. */
  #goOn(place: string): void {
    const { forms } = this.state;
    if (!this.#context || !this.#passing) return this.#change({ place });
    const filled = this.#passing.filledFrom(this.#context, forms, this.#place, place);
    this.#change({ place, forms: { ...forms, [place]: filled } });
  }

  #write(): void {
    clearTimeout(this.#writeSoon);
    if (!this.#writing) return void this.#hireHelp().then(() => this.#write());
    // Somebody has gone elsewhere, and the event that says so is on its way.
    if (location.hash !== this.#seen) return;
    const { fragment, leftOut } = this.#writing.writeFragment(this.state, usualLanguage);
    if (location.hash !== fragment || history.state !== 'ours') history.replaceState('ours', '', fragment);
    this.#seen = location.hash;
    if (leftOut.join() !== this.leftOut.join()) this.leftOut = leftOut;
  }

  /** The document is loaded again: what was typed last has to stand in the address before. */
  #renewBuild = (): void => {
    this.#write();
    this.newer?.();
  };

  async #hireHelp(): Promise<void> {
    [this.#passing, this.#writing] = await Promise.all([
      import('./passing-on'),
      import('./fragment-writing'),
      import('./elements/foot/foot'),
      readingArrives(),
    ]);
    // What was read without it is read again.
    this.#context = null;
    this.requestUpdate();
  }

  // ---- what is shown ----

  get #place(): string {
    const { place } = this.state;
    return isPage(place) || textFor(this.words?.places, place) !== undefined ? place : home;
  }

  /** The first screen is calculated by a part of the engine; every page that is no calculator may ask for all of it. */
  #serves(place: string): boolean {
    return this.#isWhole || this.engine?.catalog.some(({ id }) => id === place) === true;
  }

  /** Fetches what the place needs, and shows it when it is there. */
  async #arrange(): Promise<void> {
    const [place, { language }] = [this.#place, this.state];
    const current = () => place === this.#place && language === this.state.language;
    try {
      // What is said of lists and reports need not hold up the first screen while it is empty.
      const begun = place !== home || !isEmpty(formAt(this.state, place));
      // What is shown until the next view is there needs its words as well.
      const shown = this.main && this.main.place !== place ? reportParts(this.main.place) : [];
      const parts = this.#complete
        ? partsOf(language)
        : [...(begun || place !== home ? reportParts(place) : [place]), ...shown];
      const wanted = `${language} ${parts.join(' ')}`;
      if (this.#heard !== wanted) {
        const words = await wordsFor(language, parts, this.#language === language ? this.words : null);
        if (!current()) return;
        this.#heard = wanted;
        this.#language = language;
        this.words = words;
      }
      if (this.main?.place === place) return;
      const [Element] = await Promise.all([
        isPage(place) ? pageModule(place) : viewOf(place),
        this.engine && !this.#serves(place) && this.#completeEngine(),
      ]);
      if (!current() || (this.main as TcApp['main'])?.place === place) return;
      const arriving = this.main !== null;
      this.main = { place, element: new Element() };
      if (!arriving) return;
      window.scrollTo(0, 0);
      await this.updateComplete;
      const { element } = this.main;
      if (element instanceof LitElement) await element.updateComplete;
      // Whoever is already at work in it goes on.
      if (!element.matches(':focus-within')) element.focus();
    } catch {
      this.failure ??= 'load';
    }
  }

  async #completeEngine(): Promise<void> {
    this.engine = await startEngine(whole);
    this.#isWhole = true;
    // In the single file it is the one there was.
    this.requestUpdate();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await breath();
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['state', 'engine', 'words'].some((name) => changed.has(name))) void this.#arrange();
    if (this.words) this.replaceChildren();
    if (changed.has('failure') && this.failure) void this.#hearEveryLanguage();
    this.#dress();
    const { engine, words } = this;
    const fresh = ['state', 'words', 'engine'].some((name) => changed.has(name));
    const served = this.#serves(this.main?.place ?? this.#place);
    if (engine && words && served && (fresh || !this.#context)) this.#renew(engine, words);
    if (this.#context && this.main) this.#fill(this.main.element, this.#context, changed);
  }

  /** A new context only when something in it is new: every element is drawn again for it. */
  #renew(engine: Engine, words: Words): void {
    const options = optionsOf(this.state);
    const old = this.#context;
    if (old?.words === words && old.engine === engine && JSON.stringify(old.options) === JSON.stringify(options))
      return;
    this.#context = contextOf({
      language: this.#language,
      words,
      engine,
      options,
      addressOf: (place) => placeFragment({ ...this.state, place }, usualLanguage),
    });
  }

  #fill(element: HTMLElement, context: Context, changed: PropertyValues): void {
    const { place } = this.main ?? {};
    if (place === undefined) return;
    if (isPage(place)) {
      Object.assign(element as Page, { context, state: this.state });
      return;
    }
    const view = element as CalculatorView;
    const values = formAt(this.state, place);
    const { forms } = this.state;
    if (this.#passing && (changed.has('main') || changed.has('state'))) {
      view.carried = this.#passing.carried(context, forms, place);
      view.onward = this.#passing.onward(context, forms, place);
    }
    Object.assign(view, { context, values, calculator: place as CalculatorId });
  }

  /** Language, theme and title of the document. */
  #dress(): void {
    const { language, theme } = this.state;
    const { documentElement } = document;
    documentElement.lang = language;
    if (theme === 'auto') delete documentElement.dataset['theme'];
    else documentElement.dataset['theme'] = theme;
    if (!this.words) return;
    const { product } = this.words.shell;
    document.title = this.failure ? product : `${this.#title(this.words)} · ${product}`;
  }

  #title(words: Words): string {
    const page: unknown = Reflect.get(words, this.#place);
    if (isPage(this.#place) && typeof page === 'object' && page !== null && 'title' in page) return String(page.title);
    return calculatorWords(words, this.#place).title;
  }

  /** The browser remembers what was asked for meanwhile. */
  async #count(start: number): Promise<void> {
    await idle();
    const { requestsSince } = await import('./requests');
    requestsSince(
      start,
      () => this.#complete,
      (count) => (this.requests = count),
    );
  }

  /** Once the first screen is there, the rest follows in idle moments: from then on nothing is asked of the network. */
  protected override updated(): void {
    if (this.#completing || !this.#context || !this.main) return;
    this.#completing = true;
    const { element } = this.main;
    // What was asked for until here is what the first screen takes.
    if (element instanceof LitElement) void element.updateComplete.then(() => this.#ready());
    void this.#count(performance.now());
    void idle()
      // What does not arrive now is asked for again when it is needed.
      .then(() => this.#completeEngine().catch(() => undefined))
      .then(breath)
      // The first call of an engine takes its time.
      .then(() => void this.#context?.policyMark)
      .then(() => this.#hireHelp())
      .then(() => everything(this.#language))
      .then(() => {
        this.#complete = true;
        this.toggleAttribute('complete', true);
        // What has arrived meanwhile may be of use here: rules, terms, what other views know.
        void this.#arrange();
        this.requestUpdate('main');
      });
  }

  #ready(): void {
    performance.mark('first-screen');
    this.dispatchEvent(new Event('tc-ready'));
  }

  // ---- the frame ----

  protected override render(): TemplateResult {
    const { words } = this;
    // What stands in the document shows until there is something to replace it with.
    if (!words) return html`<slot></slot>`;
    const { shell } = words;
    return html`
      <button type="button" class="skip" @click=${this.#skip}>${shell.skip}</button>
      <header>
        <div class="inner">
          <a class="brand" href=${this.#linkTo(home)}>
            <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
              <rect class="tile" width="32" height="32" rx="8" />
              <path class="line" d="M8 21.5 13.5 16l4 4L25 11M8 8.5h9" />
            </svg>
            ${shell.product}
          </a>
          ${this.failure ? nothing : this.#renderNavigation(words)} ${this.#renderSettings(words)}
        </div>
      </header>
      ${this.#renderUpdate(words)}
      <main id="main" tabindex="-1">
        <div class="inner">${this.failure ? this.#renderFailure() : this.#renderMain(words)}</div>
      </main>
      ${this.#context && !this.failure ? html`<tc-foot .context=${this.#context} .requests=${this.requests}></tc-foot>` : nothing}
    `;
  }

  #linkTo = (place: string): string => placeFragment({ ...this.state, place }, usualLanguage);

  /** The address belongs to the views, so this is no link: it moves the focus itself. */
  #skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };

  #renderNavigation({ shell, places }: Words): TemplateResult {
    const groups = navigation(Object.keys(places));
    const name = (group: readonly string[]) =>
      (group.length > 1 ? textFor<string>(shell.groups, group[0] ?? '') : undefined) ?? places[group[0] ?? ''];
    const here = groups.find((group) => group.includes(this.#place));
    return html`<nav aria-label=${shell.navigation} @keydown=${this.#closeMenu}>
      <button
        type="button"
        class="menu"
        aria-expanded=${this.menuOpen ? 'true' : 'false'}
        aria-controls="places"
        @click=${() => (this.menuOpen = !this.menuOpen)}
      >
        ${here ? name(here) : ''}<span class="all">${shell.navigation}</span><span class="chevron"></span>
      </button>
      <ul id="places" class=${this.menuOpen ? 'open' : ''} @click=${() => (this.menuOpen = false)}>
        ${groups.map(
          (group) =>
            html`<li>
              <a
                href=${this.#linkTo(group[0] ?? home)}
                aria-current=${group !== here ? nothing : group.length > 1 ? 'true' : 'page'}
                >${name(group)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #closeMenu = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.menuOpen) return;
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLElement>('.menu')?.focus();
  };

  #renderSettings({ shell }: Words): TemplateResult {
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`<div class="settings">
      <select
        aria-label=${shell.language}
        .value=${this.state.language}
        @change=${(event: Event) => this.#change({ language: chosen(event) })}
      >
        ${Object.entries(languageNames).map(([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === this.state.language}>${name}</option>`)}
      </select>
      <select
        aria-label=${shell.theme}
        .value=${this.state.theme}
        @change=${(event: Event) => this.#change({ theme: chosen(event) as Theme })}
      >
        ${themes.map((theme) => html`<option value=${theme} ?selected=${theme === this.state.theme}>${shell.themes[theme]}</option>`)}
      </select>
    </div>`;
  }

  #renderMain(words: Words): TemplateResult {
    const { places, shell } = words;
    const group = groupOf(this.#place, Object.keys(places));
    const tooLong = this.leftOut.map((id) => calculatorWords(words, id).short);
    return html`
      ${
        group.length > 1
          ? html`<nav class="tabs" aria-label=${textFor<string>(shell.groups, group[0] ?? '') ?? shell.navigation}>
              <ul>
                ${group.map(
                  (place) =>
                    html`<li>
                      <a href=${this.#linkTo(place)} aria-current=${place === this.#place ? 'page' : nothing}
                        >${places[place]}</a
                      >
                    </li>`,
                )}
              </ul>
            </nav>`
          : nothing
      }
      <tc-keep .context=${this.#context} .state=${this.state} .place=${this.#place}></tc-keep>
      ${tooLong.length > 0 ? html`<p class="too-long" role="status">${shell.tooLong(tooLong)}</p>` : nothing}
      ${this.#context && this.main ? this.main.element : this.#renderWaiting(words)}
      <tc-paper .context=${this.#context} .state=${this.state} .place=${this.#place}></tc-paper>
    `;
  }

  /** Everything that can be said before there is anything to calculate with, in its final place. */
  #renderWaiting(words: Words): TemplateResult {
    return html`${renderIntro(calculatorWords(words, this.#place))}
      <div class="room" aria-hidden="true">
        <div class="columns waiting"><div class="sheet"></div></div>
      </div>`;
  }

  async #hearEveryLanguage(): Promise<void> {
    const heard = await Promise.allSettled(
      languageTags.map(async (tag) => ({ tag, words: (await wordsFor(tag, [], null)).failure })),
    );
    this.#everyFailure = heard.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    this.requestUpdate();
  }

  /** In every language: whoever cannot run the page can hardly switch it. */
  #renderFailure(): TemplateResult {
    const { failure } = this;
    return html`<div class="failure">
      ${this.#everyFailure.map(
        ({ tag, words }) =>
          html`<div lang=${tag}>
            <h1>${words.title}</h1>
            <p>${failure ? words[failure] : nothing}</p>
          </div>`,
      )}
    </div>`;
  }

  #renderUpdate({ shell }: Words): TemplateResult {
    const { newer } = this;
    return html`<div class=${newer ? 'update' : nothing} role="status">
      ${
        newer
          ? html`<span>${shell.update.there}</span>
              <button type="button" class="primary" @click=${this.#renewBuild}>${shell.update.use}</button>
              <button type="button" class="plain" @click=${() => (this.newer = null)}>${shell.update.later}</button>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('tc-app', TcApp);

declare global {
  interface HTMLElementTagNameMap {
    'tc-app': TcApp;
  }
}
