import { css } from 'lit';

export const styles = css`
  h2 {
    font-size: 1.125rem;
  }
  .help {
    color: var(--muted);
    font-size: 0.875rem;
  }
  ul {
    margin: 0.75rem 0;
  }
  li {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.5rem 0;
    border-top: 1px solid var(--line);
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 2.75rem;
    color: var(--accent);
  }
  .scroll {
    max-height: 24rem;
    margin-bottom: 0.75rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 0.375rem 0.625rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  th {
    background: var(--sunken);
  }
  .line {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  button {
    display: block;
    margin-top: 0.75rem;
  }
`;
