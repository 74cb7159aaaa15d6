import { css } from 'lit';

export const styles = css`
  .group + .group {
    margin-top: 1.5rem;
  }
  .group h3 {
    margin-bottom: 0.25rem;
    color: var(--muted);
    font-size: 0.875rem;
  }
  @media print {
    tc-figure {
      break-inside: avoid;
    }
    .group h3 {
      break-after: avoid;
    }
  }
  details {
    margin-top: 1.5rem;
    border-top: 1px solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 2.75rem;
    padding-inline-end: 0.25rem;
    color: var(--accent);
  }
  li {
    padding: 0.625rem 0;
    font-size: 0.9375rem;
  }
  .names {
    color: var(--muted);
    font-size: 0.875rem;
  }
`;
