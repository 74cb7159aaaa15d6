import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from './context';
import type { Engine } from './engine';
import { base } from './elements/base.styles';
import { Format } from './format';
import { languages, type Words } from './locales';
import { requestsSince } from './requests';
import { emptyForms, readPlace, views, writePlace, type Forms, type Place, type Theme } from './state';
import { styles } from './app.styles';
import type { CalculatorView } from './views/calculator-view';
import './views/check';
import './views/dso';
import './views/working-capital';

/** Why nothing can be calculated. */
export type Failure = 'wasm' | 'load';

/** The whole page: header, the view the address names, footer. It holds what was typed while views come and go. */
export class TcApp extends LitElement {
  static override styles = [base, styles];
  static override properties = {
    engine: { attribute: false },
    failure: { attribute: false },
    place: { state: true },
    forms: { state: true },
    requests: { state: true },
  };

  declare engine: Engine | null;
  declare failure: Failure | null;
  declare private place: Place;
  declare private forms: Forms;
  declare private requests: number;
  #context: Context | null = null;
  #started = false;

  constructor() {
    super();
    this.engine = null;
    this.failure = null;
    this.place = readPlace(location.hash);
    this.forms = emptyForms;
    this.requests = 0;
    window.addEventListener('hashchange', () => this.#arrive());
  }

  #arrive(): void {
    const before = this.place;
    this.place = readPlace(location.hash);
    if (before.view === this.place.view) return;
    window.scrollTo(0, 0);
    void this.updateComplete.then(() => this.#view()?.updateComplete).then(() => this.#view()?.focus());
  }

  #view(): CalculatorView | null {
    return this.renderRoot.querySelector<CalculatorView>('main > .inner > *');
  }

  #move(change: Partial<Place>): void {
    this.place = { ...this.place, ...change };
    history.replaceState(null, '', writePlace(this.place));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.engine || this.failure) this.replaceChildren();
    const { language, theme, currency } = this.place;
    if (!this.#started && this.engine) {
      this.#started = true;
      requestsSince(performance.now(), (count) => (this.requests = count));
    }
    if (this.engine && (!this.#context || changed.has('place'))) {
      const words = this.#words();
      const old = this.#context;
      if (!old || old.language !== language || old.format.currency !== currency) {
        this.#context = { language, words, format: new Format(language, words, currency), engine: this.engine };
      }
    }
    document.documentElement.lang = language;
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    const words = this.#words();
    document.title = this.failure
      ? words.shell.product
      : `${words.calculators[this.place.view].title} · ${words.shell.product}`;
  }

  #words(): Words {
    const words = languages[this.place.language] ?? Object.values(languages)[0];
    if (!words) throw new Error('no language');
    return words;
  }

  protected override render(): TemplateResult {
    // What stands in the document shows until there is something to replace it with.
    if (!this.engine && !this.failure) return html`<slot></slot>`;
    const { shell } = this.#words();
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${shell.skip}</a>
      <header>
        <div class="inner">
          <a class="brand" href=${writePlace({ ...this.place, view: 'assess' })}>
            <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
              <rect class="tile" width="32" height="32" rx="8" />
              <path class="line" d="M8 21.5 13.5 16l4 4L25 11M8 8.5h9" />
            </svg>
            ${shell.product}
          </a>
          ${this.failure ? nothing : this.#renderNavigation()} ${this.#renderSettings()}
        </div>
      </header>
      <main id="main" tabindex="-1">
        <div class="inner">${this.#renderMain()}</div>
      </main>
      ${this.failure ? nothing : this.#renderFooter()}
    `;
  }

  /** The address belongs to the views, so the link moves the focus itself. */
  #skip = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };

  #renderNavigation(): TemplateResult {
    const { shell, calculators } = this.#words();
    return html`<nav aria-label=${shell.navigation}>
      <ul>
        ${views.map(
          (view) =>
            html`<li>
              <a href=${writePlace({ ...this.place, view })} aria-current=${view === this.place.view ? 'page' : nothing}
                >${calculators[view].short}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #renderSettings(): TemplateResult {
    const { shell } = this.#words();
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`<div class="settings">
      <select
        aria-label=${shell.language}
        .value=${this.place.language}
        @change=${(event: Event) => this.#move({ language: chosen(event) })}
      >
        ${Object.entries(languages).map(([tag, { name }]) => html`<option value=${tag} lang=${tag} ?selected=${tag === this.place.language}>${name}</option>`)}
      </select>
      <select
        aria-label=${shell.theme}
        .value=${this.place.theme}
        @change=${(event: Event) => this.#move({ theme: chosen(event) as Theme })}
      >
        ${Object.entries(shell.themes).map(([theme, name]) => html`<option value=${theme} ?selected=${theme === this.place.theme}>${name}</option>`)}
      </select>
    </div>`;
  }

  #renderMain(): TemplateResult {
    if (this.failure) return this.#renderFailure(this.failure);
    const [context, forms] = [this.#context, this.forms];
    const keep = (event: CustomEvent<{ calculator: keyof Forms; values: Forms[keyof Forms] }>) =>
      (this.forms = { ...this.forms, [event.detail.calculator]: event.detail.values });
    const currency = (event: CustomEvent<{ currency: string }>) => this.#move({ currency: event.detail.currency });
    switch (this.place.view) {
      case 'assess':
        return html`<tc-check-view
          .context=${context}
          .forms=${forms}
          @tc-form=${keep}
          @tc-currency=${currency}
        ></tc-check-view>`;
      case 'dso':
        return html`<tc-dso-view
          .context=${context}
          .forms=${forms}
          @tc-form=${keep}
          @tc-currency=${currency}
        ></tc-dso-view>`;
      case 'workingCapital':
        return html`<tc-working-capital-view
          .context=${context}
          .forms=${forms}
          @tc-form=${keep}
          @tc-currency=${currency}
        ></tc-working-capital-view>`;
    }
  }

  /** In every language: whoever cannot run the page can hardly switch it. */
  #renderFailure(failure: Failure): TemplateResult {
    return html`<div class="failure">
      ${Object.entries(languages).map(
        ([tag, { failure: words }]) =>
          html`<div lang=${tag}>
            <h1>${words.title}</h1>
            <p>${words[failure]}</p>
          </div>`,
      )}
    </div>`;
  }

  #renderFooter(): TemplateResult {
    const { shell } = this.#words();
    const { version, policyName, policyHash } = this.engine?.about ?? {};
    return html`<footer>
      <div class="inner">
        <p class="facts">
          <strong>${shell.privacy}</strong> <span class="number" id="requests">${shell.requests(this.requests)}</span>
        </p>
        <p>${shell.disclaimer}</p>
        <p class="facts number">
          <span>${shell.version} ${version}</span> <span>${shell.policy} ${policyName} · ${policyHash}</span>
        </p>
      </div>
    </footer>`;
  }
}

customElements.define('tc-app', TcApp);

declare global {
  interface HTMLElementTagNameMap {
    'tc-app': TcApp;
  }
}
