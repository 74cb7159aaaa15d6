import { css } from 'lit';

export const meterStyles = css`
  .meter {
    display: block;
    overflow: visible;
  }
  .meter .track {
    fill: var(--line);
  }
  .meter .value {
    fill: var(--tone, var(--accent));
  }
  @media (forced-colors: active) {
    .meter .track {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 0.3px;
    }
  }
  .meter .notch {
    stroke: var(--ink);
    stroke-width: 2px;
  }
`;
