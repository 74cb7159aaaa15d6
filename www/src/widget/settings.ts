import type { TradeCreditSettings } from '../../types/trade-credit';
import type { Json, PolicyPatch } from '../engine';
import { themes, type Theme } from '../state';

/** What an embedder may say: as attributes of the element, and by the same names in the fragment of `embed.html`. */
export interface Settings extends Readonly<Omit<TradeCreditSettings, 'values' | 'policy' | 'fields'>> {
  readonly values: Readonly<Record<string, Json>> | null;
  readonly policy: PolicyPatch | null;
  readonly fields: readonly string[] | null;
}

/** What a frame is told beside; of an element one hears by its events. */
export interface FrameSettings extends Settings {
  /** The origin that may have the results, once the visitor agrees. */
  readonly target: string;
}

/** A JSON object, null when there is no text, an exception when it is anything else. */
export function objectFrom(text: string): Record<string, Json> | null {
  if (text.trim() === '') return null;
  const value = JSON.parse(text) as Json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not a JSON object');
  return value;
}

/** Paths, apart by spaces or commas; a list as JSON is read the same way. */
export function pathsFrom(text: string): readonly string[] | null {
  const paths = text.split(/[\s,"[\]]+/).filter(Boolean);
  return paths.length > 0 ? paths : null;
}

/** The origin that a text names; null when it names none, or more than an origin. */
export function originFrom(text: string | undefined): string | null {
  try {
    const { origin, protocol, href } = new URL(text ?? '');
    return /^https?:$/.test(protocol) && href === `${origin}/` ? origin : null;
  } catch {
    return null;
  }
}

export const themeFrom = (text: string | null): Theme => themes.find((theme) => theme === text) ?? 'auto';

/** Each setting as text, those that say nothing left out; of `compact` the name is enough. */
export function settingTexts(settings: Partial<FrameSettings>): readonly (readonly [string, string])[] {
  const { calculator, lang, currency, values, policy, fields, theme, compact, accent, target } = settings;
  const texts: [string, string | null | undefined | false][] = [
    ['calculator', calculator],
    ['lang', lang],
    ['currency', currency],
    ['values', values && JSON.stringify(values)],
    ['policy', policy && JSON.stringify(policy)],
    ['fields', fields?.join(' ')],
    ['theme', theme !== 'auto' && theme],
    ['accent', accent],
    ['target', target],
  ];
  return [
    ...texts.filter((entry): entry is [string, string] => Boolean(entry[1])),
    ...(compact ? [['compact', ''] as const] : []),
  ];
}

/** The fragment of `embed.html` that says all this. */
export const fragmentOf = (settings: Partial<FrameSettings>): string =>
  `#${settingTexts(settings)
    .map(([name, text]) => (text === '' ? name : `${name}=${encodeURIComponent(text)}`))
    .join('&')}`;

/** A fragment as names and texts; what was mangled on its way is left out. */
export function textsFrom(fragment: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const pair of fragment.replace(/^#/, '').split('&')) {
    const [name = '', ...value] = pair.split('=');
    try {
      if (name) texts.set(name, decodeURIComponent(value.join('=')));
    } catch {
      // Not percent-encoded text.
    }
  }
  return texts;
}
