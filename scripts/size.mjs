// What the first screen costs to fetch in one language, in bytes after brotli, held against tests/size-budget.json: what a
// browser really asks for until the self-check can be filled in. Then all of the page, the rest of which follows in idle moments.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const budget = JSON.parse(readFileSync(join(root, 'tests/size-budget.json'), 'utf8'));
const weight = (file) => brotliCompressSync(readFileSync(join(dist, file))).length;
const sum = (files) => files.reduce((bytes, file) => bytes + weight(file), 0);

/** The browser that set-up found; without one, Playwright's own. */
function executable() {
  try {
    return readFileSync(join(root, '.tools/chromium'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

const server = await preview({ root: join(root, 'www'), logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
const { port } = server.httpServer.address();
const browser = await chromium.launch({ executablePath: executable(), args: ['--no-sandbox', '--disable-gpu'] });

/** The files a browser asks for: until the form of the self-check stands, and in the end. */
async function fetched(language) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/#/check?lang=${language}`);
  await page.waitForSelector('tc-app[complete]', { state: 'attached' });
  const { first, all } = await page.evaluate(() => {
    const [{ startTime: stands }] = performance.getEntriesByName('first-screen');
    const file = ({ name }) => new URL(name).pathname.slice(1);
    const entries = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(location.origin));
    return { first: entries.filter(({ startTime }) => startTime < stands).map(file), all: entries.map(file) };
  });
  await page.close();
  return { first: [...new Set(['index.html', ...first])], all: [...new Set(['index.html', ...all])] };
}

const wrong = [];
const hold = (name, bytes) => {
  console.log(`  ${name.padEnd(28)}${String(bytes).padStart(8)} of ${String(budget[name]).padStart(7)} bytes`);
  if (!(bytes <= budget[name])) wrong.push(`${name}: ${bytes} bytes are over the budget of ${budget[name]}`);
};

try {
  for (const language of ['zh-CN', 'en']) {
    const { first: files, all } = await fetched(language);
    const wasm = files.filter((file) => extname(file) === '.wasm');
    if (wasm.length !== 1) wrong.push(`the first screen in ${language} fetched ${wasm.length} WebAssembly files`);
    const others = files.filter((file) => !wasm.includes(file));
    for (const file of files) console.log(`    ${String(weight(file)).padStart(8)}  ${file}`);
    hold(`first screen, ${language}`, sum(files));
    hold('  of it the page', sum(others));
    hold('  of it WebAssembly', sum(wasm));
    hold('all of the page', sum(all));
  }
} finally {
  await browser.close();
  await server.close();
}
for (const line of wrong) console.error(`error: ${line}`);
if (wrong.length > 0) {
  console.error('  Make it smaller, or raise tests/size-budget.json and say why in the commit.');
  process.exit(1);
}
