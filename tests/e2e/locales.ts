import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '../../www/src/words';

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
