import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import built from 'virtual:wasm-hashes';
import type { Context } from '../../context';
import { base, buttons } from '../../elements/base.styles';
import { toneIcon } from '../../elements/icon/icon';
import { KEY } from '../../keep/stored';
import { loaded } from '../../loaded';
import { requestLog } from '../../requests';
import { textFor } from '../../words';
import { pageStyles } from '../page.styles';

/** No such host can exist (RFC 2606): even a page without its policy would reach nobody. */
const NOWHERE = 'https://check.invalid/';

/** What this browser holds of the page. */
interface Held {
  readonly cookies: readonly string[];
  readonly entries: readonly string[];
  readonly caches: readonly string[];
}

async function held(): Promise<Held> {
  const entries = (name: 'localStorage' | 'sessionStorage'): string[] => {
    try {
      return Object.keys(window[name]);
    } catch {
      return [];
    }
  };
  return {
    cookies: document.cookie
      .split(';')
      .map((cookie) => cookie.split('=')[0]?.trim() ?? '')
      .filter(Boolean),
    entries: [...entries('localStorage'), ...entries('sessionStorage')],
    caches: 'caches' in window ? await caches.keys().catch(() => []) : [],
  };
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How one can check for oneself that nothing leaves this browser. */
export default class TcPrivacyPage extends LitElement {
  static override styles = [
    base,
    buttons,
    pageStyles,
    css`
      .facts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 0.75rem;
        margin: 1rem 0;
      }
      .facts div {
        padding: 0.875rem 1rem;
        border-radius: 8px;
        background: var(--sunken);
      }
      .facts dt {
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .facts dd {
        display: flex;
        align-items: center;
        gap: 0.375rem;
        color: var(--tone);
        font-size: 1.25rem;
        font-weight: 650;
      }
      h3 {
        margin: 1.5rem 0 0.375rem;
      }
      .points {
        display: grid;
        gap: 0.625rem;
        margin-top: 0.75rem;
      }
      .points li {
        padding-inline-start: 1rem;
        border-inline-start: 3px solid var(--line);
      }
      ol {
        display: grid;
        gap: 0.375rem;
        padding-inline-start: 1.5rem;
        list-style: decimal;
      }
      .table {
        overflow-x: auto;
      }
      table {
        width: 100%;
        margin-top: 0.5rem;
        border-collapse: collapse;
        font-size: 0.875rem;
      }
      th,
      td {
        padding: 0.5rem 0.75rem 0.5rem 0;
        border-top: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      th {
        width: 1%;
        white-space: nowrap;
        font-weight: 600;
      }
      code {
        font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
      }
      .hash {
        display: grid;
        gap: 0.25rem;
        padding: 0.75rem 0;
        border-top: 1px solid var(--line);
        font-size: 0.875rem;
      }
      .hash dl {
        display: grid;
        gap: 0.125rem;
      }
      .hash dt {
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .verdict {
        display: flex;
        align-items: center;
        gap: 0.375rem;
        color: var(--tone);
        font-weight: 600;
      }
      .tried {
        margin-top: 0.75rem;
      }
      @media (max-width: 30rem) {
        table,
        tbody,
        tr,
        th,
        td {
          display: block;
          width: auto;
        }
        td {
          padding-top: 0;
          border-top: 0;
        }
      }
    `,
  ];
  static override properties = {
    context: { attribute: false },
    held: { state: true },
    hashes: { state: true },
    tried: { state: true },
  };

  declare context: Context;
  declare private held: Held | null;
  /** Of the files as they were received; null where none can be computed. */
  declare private hashes: ReadonlyMap<string, string | null>;
  /** The directive that stopped an attempt to send, or that none did. */
  declare private tried: { directive: string | null } | null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.held = null;
    this.hashes = new Map();
    this.tried = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#hash();
    const look = () => void held().then((found) => (this.held = found));
    look();
    this.#timer = setInterval(look, 2000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  async #hash(): Promise<void> {
    for (const [name, response] of loaded) {
      // There is none on plain http.
      const hash = 'subtle' in crypto ? await sha256(await response.clone().arrayBuffer()) : null;
      this.hashes = new Map(this.hashes).set(name, hash);
    }
  }

  #try = async (): Promise<void> => {
    let directive: string | null = null;
    const stopped = (event: SecurityPolicyViolationEvent) => {
      if (event.blockedURI.startsWith(NOWHERE.slice(0, -1))) directive = event.effectiveDirective;
    };
    document.addEventListener('securitypolicyviolation', stopped);
    await fetch(NOWHERE, { method: 'POST', mode: 'no-cors', credentials: 'omit' }).catch(() => undefined);
    // The event may come after the failure.
    await new Promise((resolve) => setTimeout(resolve, 100));
    document.removeEventListener('securitypolicyviolation', stopped);
    this.tried = { directive };
  };

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('context')) this.tried = null;
  }

  protected override render(): TemplateResult {
    const { privacy } = this.context.words;
    return html`
      <div class="intro">
        <h1 tabindex="-1">${privacy.title}</h1>
        <p class="lead">${privacy.lead}</p>
      </div>
      ${this.#renderNow()} ${this.#renderManager()} ${this.#renderTeam()}
    `;
  }

  #renderNow(): TemplateResult {
    const { privacy } = this.context.words;
    const log = requestLog();
    const since = log.filter(({ isLoading }) => !isLoading);
    const foreign = log.filter(({ isOwn }) => !isOwn).length;
    const cookies = this.held?.cookies.length ?? 0;
    const entries = this.held?.entries ?? [];
    const stored = entries.length === 0 ? privacy.nothing : entries.join() === KEY ? privacy.yours : entries.join(', ');
    const fact = (name: string, text: string, good: boolean) =>
      html`<div>
        <dt>${name}</dt>
        <dd class="number ${good ? 'good' : 'watch'}">${toneIcon(good ? 'good' : 'watch')}${text}</dd>
      </div>`;
    return html`<section class="sheet">
      <h2>${privacy.now}</h2>
      <dl class="facts">
        ${fact(privacy.facts.since, privacy.times(since.length), since.length === 0)}
        ${fact(privacy.facts.foreign, privacy.times(foreign), foreign === 0)}
        ${fact(privacy.facts.cookies, privacy.pieces(cookies), cookies === 0)}
        ${fact(privacy.facts.stored, stored, entries.length === 0 || entries.join() === KEY)}
      </dl>
      <p class="note number">${privacy.loading(log.length - since.length)}</p>
      ${
        since.length > 0
          ? html`<h3>${privacy.since}</h3>
              <ul>
                ${since.map(({ address, isOwn }) => html`<li><code>${address}</code> · ${isOwn ? privacy.own : privacy.other}</li>`)}
              </ul>`
          : nothing
      }
    </section>`;
  }

  #renderManager(): TemplateResult {
    const { manager } = this.context.words.privacy;
    return html`<section class="sheet">
      <h2>${manager.title}</h2>
      <ul class="points">
        ${manager.points.map((text) => html`<li>${text}</li>`)}
      </ul>
      <h3>${manager.try}</h3>
      <ol>
        ${manager.steps.map((text) => html`<li>${text}</li>`)}
      </ol>
    </section>`;
  }

  #renderTeam(): TemplateResult {
    const { team } = this.context.words.privacy;
    return html`<section class="sheet">
      <h2>${team.title}</h2>
      <p>${team.network}</p>
      <h3>${team.policy}</h3>
      ${this.#renderPolicy()}
      <h3>${team.tryTitle}</h3>
      <p class="note">${team.tryHelp}</p>
      <button type="button" @click=${this.#try}>${team.tryButton}</button>
      <div role="status">${this.#renderTried()}</div>
      <h3>${team.hashes}</h3>
      <p class="note">${team.hashesHelp}</p>
      ${Object.entries(built).map(([name, hash]) => this.#renderHash(name, hash))}
      <h3>${team.storage}</h3>
      <p class="note">${team.storageHelp}</p>
      ${this.#renderHeld()}
      <p class="note">${team.embed}</p>
    </section>`;
  }

  #renderPolicy(): TemplateResult {
    const { team } = this.context.words.privacy;
    const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
    if (!policy) return html`<p class="problem">${team.noPolicy}</p>`;
    return html`<p class="note">${team.policyHelp}</p>
      <table id="policy">
        <tbody>
          ${policy.split(';').map((directive) => {
            const [name = '', ...values] = directive.trim().split(/\s+/);
            return html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td><code>${values.join(' ')}</code><br />${textFor<string>(team.directives, name) ?? nothing}</td>
            </tr>`;
          })}
        </tbody>
      </table>`;
  }

  #renderTried(): TemplateResult | typeof nothing {
    const { team } = this.context.words.privacy;
    if (!this.tried) return nothing;
    const { directive } = this.tried;
    const tone = directive === null ? 'act' : 'good';
    return html`<p class="tried verdict ${tone}">
      ${toneIcon(tone)}<span>${directive === null ? team.notBlocked : team.blocked(directive)}</span>
    </p>`;
  }

  #renderHash(name: string, asBuilt: string): TemplateResult {
    const { team } = this.context.words.privacy;
    const asLoaded = this.hashes.get(name);
    const verdict =
      asLoaded === undefined
        ? { tone: 'unknown' as const, text: loaded.has(name) ? team.computing : team.notLoaded }
        : asLoaded === null
          ? { tone: 'unknown' as const, text: team.insecure }
          : asLoaded === asBuilt
            ? { tone: 'good' as const, text: team.matches }
            : { tone: 'act' as const, text: team.differs };
    return html`<div class="hash" data-file=${name}>
      <strong>${name}</strong>
      <dl>
        <dt>${team.loaded}</dt>
        <dd><code class="loaded">${asLoaded ?? '—'}</code></dd>
        <dt>${team.built}</dt>
        <dd><code class="built">${asBuilt}</code></dd>
      </dl>
      <span class="verdict ${verdict.tone}">${toneIcon(verdict.tone)}${verdict.text}</span>
    </div>`;
  }

  #renderHeld(): TemplateResult {
    const { privacy } = this.context.words;
    const { cookies, entries, caches } = this.held ?? { cookies: [], entries: [], caches: [] };
    const row = (name: string, found: readonly string[]) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${found.length === 0 ? privacy.nothing : found.map((key) => html`<code>${key}</code> `)}</td>
      </tr>`;
    return html`<table>
      <tbody>
        ${row(privacy.facts.cookies, cookies)} ${row('localStorage, sessionStorage', entries)}
        ${row(privacy.team.caches, caches)}
      </tbody>
    </table>`;
  }
}

customElements.define('tc-privacy-page', TcPrivacyPage);
