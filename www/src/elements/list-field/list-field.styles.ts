import { css } from 'lit';

export const styles = css`
  legend {
    padding: 0;
    font-weight: 600;
  }
  .help {
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .rows {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.375rem;
  }
  .row {
    display: flex;
    align-items: end;
    gap: 0.5rem;
  }
  .row.wide {
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .cells {
    flex: 1;
    min-width: 0;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr));
    gap: 0.5rem;
    align-items: start;
  }
  .remove {
    flex: none;
    width: 2.75rem;
    padding: 0;
    border-color: transparent;
    background: transparent;
    color: var(--muted);
    font-size: 1.25rem;
    line-height: 1;
  }
  .add {
    margin-top: 0.5rem;
    padding-inline: 0.75rem;
  }
`;
