import { css } from 'lit';

export const styles = css`
  dialog {
    width: min(40rem, calc(100vw - 2rem));
    max-height: calc(100vh - 3rem);
    padding: 1.25rem;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: var(--sheet);
    color: var(--ink);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 1rem;
  }
  h2 {
    font-size: 1.25rem;
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: 0;
  }
  h3 {
    margin-top: 1.25rem;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
    gap: 0.75rem 1rem;
    margin: 1rem 0 1.25rem;
  }
  dt,
  .help {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  dd {
    font-weight: 600;
  }
  tc-bars-chart {
    margin-top: 1.5rem;
  }
  .carry {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.625rem;
  }
`;
