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
    width: min(27rem, 100%);
    max-height: calc(100vh - 8rem);
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: var(--sheet);
    box-shadow: 0 12px 32px rgb(0 0 0 / 0.18);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .panel section {
    padding: 0.5rem 0;
  }
  .panel section + section {
    border-top: 1px solid var(--line);
  }
  .panel h2 {
    padding: 0.375rem 0.75rem 0.125rem;
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .item {
    display: block;
    width: 100%;
    min-height: 2.75rem;
    padding: 0.375rem 0.75rem;
    border: 0;
    background: none;
    text-align: start;
  }
  .item[disabled] {
    cursor: default;
  }
  .item strong {
    display: block;
    font-weight: 600;
  }
  .item[disabled] strong {
    color: var(--muted);
  }
  .item small,
  .note {
    display: block;
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.45;
  }
  .note {
    padding: 0 0.75rem;
  }
  .danger strong {
    color: var(--act);
  }
  .check {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr);
    gap: 0 0.625rem;
    align-items: start;
    padding: 0.5rem 0.75rem;
    font-weight: 600;
    cursor: pointer;
  }
  .check input {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0.125rem 0 0;
    accent-color: var(--accent);
  }
  .check small {
    grid-column: 2;
    color: var(--muted);
    font-weight: 400;
    font-size: 0.8125rem;
    line-height: 1.45;
  }
  .ask {
    padding: 1rem 1.25rem;
  }
  .ask section {
    display: grid;
    gap: 0.625rem;
    padding: 0;
  }
  .ask h2 {
    padding: 0;
    color: var(--ink);
    font-size: 1.0625rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .buttons .danger {
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
  .news,
  .problem,
  .other {
    flex: 1 0 100%;
  }
  .told,
  .problem,
  .other {
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
