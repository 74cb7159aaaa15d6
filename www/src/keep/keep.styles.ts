import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75rem;
    min-height: 2.75rem;
  }
  .stamp {
    flex: 1 1 12rem;
    min-width: 0;
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .stamp a {
    display: inline-block;
    min-height: 1.5rem;
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .stamp .changes {
    color: var(--accent);
    font-weight: 600;
  }
  .opener {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    padding-inline: 0.75rem;
  }
  .opener[aria-expanded='true'] .chevron {
    transform: rotate(225deg);
  }
  .dot {
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--good);
  }
  .panel {
    position: absolute;
    inset: calc(100% + 0.25rem) 0 auto auto;
    z-index: 3;
    display: grid;
    width: min(26rem, 100%);
    max-height: min(38rem, 80vh);
    padding: 0.5rem 1.25rem 1.25rem;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: var(--sheet);
    box-shadow: 0 12px 32px rgb(0 0 0 / 0.18);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .panel section {
    display: grid;
    gap: 0.625rem;
    padding: 0.875rem 0;
  }
  .panel section + section {
    border-top: 1px solid var(--line);
  }
  h2 {
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .panel.ask h2 {
    color: var(--ink);
    font-size: 1.0625rem;
  }
  .item p,
  .note {
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  .item {
    display: grid;
    gap: 0.125rem;
    justify-items: start;
  }
  .check {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    min-height: 2.75rem;
    font-weight: 600;
    cursor: pointer;
  }
  .check input {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  button.danger {
    border-color: var(--act);
    color: var(--act);
  }
  .by-hand {
    width: 100%;
    min-height: 2.75rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--sheet);
  }
  .told,
  .problem,
  .other {
    flex: 1 0 100%;
    margin-top: 0.5rem;
    padding: 0.5rem 0.875rem;
    border-radius: 8px;
    background: var(--accent-soft);
    color: var(--ink);
    font-size: 0.9375rem;
  }
  .problem {
    background: var(--act-soft);
    color: var(--act);
  }
  .other {
    display: grid;
    gap: 0.5rem;
    padding: 0.875rem;
    background: var(--watch-soft);
  }
  .head {
    display: none;
  }
  @media (max-width: 30rem) {
    .panel {
      width: 100%;
    }
  }
  @media print {
    :host {
      display: block;
      min-height: 0;
    }
    :host > :not(.head) {
      display: none;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.5rem;
      padding: 0.5rem 0 0.75rem;
      color: var(--muted);
      font-size: 0.8125rem;
    }
  }
`;
