import { css } from 'lit';

export const styles = css`
  .list {
    display: grid;
    gap: 0.75rem;
  }
  .finding {
    display: grid;
    gap: 0.5rem;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--sheet);
  }
  @media print {
    .finding {
      break-inside: avoid;
    }
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 0.75rem;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.125rem 0.625rem 0.125rem 0.375rem;
    border-radius: 999px;
    background: var(--tone-soft);
    color: var(--tone);
    font-size: 0.8125rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .badge svg {
    width: 1.125rem;
    height: 1.125rem;
  }
  .now {
    font-weight: 600;
  }
  /* A figure stays on one line, a question may not fit. */
  .now.number {
    white-space: nowrap;
  }
  .distance,
  .rule {
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.55;
  }
  .means,
  .todo {
    font-size: 0.9375rem;
    line-height: 1.6;
  }
  .clear {
    padding: 0.5rem 0.75rem;
    border-radius: 6px;
    background: var(--accent-soft);
    font-weight: 600;
    font-size: 0.9375rem;
  }
`;
