import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { Reject } from '../../ledger/engine';
import { csvOf, download } from '../../ledger/csv';
import { textFor } from '../../words';
import { base, buttons, disclosure } from '../base.styles';
import { styles } from './rejects.styles';

/** So many are shown; the file has all that were kept. */
const SHOWN = 100;

const found = new WeakMap<readonly Reject[], number>();

/** How many amounts can be read in two ways, by the engine's own word. */
export function ambiguousAmounts({ engine }: Context, rejects: readonly Reject[]): number {
  const isAmbiguous = ({ code, field, text }: Reject): boolean => {
    if (code !== 'not_a_number' || !['amount', 'open', 'paid', 'limit'].includes(field ?? '')) return false;
    const read = engine.parseAmount(text, '');
    return read.kind === 'issues' && read.issues.some(({ allowed }) => (allowed?.length ?? 0) > 1);
  };
  const count = found.get(rejects) ?? rejects.filter(isAmbiguous).length;
  found.set(rejects, count);
  return count;
}

/**
 * The rows that could not be read: how many for which reason, each with its line and what stands there.
 */
export class TcRejects extends LitElement {
  static override styles = [base, buttons, disclosure, styles];
  static override properties = {
    context: { attribute: false },
    rejects: { attribute: false },
    total: { type: Number },
    file: {},
  };

  declare context: Context;
  /** Those that were kept. */
  declare rejects: readonly Reject[];
  declare total: number;
  /** The name of the file they are from. */
  declare file: string;

  #reason({ code, field }: Reject): string {
    const { rejects, columns } = this.context.words.ledger.report;
    const reason = textFor<string>(rejects.reasons, code) ?? code;
    return field === null ? reason : rejects.of(textFor<string>(columns.names, field) ?? field, reason);
  }

  #save = (): void => {
    const { rejects } = this.context.words.ledger.report;
    const rows = this.rejects.map((reject) => [String(reject.line), this.#reason(reject), reject.text]);
    download(csvOf([[rejects.line, rejects.reason, rejects.text], ...rows]), rejects.fileName(this.file));
  };

  protected override render(): TemplateResult {
    const { words, format } = this.context;
    const { rejects } = words.ledger.report;
    const number = (value: number) => format.figure('number', String(value));
    const byReason = new Map<string, number>();
    for (const reject of this.rejects) {
      const reason = this.#reason(reject);
      byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
    }
    return html`
      <h2>${rejects.title(number(this.total))}</h2>
      <p class="help">${rejects.help}</p>
      <ul>
        ${[...byReason].sort(([, a], [, b]) => b - a).map(([reason, count]) => html`<li><span>${reason}</span><span class="number">${number(count)}</span></li>`)}
      </ul>
      ${this.total > this.rejects.length ? html`<p class="help">${rejects.kept(number(this.rejects.length))}</p>` : nothing}
      <details>
        <summary><span>${rejects.show}</span><span class="chevron"></span></summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${rejects.show}>
          <table>
            <thead>
              <tr>
                <th scope="col" class="line">${rejects.line}</th>
                <th scope="col">${rejects.reason}</th>
                <th scope="col">${rejects.text}</th>
              </tr>
            </thead>
            <tbody>
              ${this.rejects.slice(0, SHOWN).map(
                (reject) =>
                  html`<tr>
                    <td class="line">${number(reject.line)}</td>
                    <td>${this.#reason(reject)}</td>
                    <td class="text">${reject.text}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${this.rejects.length > SHOWN ? html`<p class="help">${rejects.shown(number(SHOWN))}</p>` : nothing}
      </details>
      <button type="button" @click=${this.#save}>${rejects.save}</button>
    `;
  }
}

customElements.define('tc-rejects', TcRejects);

declare global {
  interface HTMLElementTagNameMap {
    'tc-rejects': TcRejects;
  }
}
