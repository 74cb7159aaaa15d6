import { css, unsafeCSS } from 'lit';
import tokens from '../tokens.css?inline';

/**
 * The frame stands between the page and everything inside: what the page says of fonts, colours, spacing or cases ends
 * here. Only whether it is to be seen and to be used is still the page's to say.
 */
export const styles = [
  css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
    .tc-frame {
      all: initial;
      direction: ltr;
      unicode-bidi: normal;
      display: block;
      visibility: inherit;
      pointer-events: inherit;
      box-sizing: border-box;
    }
  `,
  unsafeCSS(tokens),
  css`
    .tc-frame {
      --rem: var(--trade-credit-font-size, 16px);
      padding: calc(1rem * var(--trade-credit-spacing, 1));
      border-radius: var(--trade-credit-radius, 12px);
      background: var(--trade-credit-background, var(--page));
      color: var(--ink);
      font: 1rem/1.6 var(--trade-credit-font, var(--font));
    }
    .tc-frame > * {
      font-family: inherit;
    }
    .waiting {
      min-height: 12rem;
    }
    .blocked {
      display: grid;
      gap: 0.5rem;
      padding: 1rem;
      border: 1px solid var(--line);
      border-radius: 8px;
      background: var(--sheet);
    }
    .blocked strong {
      color: var(--act);
    }
    a {
      color: var(--accent);
    }
    .note {
      margin-top: 1rem;
      color: var(--muted);
      font-size: 0.8125rem;
    }
    /* Never seen: it takes on the embedder's colour and those it will stand on, and tells when the former changes. */
    .probe {
      position: absolute;
      visibility: hidden;
      width: 0;
      height: 0;
      border-color: var(--page);
      outline-color: var(--sunken);
      background: var(--sheet);
      color: var(--trade-credit-accent, transparent);
      color: color-mix(in srgb, var(--trade-credit-accent, transparent) 100%, transparent 0%);
      transition: color 1ms !important;
    }
  `,
];
