/**
 * A colour of the embedder's as accent: as it is where it can be read, darkened or lightened as far as it takes where it
 * cannot (WCAG 2.2, 1.4.3 and 1.4.11).
 */

/** Red, green and blue, 0…1. */
export type Colour = readonly [number, number, number];

/** Text on its ground. */
const LEGIBLE = 4.5;
const black: Colour = [0, 0, 0];
const white: Colour = [1, 1, 1];

/** The colour a browser has computed, `rgb(11, 82, 112)` or `color(srgb 0.04 0.32 0.44)`; null when it is see-through. */
export function computedColour(text: string): Colour | null {
  const numbers = text.match(/-?\d*\.?\d+(e-?\d+)?/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined || alpha < 1) return null;
  const full = text.startsWith('color(srgb') ? 1 : text.startsWith('rgb') ? 255 : null;
  const within = (part: number) => Math.min(1, Math.max(0, part));
  return full === null ? null : [within(red / full), within(green / full), within(blue / full)];
}

const mix = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

const written = (colour: Colour): string => `rgb(${colour.map((part) => Math.round(part * 255)).join(' ')})`;
/** As it will be drawn, so that rounding does not take the last hundredth of contrast. */
const drawn = (colour: Colour): Colour => [
  Math.round(colour[0] * 255) / 255,
  Math.round(colour[1] * 255) / 255,
  Math.round(colour[2] * 255) / 255,
];

function luminance(colour: Colour): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

export function contrast(a: Colour, b: Colour): number {
  const [one, other] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(one, other) / Math.min(one, other);
}

/** The colours that follow from an accent, as CSS writes them. It stands on all of the grounds, the first before all. */
export function accentColours(
  wanted: Colour,
  grounds: readonly [Colour, ...Colour[]],
): Readonly<Record<string, string>> {
  const towards = luminance(grounds[0]) > 0.18 ? black : white;
  for (let share = 0; ; share += 0.02) {
    const accent = drawn(mix(wanted, towards, Math.min(share, 1)));
    const soft = drawn(mix(grounds[0], accent, 0.1));
    if (share < 1 && [...grounds, soft].some((ground) => contrast(accent, ground) < LEGIBLE)) continue;
    const ink = contrast(accent, white) >= contrast(accent, black) ? white : black;
    return {
      '--accent': written(accent),
      '--accent-ink': written(ink),
      '--accent-soft': written(soft),
      '--focus': written(accent),
    };
  }
}
