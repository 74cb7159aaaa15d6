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
  dd {
    overflow-wrap: anywhere;
  }
`;
