import { css } from 'lit';

export const styles = css`
  .options,
  .option {
    display: grid;
    gap: 1rem;
  }
  .option {
    gap: 0.25rem;
  }
  .option label,
  legend,
  summary {
    font-weight: 600;
  }
  .help {
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.5;
  }
  select,
  input[type='text'] {
    width: 100%;
    min-height: 2.75rem;
    padding: 0 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
  }
  input[type='color'] {
    width: 4rem;
    height: 2.75rem;
    padding: 0.25rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .option .tick {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-height: 2.25rem;
    font-weight: 400;
  }
  .error {
    color: var(--act);
    font-size: 0.875rem;
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    min-height: 2.75rem;
  }
  summary .chosen {
    margin-inline-start: auto;
    color: var(--muted);
    font-size: 0.875rem;
    font-weight: 400;
  }
  .code {
    position: relative;
    margin: 0.5rem 0 1rem;
  }
  pre {
    margin: 0;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--sunken);
    font:
      0.8125rem/1.6 ui-monospace,
      Menlo,
      Consolas,
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .code button {
    min-height: 2.25rem;
    margin-top: 0.5rem;
  }
  .results trade-credit {
    border: 1px solid var(--line);
    border-radius: 12px;
  }
  h3 {
    margin-top: 1rem;
  }
  a {
    color: var(--accent);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.5rem;
    margin-top: 1rem;
  }
`;
