import { html, type TemplateResult } from 'lit';
import type { Context } from '../context';
import type { CalculatorId } from '../engine';
import { fieldLabel } from '../labels';

/** Fired when a visitor asks to be taken to a field. */
export class GoEvent extends CustomEvent<{ path: string }> {
  constructor(path: string) {
    super('tc-go', { detail: { path }, bubbles: true, composed: true });
  }
}

/** The labels of fields, each leading to its field. */
export const fieldLinks = (context: Context, calculator: CalculatorId, paths: readonly string[]): TemplateResult[] =>
  paths.map(
    (path) =>
      html`<button
        type="button"
        class="link"
        @click=${(event: Event) => event.currentTarget?.dispatchEvent(new GoEvent(path))}
      >
        ${fieldLabel(context, calculator, path)}
      </button>`,
  );

declare global {
  interface HTMLElementEventMap {
    'tc-go': CustomEvent<{ path: string }>;
  }
}
