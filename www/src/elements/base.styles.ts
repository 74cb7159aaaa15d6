import { css } from 'lit';

/** What every shadow root starts from. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3 {
    font-size: 1rem;
    font-weight: 650;
    line-height: 1.4;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  .number {
    font-variant-numeric: tabular-nums;
    font-feature-settings: 'tnum';
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .act {
    --tone: var(--act);
    --tone-soft: var(--act-soft);
  }
  .watch {
    --tone: var(--watch);
    --tone-soft: var(--watch-soft);
  }
  .good {
    --tone: var(--good);
    --tone-soft: var(--good-soft);
  }
  .info {
    --tone: var(--info);
    --tone-soft: var(--info-soft);
  }
  .unknown {
    --tone: var(--unknown);
    --tone-soft: var(--unknown-soft);
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

export const buttons = css`
  button {
    min-height: 2.75rem;
    padding: 0.375rem 1rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
    color: var(--ink);
    cursor: pointer;
    transition: background-color 120ms;
  }
  button:hover {
    background: var(--sunken);
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  button.plain {
    border-color: transparent;
    background: transparent;
    color: var(--accent);
  }
  button.plain:hover {
    background: var(--accent-soft);
  }
  button.link {
    min-height: 1.5rem;
    padding: 0 0.125rem;
    border: 0;
    background: none;
    color: var(--accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button.link + button.link {
    margin-inline-start: 0.5rem;
  }
`;

/** A disclosure with a drawn triangle, the same in every browser. */
export const disclosure = css`
  summary {
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .chevron {
    flex: none;
    width: 0.5rem;
    height: 0.5rem;
    border: solid var(--muted);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
    transition: transform 120ms;
  }
  details[open] > summary .chevron {
    transform: rotate(225deg);
  }
  @media print {
    .chevron {
      display: none;
    }
  }
`;
