import { svg, html, type TemplateResult } from 'lit';
import type { Severity } from '../../engine';

/** How a thing stands. Each has its own shape and word besides its colour. */
export type Tone = 'act' | 'watch' | 'good' | 'info' | 'unknown';

export const toneOf: Readonly<Record<Severity, Tone>> = {
  critical: 'act',
  warning: 'watch',
  info: 'info',
  good: 'good',
};

const bang = svg`<path d="M12 7v6" /><path d="M12 16.6v.01" />`;
const marks = {
  act: svg`<path class="shape" d="M8.2 2.5h7.6l5.7 5.7v7.6l-5.7 5.7H8.2l-5.7-5.7V8.2z" />${bang}`,
  watch: svg`<path class="shape" d="M12 2.8 22 20.5H2z" /><path d="M12 9v5" /><path d="M12 17.4v.01" />`,
  good: svg`<circle class="shape" cx="12" cy="12" r="9.5" /><path d="m7.8 12.3 3 3 5.4-6" />`,
  info: svg`<rect class="shape" x="3" y="3" width="18" height="18" rx="4" /><path d="M12 11v6" /><path d="M12 7.4v.01" />`,
  unknown: svg`<circle class="shape" cx="12" cy="12" r="9.5" stroke-dasharray="3.4 3.4" /><path d="M9.4 9.6c0-3.6 5.4-3.4 5.2-.2-.1 1.9-2.5 2-2.6 4.4" /><path d="M12 16.9v.01" />`,
} satisfies Record<Tone, TemplateResult<2>>;

/** The marks of a tone inside a 24 × 24 box, for use in a drawing of one's own. */
export const toneMark = (tone: Tone): TemplateResult<2> => marks[tone];

/** Decoration beside a word that says the same. */
export const toneIcon = (tone: Tone): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${marks[tone]}
  </svg>`;
