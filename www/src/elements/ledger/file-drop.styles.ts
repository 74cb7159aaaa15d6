import { css } from 'lit';

export const styles = css`
  .drop {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 2rem 1rem;
    border: 2px dashed var(--line-strong);
    border-radius: 12px;
    background: var(--sheet);
    text-align: center;
  }
  .drop.over {
    border-style: solid;
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  svg {
    fill: none;
    stroke: var(--line-strong);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .arrow {
    stroke: var(--accent);
    stroke-width: 2.5;
  }
  .title {
    font-size: 1.125rem;
    font-weight: 600;
  }
  .choose {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 2.75rem;
    padding: 0.375rem 1.25rem;
    border-radius: 8px;
    background: var(--accent);
    color: var(--accent-ink);
    cursor: pointer;
  }
  .choose:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .help {
    max-width: 38rem;
    color: var(--muted);
    font-size: 0.875rem;
  }
`;
