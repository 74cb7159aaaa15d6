import { svg, html, type TemplateResult } from 'lit';
import { position } from '../../decimal';
import type { Threshold } from '../../thresholds';

/**
 * A bar from zero to the figure with a notch at the threshold. Only a picture of what the words beside it say, so it is
 * hidden from those who listen. Null where a bar would say nothing: against zero, or for figures below it.
 */
export function meter(value: string, { boundary }: Threshold): TemplateResult | null {
  const [now, notch] = [position(value), position(boundary)];
  if (!(notch > 0) || !(now >= 0)) return null;
  // The threshold stays in the middle until the figure needs more room.
  const scale = 100 / Math.max(notch * 2, now * 1.15);
  const at = (figure: number) => Math.round(figure * scale * 100) / 100;
  return html`<svg
    class="meter"
    viewBox="0 0 100 12"
    width="100%"
    height="12"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect class="track" x="0" y="3" width="100" height="6" rx="0.8" />
    <rect class="value" x="0" y="3" width=${at(now)} height="6" rx="0.8" />
    ${svg`<line class="notch" x1=${at(notch)} x2=${at(notch)} y1="0" y2="12" vector-effect="non-scaling-stroke" />`}
  </svg>`;
}
