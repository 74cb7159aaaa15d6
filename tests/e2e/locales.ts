import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isPage } from '../../www/src/places';
import type { CalculatorWords, Locale } from '../../www/src/words';

const folder = fileURLToPath(new URL('../../www/src/locales', import.meta.url));

/** Every language of the page, by its tag: whatever file lies there. */
export const locales: Readonly<Record<string, Locale>> = Object.fromEntries(
  await Promise.all(
    readdirSync(folder).map(async (file): Promise<[string, Locale]> => [
      file.replace('.ts', ''),
      (await import(`../../www/src/locales/${file}`)) as Locale,
    ]),
  ),
);

/** The calculators that a language has words for, by their ids. */
export const calculatorsOf = (locale: Locale): [string, CalculatorWords][] =>
  Object.entries(locale).flatMap(([id, block]): [string, CalculatorWords][] =>
    !isPage(id) && typeof block === 'object' && 'short' in block && 'figures' in block
      ? [[id, block as unknown as CalculatorWords]]
      : [],
  );
