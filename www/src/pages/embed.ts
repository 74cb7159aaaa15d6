import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../context';
import { base, buttons, disclosure } from '../elements/base.styles';
import { currencyOptions } from '../elements/tools/currency-options';
import type { CalculatorId } from '../engine';
import { engineInput, exampleForm } from '../form-input';
import { isEmpty } from '../form-values';
import { fieldLabel } from '../labels';
import { languageNames, withParts } from '../languages';
import { reportParts } from '../loading';
import { addressOf } from '../places';
import { DEFAULT_CURRENCY, formAt, themes, type State, type Theme } from '../state';
import { viewStyles } from '../views/calculator-view.styles';
import { elementCode, frameAddress, frameCode, type Code } from '../widget/code';
import { originFrom, type FrameSettings } from '../widget/settings';
import { styles } from './embed.styles';
import { defineTradeCredit } from '../widget/element';

type Way = 'element' | 'frame';
const ways: readonly Way[] = ['element', 'frame'];
type Values = 'none' | 'example' | 'typed';

/** What is put in for the host while the page itself lies on a disk. */
const SOMEWHERE = 'https://calculator.example/';

/** Every option of the widget and the frame, live, with the code to copy. */
export default class TcEmbedPage extends LitElement {
  static override styles = [base, buttons, disclosure, viewStyles, styles];
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    chosen: { state: true },
    way: { state: true },
    values: { state: true },
    ownPolicy: { state: true },
    target: { state: true },
    described: { state: true },
    copied: { state: true },
  };

  declare context: Context;
  declare state: State;
  declare private chosen: Pick<
    FrameSettings,
    'calculator' | 'lang' | 'currency' | 'fields' | 'theme' | 'accent' | 'compact'
  >;
  declare private way: Way;
  declare private values: Values;
  declare private ownPolicy: boolean;
  /** As typed, an origin or not. */
  declare private target: string;
  /** The context with the words of the chosen calculator; null until they are there. */
  declare private described: Context | null;
  /** Which code was copied last. */
  declare private copied: string;

  constructor() {
    super();
    this.chosen = {
      calculator: 'dso',
      lang: '',
      currency: DEFAULT_CURRENCY,
      fields: null,
      theme: 'auto',
      accent: '',
      compact: false,
    };
    this.way = 'element';
    this.values = 'none';
    this.ownPolicy = true;
    this.target = '';
    this.described = null;
    this.copied = '';
  }

  override focus(): void {
    this.shadowRoot?.querySelector('h1')?.focus();
  }

  get #calculator(): CalculatorId {
    return this.chosen.calculator as CalculatorId;
  }

  get #settings(): Partial<FrameSettings> {
    const { chosen, state } = this;
    const fields = this.context.engine.fields(this.#calculator);
    const form = { none: null, example: exampleForm(fields), typed: formAt(state, chosen.calculator) }[this.values];
    const input = form && !isEmpty(form) ? engineInput(fields, form, this.context.read) : null;
    return {
      ...chosen,
      calculator: addressOf(chosen.calculator),
      currency: chosen.currency === DEFAULT_CURRENCY ? '' : chosen.currency,
      values: input,
      policy: this.ownPolicy ? state.policy : null,
      target: this.way === 'frame' ? (originFrom(this.target) ?? '') : '',
    };
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('chosen') as FrameSettings | undefined;
    const other = changed.has('chosen') && before?.calculator !== this.chosen.calculator;
    if (changed.has('context') || other) void this.#describe();
  }

  async #describe(): Promise<void> {
    const { context } = this;
    const { calculator } = this.chosen;
    const words = await withParts(context.language, reportParts(calculator), context.words);
    if (context === this.context && calculator === this.chosen.calculator) this.described = { ...context, words };
  }

  #choose(change: Partial<FrameSettings>): void {
    this.chosen = { ...this.chosen, ...change };
    this.copied = '';
  }

  protected override render(): TemplateResult {
    const words = this.context.words.embed;
    const settings = this.#settings;
    return html`
      <div class="intro">
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      <div class="room">
        <div class="columns">
          <section class="sheet" aria-labelledby="options">
            <h2 id="options" class="visually-hidden">${words.options}</h2>
            <div class="options">${this.#renderOptions()}</div>
          </section>
          <section class="results" aria-label=${words.preview}>
            <section class="sheet">
              <h2>${words.code}</h2>
              ${this.#renderCode(settings)}
            </section>
            <section>
              <h2>${words.preview}</h2>
              ${this.#renderPreview(settings)}
            </section>
          </section>
        </div>
      </div>
    `;
  }

  #renderPreview({
    calculator,
    lang,
    currency,
    values,
    policy,
    fields,
    theme,
    accent,
    compact,
  }: Partial<FrameSettings>): TemplateResult {
    // What a frame shows is the element, too. Left to the visitor, it looks as the page around it does.
    const look = theme && theme !== 'auto' ? theme : this.state.theme;
    return html`<trade-credit
      .calculator=${calculator ?? ''}
      .lang=${lang || this.context.language}
      .currency=${currency || DEFAULT_CURRENCY}
      .values=${values ?? null}
      .policy=${policy ?? null}
      .fields=${fields ?? null}
      .theme=${look}
      .compact=${compact ?? false}
      .accent=${accent ?? ''}
    ></trade-credit>`;
  }

  #select(id: string, label: string, value: string, options: unknown, choose: (value: string) => void): TemplateResult {
    return html`<div class="option">
      <label for=${id}>${label}</label>
      <select id=${id} .value=${value} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options}
      </select>
    </div>`;
  }

  #tick(label: string, checked: boolean, change: (checked: boolean) => void): TemplateResult {
    return html`<label class="tick">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      />
      ${label}
    </label>`;
  }

  #renderOptions(): TemplateResult {
    const { context, chosen, state } = this;
    const { embed: words, shell, places } = context.words;
    const option = (value: string, label: string, now: string) =>
      html`<option value=${value} ?selected=${value === now}>${label}</option>`;
    const typed = !isEmpty(formAt(state, chosen.calculator));
    return html`
      <fieldset class="option">
        <legend>${words.way}</legend>
        ${ways.map(
          (way) =>
            html`<label class="tick">
              <input type="radio" name="way" .checked=${way === this.way} @change=${() => (this.way = way)} />
              ${words.ways[way]}
            </label>`,
        )}
        <p class="help">${words.wayHelp[this.way]}</p>
      </fieldset>
      ${this.#select(
        'calculator',
        words.calculator,
        chosen.calculator,
        context.engine.catalog.map(({ id }) => option(id, places[id] ?? id, chosen.calculator)),
        (calculator) => this.#choose({ calculator, fields: null }),
      )}
      ${this.#select(
        'lang',
        words.language,
        chosen.lang,
        [['', words.languageAuto], ...Object.entries(languageNames)].map(([tag = '', name = '']) =>
          option(tag, name, chosen.lang),
        ),
        (lang) => this.#choose({ lang }),
      )}
      ${this.#select('currency', words.currency, chosen.currency, currencyOptions(context, chosen.currency, true), (currency) => this.#choose({ currency }))}
      ${this.#select(
        'values',
        words.values,
        this.values,
        [
          option('none', words.valuesNone, this.values),
          option('example', words.valuesExample, this.values),
          typed || this.values === 'typed' ? option('typed', words.valuesTyped, this.values) : nothing,
        ],
        (values) => (this.values = values as Values),
      )}
      ${this.#select(
        'theme',
        words.theme,
        chosen.theme,
        themes.map((theme) => option(theme, shell.themes[theme], chosen.theme)),
        (theme) => this.#choose({ theme: theme as Theme }),
      )}
      <div class="option">
        ${this.#tick(words.accentOwn, chosen.accent !== '', (own) => this.#choose({ accent: own ? '#c2185b' : '' }))}
        ${
          chosen.accent
            ? html`<label for="accent" class="visually-hidden">${words.accent}</label>
                <input
                  id="accent"
                  type="color"
                  .value=${chosen.accent}
                  @input=${(event: Event) => this.#choose({ accent: (event.target as HTMLInputElement).value })}
                />
                <p class="help">${words.accentHelp}</p>`
            : nothing
        }
      </div>
      <div class="option">
        ${this.#tick(words.compact, chosen.compact, (compact) => this.#choose({ compact }))}
        ${state.policy ? this.#tick(words.policy, this.ownPolicy, (own) => (this.ownPolicy = own)) : nothing}
      </div>
      ${this.#renderFields()} ${this.way === 'frame' ? this.#renderTarget() : nothing}
    `;
  }

  #renderFields(): TemplateResult {
    const { embed: words } = this.context.words;
    const { described, chosen } = this;
    const fields = chosen.fields ?? [];
    const toggle = (path: string, on: boolean) => {
      const next = on ? [...fields, path] : fields.filter((other) => other !== path);
      this.#choose({ fields: next.length > 0 ? next : null });
    };
    return html`<details class="option">
      <summary>
        ${words.fields}<span class="chosen"
          >${fields.length > 0 ? words.fieldsSome(fields.length) : words.fieldsAll}</span
        ><span class="chevron"></span>
      </summary>
      <p class="help">${words.fieldsHelp}</p>
      ${
        described
          ? this.context.engine
              .fields(this.#calculator)
              .map(({ path }) =>
                this.#tick(fieldLabel(described, this.#calculator, path), fields.includes(path), (on) =>
                  toggle(path, on),
                ),
              )
          : nothing
      }
    </details>`;
  }

  #renderTarget(): TemplateResult {
    const { embed: words } = this.context.words;
    const wrong = this.target !== '' && originFrom(this.target) === null;
    return html`<div class="option">
      <label for="target">${words.target}</label>
      <p class="help" id="target-help">${words.targetHelp}</p>
      <input
        id="target"
        type="text"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        .value=${this.target}
        aria-describedby="target-help target-error"
        aria-invalid=${wrong ? 'true' : nothing}
        @input=${(event: Event) => (this.target = (event.target as HTMLInputElement).value.trim())}
      />
      <p class="error" id="target-error">${wrong ? words.targetWrong : nothing}</p>
    </div>`;
  }

  #renderCode(settings: Partial<FrameSettings>): TemplateResult {
    const { embed: words, places } = this.context.words;
    const home = location.protocol.startsWith('http') ? new URL('.', document.baseURI).href : SOMEWHERE;
    const title = places[this.chosen.calculator] ?? this.chosen.calculator;
    const code: Code = this.way === 'element' ? elementCode(home, settings, title) : frameCode(home, settings, title);
    const shown = (id: keyof Code) =>
      html`<div class="code">
        <pre tabindex="0">${code[id]}</pre>
        <button type="button" @click=${() => void this.#copy(id, code[id])}>${words.copy}</button>
        <span role="status">${this.copied === id ? words.copied : nothing}</span>
      </div>`;
    return html`
      ${shown('html')}
      <p class="help">${words.host}</p>
      <h3>${words.security}</h3>
      ${shown('policy')}
      ${this.way === 'element' ? html`<p class="help">${words.trusted} <code>trusted-types lit-html</code></p>` : nothing}
      ${
        this.way === 'element' || settings.target
          ? html`<h3>${words.listen}</h3>
              ${shown('listen')}`
          : nothing
      }
      ${
        home === SOMEWHERE
          ? nothing
          : html`<p class="links">
              <a href=${frameAddress(home, settings)} target="_blank">${words.open}</a>
              <a href="./trade-credit.html" download>${words.disk}</a>
            </p>`
      }
    `;
  }

  async #copy(id: keyof Code, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = id;
    } catch {
      // Not allowed here: it is marked, for the visitor to copy.
      const shown = [...(this.shadowRoot?.querySelectorAll('pre') ?? [])].find((pre) => pre.textContent === text);
      if (shown) getSelection()?.selectAllChildren(shown);
    }
  }
}

defineTradeCredit();
customElements.define('tc-embed-page', TcEmbedPage);
