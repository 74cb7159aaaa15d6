import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist } from './host';

const sha384 = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** A copy of the build as it would be after a change: other words, other names of all files below assets/, another worker. */
export async function nextBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'next-build-'));
  await cp(dist, folder, { recursive: true });
  const assets = await readdir(join(folder, 'assets'));
  const renamed = (name: string) => name.replace(/\.(\w+)$/, '-next.$1');
  const edit = async (path: string, change: (text: string) => string) => {
    const file = join(folder, path);
    const text = change(await readFile(file, 'utf8'));
    await writeFile(file, text);
    return text;
  };
  const next = (text: string) =>
    assets
      .reduce((changed, name) => changed.replaceAll(name, renamed(name)), text)
      .replaceAll('Trade Credit Calculator', 'Trade Credit Calculator, next');

  for (const name of assets) {
    if (!name.endsWith('.wasm')) await edit(`assets/${name}`, next);
    await rename(join(folder, 'assets', name), join(folder, 'assets', renamed(name)));
  }
  const before = await readFile(join(folder, 'index.html'), 'utf8');
  const after = await edit('index.html', next);
  await edit('sw.js', (text) => {
    if (!text.includes(sha384(before))) throw new Error('the service worker does not know the document');
    return next(text)
      .replace(/(url:"index\.html",revision:")\w+"/, '$1next"')
      .replaceAll(sha384(before), sha384(after));
  });
  return folder;
}
