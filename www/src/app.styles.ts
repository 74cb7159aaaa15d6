import { css } from 'lit';

export const styles = css`
  :host {
    min-height: 100vh;
    background: var(--page);
    color: var(--ink);
  }
  .inner {
    max-width: 78rem;
    margin: 0 auto;
    padding: 0 1rem;
  }
  .skip {
    position: absolute;
    inset: 0.5rem auto auto 0.5rem;
    z-index: 3;
    padding: 0.75rem 1rem;
    border: 0;
    border-radius: 8px;
    background: var(--accent);
    color: var(--accent-ink);
  }
  .skip:not(:focus) {
    transform: translateY(-200%);
  }
  header {
    border-bottom: 1px solid var(--line);
    background: var(--sheet);
  }
  header .inner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    flex: 1 1 0;
    min-width: 0;
    min-height: 3.5rem;
    padding: 0.25rem 0;
    color: inherit;
    font-size: 0.9375rem;
    font-weight: 700;
    line-height: 1.25;
    text-decoration: none;
  }
  .brand svg {
    flex: none;
  }
  .brand .tile {
    fill: var(--accent);
  }
  .brand .line {
    fill: none;
    stroke: var(--accent-ink);
    stroke-width: 2.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  header nav {
    order: 3;
    flex: 1 0 100%;
  }
  .menu {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 2.875rem;
    padding: 0;
    border: 0;
    border-top: 1px solid var(--line);
    background: none;
    font-weight: 650;
    cursor: pointer;
  }
  .all {
    margin-inline: auto 0.75rem;
    color: var(--accent);
  }
  .menu[aria-expanded='true'] .chevron {
    transform: rotate(225deg);
  }
  header nav ul:not(.open) {
    display: none;
  }
  header nav ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
    padding-bottom: 0.75rem;
  }
  .tabs {
    margin-top: 1.5rem;
    border-bottom: 1px solid var(--line);
    overflow-x: auto;
  }
  .tabs ul {
    display: flex;
    gap: 0.25rem;
  }
  /* Filled in a little later: the room is kept. */
  tc-keep {
    display: flex;
    min-height: 2.75rem;
    margin-top: 1rem;
  }
  .tabs + .intro {
    padding-top: 1.5rem;
  }
  nav a {
    display: flex;
    align-items: center;
    min-height: 2.875rem;
    padding: 0 0.75rem;
    border-bottom: 3px solid transparent;
    color: var(--muted);
    text-decoration: none;
    white-space: nowrap;
  }
  header nav a {
    padding: 0;
  }
  .too-long {
    margin-top: 1rem;
    padding: 0.75rem 1rem;
    border-radius: 8px;
    background: var(--watch-soft);
    color: var(--watch);
    font-size: 0.9375rem;
  }
  .waiting .sheet {
    min-height: 34rem;
  }
  nav a:hover {
    color: var(--ink);
  }
  nav a:focus-visible {
    outline-offset: -3px;
  }
  nav a[aria-current] {
    border-bottom-color: var(--accent);
    color: var(--ink);
    font-weight: 650;
  }
  .settings {
    display: flex;
    gap: 0.25rem;
  }
  .settings select {
    max-width: 7rem;
    min-height: 2.75rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 8px;
    background: var(--sheet);
    color: var(--ink);
    font-size: 0.875rem;
  }
  .settings select:hover {
    border-color: var(--line-strong);
  }
  .update {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5rem 1rem;
    padding: 0.625rem 1rem;
    background: var(--accent-soft);
  }
  main {
    min-height: 70vh;
    padding-bottom: 4rem;
  }
  .failure {
    max-width: 46rem;
    padding: 4rem 0;
  }
  .failure h1 {
    margin-bottom: 0.5rem;
    font-size: 1.5rem;
  }
  .failure div + div {
    margin-top: 2rem;
  }
  @media (min-width: 48rem) {
    .inner {
      padding: 0 1.5rem;
    }
    .brand {
      font-size: 1rem;
    }
  }
  @media (min-width: 64rem) {
    .menu {
      display: none;
    }
    header nav ul,
    header nav ul:not(.open) {
      display: flex;
      flex-wrap: wrap;
      margin: 0 -0.625rem;
      padding: 0;
    }
    header nav a {
      min-height: 2.75rem;
      padding: 0 0.625rem;
    }
  }
  @media (forced-colors: active) {
    nav a:not([aria-current]) {
      border-bottom-color: Canvas;
    }
  }
  @media print {
    /* Paper is read closer than a screen. */
    :host {
      zoom: 0.85;
    }
    nav,
    .settings,
    .skip {
      display: none !important;
    }
  }
`;
