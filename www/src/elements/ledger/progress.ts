import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { Progress } from '../../ledger/messages';
import { base, buttons } from '../base.styles';

/**
 * How far a file is read.
 *
 * @fires tc-cancel - reading is to stop
 */
export class TcLedgerProgress extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .body {
        display: grid;
        gap: 0.75rem;
      }
      progress {
        width: 100%;
        height: 0.75rem;
        border: 0;
        border-radius: 6px;
        overflow: hidden;
        background: var(--line);
        accent-color: var(--accent);
        appearance: none;
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
        color: var(--muted);
      }
      button {
        justify-self: start;
      }
      @media (forced-colors: active) {
        progress {
          appearance: auto;
        }
      }
    `,
  ];
  static override properties = { context: { attribute: false }, progress: { attribute: false }, name: {} };

  declare context: Context;
  declare progress: Progress | null;
  /** Of the file. */
  declare name: string;

  protected override render(): TemplateResult {
    const { words, format } = this.context;
    const { reading } = words.ledger.report;
    const { progress } = this;
    const count = (value: number) => format.figure('number', String(value));
    return html`<div class="body">
      <h2>${reading.title(this.name)}</h2>
      <progress
        aria-label=${reading.title(this.name)}
        max="1"
        .value=${progress ? progress.bytes / progress.size : 0}
      ></progress>
      <p class="facts number">
        ${
          progress
            ? html`<span>${reading.rows(count(progress.rows))}</span>
                ${progress.rejected > 0 ? html`<span>${reading.rejected(count(progress.rejected))}</span>` : nothing}
                <span>${reading.left(progress.secondsLeft === null ? null : Math.ceil(progress.secondsLeft))}</span>`
            : html`<span>${reading.begins}</span>`
        }
      </p>
      <button type="button" @click=${() => this.dispatchEvent(new Event('tc-cancel'))}>${reading.cancel}</button>
    </div>`;
  }
}

customElements.define('tc-ledger-progress', TcLedgerProgress);

declare global {
  interface HTMLElementTagNameMap {
    'tc-ledger-progress': TcLedgerProgress;
  }
}
