import { css } from 'lit';

export const styles = css`
  h4 {
    margin: 0 0 0.375rem;
    font-size: 0.875rem;
  }
  dl {
    display: grid;
    gap: 0.5rem;
    font-size: 0.875rem;
    line-height: 1.55;
  }
  dt {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .long {
    max-height: 8rem;
    padding: 0.5rem 0.625rem;
    border: 1px solid var(--line);
    border-radius: 6px;
    overflow-y: auto;
  }
  @media print {
    .long {
      max-height: none;
    }
  }
  dd {
    overflow-wrap: anywhere;
  }
`;
