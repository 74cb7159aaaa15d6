import { css } from 'lit';

export const styles = css`
  :host {
    border-top: 1px solid var(--line);
  }
  summary,
  .open {
    display: grid;
    grid-template-columns: minmax(7rem, 1fr) minmax(0, auto) 1rem;
    align-items: center;
    gap: 0 0.75rem;
    min-height: 2.75rem;
    padding: 0.5rem 0;
  }
  summary:hover .name {
    color: var(--accent);
  }
  .value {
    font-weight: 600;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .open .value {
    color: var(--muted);
    font-weight: 400;
  }
  .distance {
    grid-column: 1 / 3;
    display: flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--tone, var(--muted));
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  .distance svg {
    flex: none;
    width: 1rem;
    height: 1rem;
  }
  .chevron {
    justify-self: center;
    grid-row: 1;
    grid-column: 3;
  }
  .body {
    display: grid;
    gap: 0.75rem;
    margin-bottom: 0.75rem;
    padding: 0.875rem 1rem;
    border-radius: 8px;
    background: var(--sunken);
    font-size: 0.875rem;
  }
  .why {
    grid-column: 1 / 3;
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.6;
  }
`;
