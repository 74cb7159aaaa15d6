import { css } from 'lit';

export const styles = css`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .stage:focus {
    outline: 0;
  }
  h2 {
    margin-bottom: 0.5rem;
    font-size: 1.125rem;
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 1rem;
  }
  .buttons button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  tc-ledger-columns {
    margin: 1rem 0;
  }
  .stage > tc-field {
    max-width: 20rem;
  }
  .hint li {
    padding: 0.625rem 0;
    border-top: 1px solid var(--line);
  }
  .read {
    display: grid;
    gap: 0.75rem 2rem;
  }
  .read .buttons {
    margin-top: 0;
    align-content: start;
  }
  .read .notice {
    margin-top: 0.25rem;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .asked {
    display: flex;
    gap: 0.5rem;
    margin-top: 0.75rem;
    padding: 0.625rem 0.875rem;
    border-radius: 8px;
    background: var(--watch-soft);
    color: var(--watch);
    font-size: 0.9375rem;
  }
  .asked svg,
  .trouble svg {
    flex: none;
    margin-top: 0.125rem;
  }
  .trouble {
    display: flex;
    gap: 0.625rem;
    padding: 1rem;
    border: 1px solid var(--act);
    border-radius: var(--radius);
    background: var(--act-soft);
    color: var(--act);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .tabs button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 650;
  }
  @media (min-width: 48rem) {
    .read {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
  @media print {
    .buttons,
    .tabs {
      display: none;
    }
  }
`;
