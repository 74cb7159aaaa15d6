import { css } from 'lit';

/** What the pages that are no calculators have in common. */
export const pageStyles = css`
  :host {
    max-width: 60rem;
    margin: 0 auto;
  }
  .intro {
    padding: 1.5rem 0 1.75rem;
  }
  h1 {
    font-size: clamp(1.625rem, 1.2rem + 1.8vw, 2.125rem);
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h1:focus {
    outline: 0;
  }
  .lead {
    margin-top: 0.625rem;
    color: var(--muted);
    font-size: 1.0625rem;
  }
  .sheet {
    margin-bottom: 1.25rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--sheet);
  }
  h2 {
    font-size: 1.125rem;
  }
  .sheet > h2 {
    margin-bottom: 0.5rem;
  }
  .note {
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.55;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .problem {
    margin-top: 0.75rem;
    padding: 0.75rem 1rem;
    border-radius: 8px;
    background: var(--act-soft);
    color: var(--act);
    font-size: 0.9375rem;
  }
  .told {
    margin-top: 0.75rem;
    padding: 0.5rem 1rem;
    border-radius: 8px;
    background: var(--accent-soft);
    font-size: 0.9375rem;
  }
  @media (min-width: 48rem) {
    .sheet {
      padding: 1.75rem;
    }
  }
  @media print {
    .intro {
      padding-top: 0;
    }
    .sheet {
      padding: 0.5rem 0;
      border: 0;
    }
  }
`;
