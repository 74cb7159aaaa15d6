import hashes from 'virtual:wasm-hashes';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import { addressOf, isPage } from '../../places';
import { base, disclosure } from '../base.styles';
import { styles } from './foot.styles';

/** The pages that stand at the foot of the others. */
const links = ['policy', 'privacy', 'embed'];

/** The foot of the page: what becomes of the figures typed, what they are judged by, and what this build is. */
export class TcFoot extends LitElement {
  static override styles = [base, disclosure, styles];
  static override properties = { context: { attribute: false }, requests: { type: Number } };

  declare context: Context;
  /** How much was asked of the network since the page is there. */
  declare requests: number;

  protected override render(): TemplateResult {
    const { words, engine, policyMark: policy } = this.context;
    const { shell, places } = words;
    const pages = links.filter(isPage);
    return html`<footer>
      <div class="inner">
        <p class="facts">
          <strong>${shell.privacy}</strong> <span class="number" id="requests">${shell.requests(this.requests)}</span>
        </p>
        ${pages.length > 0 ? html`<p class="facts">${pages.map((page) => html`<a href=${this.context.addressOf?.(page) ?? nothing}>${places[page] ?? addressOf(page)}</a>`)}</p>` : nothing}
        <p>${shell.disclaimer}</p>
        <p class="facts number">
          <span>${shell.version} ${engine.version}</span>
          ${policy ? html`<span>${shell.policy} ${policy.name} · ${policy.hash}</span>` : nothing}
        </p>
        <details>
          <summary>SHA-256<span class="chevron"></span></summary>
          ${Object.entries(hashes).map(([name, hash]) => html`<p class="number">${name} SHA-256 ${hash}</p>`)}
        </details>
      </div>
    </footer>`;
  }
}

customElements.define('tc-foot', TcFoot);

declare global {
  interface HTMLElementTagNameMap {
    'tc-foot': TcFoot;
  }
}
