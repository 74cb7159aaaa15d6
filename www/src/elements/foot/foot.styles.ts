import { css } from 'lit';

export const styles = css`
  footer {
    border-top: 1px solid var(--line);
    background: var(--sheet);
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.7;
  }
  .inner {
    display: grid;
    gap: 0.75rem;
    max-width: 78rem;
    margin: 0 auto;
    padding: 1.75rem 1rem 6rem;
  }
  strong {
    color: var(--ink);
    font-weight: 600;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  .facts span,
  details p {
    overflow-wrap: anywhere;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 1.75rem;
  }
  a {
    padding: 0.25rem 0;
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  p {
    max-width: 60rem;
  }
  @media (min-width: 48rem) {
    .inner {
      padding: 1.75rem 1.5rem 6rem;
    }
  }
  @media print {
    a,
    #requests,
    details:not([open]) {
      display: none;
    }
    .inner {
      padding-bottom: 0;
    }
  }
`;
