import { css } from 'lit';

/** Of what is shown only once something was typed. */
export const resultStyles = css`
  .onward li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1rem;
    padding: 0.75rem 0;
    border-top: 1px solid var(--line);
  }
  .onward a {
    padding: 0.125rem 0;
    color: var(--accent);
    font-weight: 600;
    text-underline-offset: 0.2em;
  }
  .onward span,
  .onward p {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .onward p {
    grid-column: 1 / -1;
  }

  .verdict {
    display: grid;
    gap: 0.75rem;
  }
  .verdict .label {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .verdict .value {
    font-size: clamp(1.75rem, 0.9rem + 4cqi, 3.25rem);
    font-weight: 650;
    line-height: 1.1;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
  }
  .verdict .status {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    color: var(--tone);
    font-size: clamp(1.5rem, 1.3rem + 1cqi, 1.875rem);
    font-weight: 700;
    line-height: 1.25;
  }
  .verdict .status svg {
    width: 2.25rem;
    height: 2.25rem;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.1875rem 0.75rem 0.1875rem 0.5rem;
    border-radius: 999px;
    background: var(--tone-soft);
    color: var(--tone);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .pill svg {
    width: 1.125rem;
    height: 1.125rem;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 2rem;
  }
  .facts dt {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .facts dd {
    font-weight: 600;
  }
  .facts small {
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }
  .results .sheet > h2:has(+ .notice) {
    margin-bottom: 0.375rem;
  }
  .sheet > h2 + .notice {
    margin-bottom: 0.875rem;
  }
  .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 1.5rem;
    border-color: transparent;
    background: var(--accent-soft);
  }
  .results .next h2 {
    margin: 0;
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 400;
  }
  .next strong {
    display: block;
    font-size: 1.125rem;
  }
  .next small {
    color: var(--muted);
    font-size: 0.875rem;
  }

  /* The self-check: its alarms, and what to do in order. */
  .triggers {
    color: var(--muted);
    font-size: 0.9375rem;
  }
  .triggers strong {
    color: var(--ink);
    font-weight: 600;
  }
  .actions > li {
    display: grid;
    grid-template-columns: 1.5rem minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
    padding: 0.875rem 0;
    border-top: 1px solid var(--line);
  }
  .actions > li > svg {
    color: var(--tone);
    margin-top: 0.125rem;
  }
  .actions .when {
    margin-inline-start: 0.5rem;
    color: var(--tone);
    font-size: 0.8125rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .actions p {
    font-size: 0.9375rem;
  }
  .actions .clear {
    font-weight: 600;
  }
  .actions .rule {
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.55;
  }
  .actions + h3 {
    margin: 1.25rem 0 0.5rem;
    color: var(--muted);
    font-size: 0.875rem;
  }

  .bar {
    position: fixed;
    inset: auto 0 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 3.5rem;
    padding: 0.5rem 1rem calc(0.5rem + env(safe-area-inset-bottom));
    border-top: 1px solid var(--line-strong);
    background: var(--sheet);
  }
  .bar .tone {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    flex: 1;
    min-width: 0;
    color: var(--tone);
    font-weight: 650;
  }
  .bar .tone svg {
    flex: none;
  }
  .bar .tone span {
    line-height: 1.3;
  }
  .bar button {
    flex: none;
  }

  @media (min-width: 62rem) {
    .bar {
      inset: auto 1.5rem 1.5rem auto;
      border: 1px solid var(--line-strong);
      border-radius: 12px;
      box-shadow: 0 6px 24px rgb(0 0 0 / 0.14);
    }
  }

  .more summary {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 2.75rem;
    font-weight: 600;
  }
`;
