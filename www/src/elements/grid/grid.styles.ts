import { css } from 'lit';

export const styles = css`
  dialog {
    display: none;
    width: min(78rem, calc(100vw - 2rem));
    max-width: none;
    height: min(48rem, calc(100vh - 2rem));
    max-height: none;
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: var(--sheet);
    color: var(--ink);
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.875rem 1.25rem;
  }
  header p {
    flex: 1;
    color: var(--muted);
    font-size: 0.875rem;
  }
  .scroll {
    overflow: auto;
    border-block: 1px solid var(--line);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  thead {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--sunken);
  }
  th {
    padding: 0.5rem;
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }
  tbody th {
    min-width: 2.5rem;
    text-align: end;
    font-weight: 400;
  }
  td {
    padding: 0;
    border: 1px solid var(--line);
  }
  thead td {
    border: 0;
  }
  input {
    display: block;
    width: 100%;
    min-width: 6.5rem;
    min-height: 2.25rem;
    padding: 0 0.5rem;
    border: 0;
    border-radius: 0;
    outline-offset: -2px;
    background: transparent;
    font-size: 0.9375rem;
  }
  input.figure {
    text-align: end;
  }
  input[aria-invalid='true'] {
    background: var(--act-soft);
    box-shadow: inset 0 -2px 0 var(--act);
  }
  .remove {
    width: 2.25rem;
    min-height: 2.25rem;
    padding: 0;
    border: 0;
    color: var(--muted);
    font-size: 1.125rem;
  }
  .says {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    flex: 1;
    min-height: 1.5rem;
    font-size: 0.9375rem;
  }
  .error {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--act);
  }
`;
