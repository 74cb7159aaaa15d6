// What the first screen costs to fetch, in bytes after brotli, held against tests/size-budget.json.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const html = readFileSync(join(dist, 'index.html'), 'utf8');

const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
const tags = (name) => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];
const local = (address) => join(dist, address.replace(/^\.?\//, ''));

// Scripts that the document names, and what those import statically, however deep.
const scripts = new Set();
const addScript = (file) => {
  if (scripts.has(file)) return;
  scripts.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, address] of text.matchAll(/\b(?:import|from)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
    addScript(join(dirname(file), address));
  }
};
for (const tag of tags('script')) if (attribute(tag, 'src')) addScript(local(attribute(tag, 'src')));
for (const tag of tags('link')) if (attribute(tag, 'rel') === 'modulepreload') addScript(local(attribute(tag, 'href')));

const styles = tags('link').filter((tag) => attribute(tag, 'rel') === 'stylesheet');
const every = readdirSync(dist, { recursive: true }).map((name) => join(dist, name));
const first = {
  document: [join(dist, 'index.html')],
  style: styles.map((tag) => local(attribute(tag, 'href'))),
  script: [...scripts],
  // The engine: no figure without it.
  wasm: every.filter((file) => file.endsWith('.wasm')),
};
const named = new Set(Object.values(first).flat());
const later = every.filter((file) => /\.(js|css|html)$/.test(file) && !named.has(file));

const weight = (files) => files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0);
const budget = JSON.parse(readFileSync(join(root, 'tests/size-budget.json'), 'utf8'));
const groups = { ...first, later };

const wrong = [];
for (const [group, files] of Object.entries(groups)) {
  const [bytes, limit] = [weight(files), budget[group]];
  const names = files.map((file) => relative(dist, file)).join(', ') || 'none';
  console.log(`  ${group.padEnd(9)}${String(bytes).padStart(8)} of ${String(limit).padStart(7)} bytes  ${names}`);
  if (!(bytes <= limit)) wrong.push(`${group}: ${bytes} bytes are over the budget of ${limit}`);
}
if (first.script.length === 0 || first.wasm.length === 0) wrong.push('no script or no WebAssembly found in dist/');
for (const line of wrong) console.error(`error: ${line}`);
if (wrong.length > 0) {
  console.error('  Make it smaller, or raise tests/size-budget.json and say why in the commit.');
  process.exit(1);
}
