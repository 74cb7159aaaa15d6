import { LitElement, html, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import { base, buttons } from '../base.styles';
import { styles } from './file-drop.styles';

/** Fired when a file is chosen or dropped. */
export class FileEvent extends CustomEvent<{ file: File }> {
  constructor(file: File) {
    super('tc-file', { detail: { file }, bubbles: true, composed: true });
  }
}

/**
 * Takes one file, by drag and drop or by choosing it.
 *
 * @fires tc-file - the file
 */
export class TcFileDrop extends LitElement {
  static override styles = [base, buttons, styles];
  static override properties = { context: { attribute: false }, isOver: { state: true } };

  declare context: Context;
  declare private isOver: boolean;

  constructor() {
    super();
    this.isOver = false;
  }

  override focus(): void {
    this.shadowRoot?.querySelector('input')?.focus();
  }

  #take(file: File | undefined): void {
    if (file) this.dispatchEvent(new FileEvent(file));
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#take(input.files?.[0]);
    // The same file may be chosen again, after it was corrected.
    input.value = '';
  };

  #over = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    this.#take(event.dataTransfer?.files[0]);
  };

  protected override render(): TemplateResult {
    const { file } = this.context.words.ledger.report;
    return html`<div
      class="drop ${this.isOver ? 'over' : ''}"
      @dragover=${this.#over}
      @dragleave=${() => (this.isOver = false)}
      @drop=${this.#dropped}
    >
      <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
        <path d="M12 6h16l9 9v27H12zM28 6v9h9" />
        <path class="arrow" d="M24 35V22m-6 6 6-6 6 6" />
      </svg>
      <p class="title">${file.drop}</p>
      <label class="choose"
        >${file.choose}
        <input
          class="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          @change=${this.#chosen}
      /></label>
      <p class="help">${file.help}</p>
    </div>`;
  }
}

customElements.define('tc-file-drop', TcFileDrop);

declare global {
  interface HTMLElementTagNameMap {
    'tc-file-drop': TcFileDrop;
  }
  interface HTMLElementEventMap {
    'tc-file': FileEvent;
  }
}
