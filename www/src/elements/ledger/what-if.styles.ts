import { css } from 'lit';

export const styles = css`
  h2 {
    font-size: 1.125rem;
  }
  .help {
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .day {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: 0.75rem 2rem;
    align-items: end;
    margin: 1rem 0;
  }
  .slider {
    display: block;
    color: var(--muted);
    font-size: 0.875rem;
  }
  .slider input {
    display: block;
    width: 100%;
    min-height: 2.75rem;
    margin: 0;
    accent-color: var(--accent);
  }
  details {
    border-top: 1px solid var(--line);
  }
  details > :last-child {
    margin-bottom: 1rem;
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 3rem;
    margin: 0 !important;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-height: 2.75rem;
    font-weight: 600;
  }
  .check input {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: 1rem 1.25rem;
    align-items: end;
    margin-top: 1rem;
  }
  textarea {
    display: block;
    width: 100%;
    margin-top: 0.375rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
    color: var(--ink);
    font: inherit;
    resize: vertical;
  }
  .stale {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-top: 0.75rem;
    padding: 0.75rem 1rem;
    border-radius: 8px;
    background: var(--watch-soft);
    color: var(--watch);
  }
  .error {
    margin-top: 0.375rem;
    color: var(--act);
    font-size: 0.875rem;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
