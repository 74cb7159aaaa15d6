import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { addressOf } from '../../www/src/places';
import { dist, Host } from './host';
import { calculatorsOf, locales } from './locales';
import { test as tolerant } from '@playwright/test';
import { expect as usual, loadExample, test } from './page';

// A busy machine is slow, which is no fault of the page.
const expect = usual.configure({ timeout: 20_000 });

test.skip(({ isMobile }) => isMobile, 'the same files for a phone');

const budget = JSON.parse(readFileSync(new URL('../size-budget.json', import.meta.url), 'utf8')) as Record<
  string,
  number
>;
const brotli = (file: string) => brotliCompressSync(readFileSync(file)).length;
const sites = fileURLToPath(new URL('../../.tools/sites', import.meta.url));

// The browser warns of the wrong type.
tolerant('a plain server will do: any path, no header, a wrong type for WebAssembly', async ({ page }) => {
  const host = await Host.start({
    types: { '.html': 'text/html', '.js': 'application/javascript', '.css': 'text/css', '.wasm': 'text/plain' },
  });
  host.folders = { '/工具 tools/credit/': dist };
  const base = `${host.origin}/${encodeURIComponent('工具 tools')}/credit/`;
  await page.goto(`${base}#/dso?lang=en`);
  await loadExample(page, 'en');
  await page.goto(`${base}index.html#/working-capital?lang=en`);
  await expect(page.locator('tc-working-capital-view h1')).toBeVisible();
  await page.goto(`${base}embed.html#calculator=dso&lang=zh-CN`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/周转天数/);
  // The hash that the page shows is that of the file it has loaded.
  await page.goto(`${base}#/dso?lang=en`);
  const [, hash] =
    /calculators\/trade_credit_bg\.wasm SHA-256 ([0-9a-f]{64})/.exec(
      (await page.locator('footer').textContent()) ?? '',
    ) ?? [];
  expect(readFileSync(join(dist, 'SHA256SUMS'), 'utf8')).toContain(`${hash}  assets/trade_credit_bg`);
  expect(host.asked.filter((path) => !path.startsWith('/工具 tools/credit/'))).toEqual([]);
  await host.stop();
});

test('the single file works from a disk without a request, whatever it is called', async ({ page, context }) => {
  const folder = await mkdtemp(join(tmpdir(), 'single-'));
  const file = join(folder, '计算器 (1).html');
  await copyFile(join(dist, 'trade-credit.html'), file);
  await context.setOffline(true);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(file).href;
  await page.goto(`${address}#/dso?lang=en`);
  await loadExample(page, 'en');
  for (const [place, lang] of [
    ['check', 'zh-CN'],
    ['score', 'en'],
    ['limit', 'zh-CN'],
    ['working-capital', 'en'],
    ['indemnity', 'zh-CN'],
    ['late-payment', 'en'],
    ['payment-plan', 'zh-CN'],
    ['early-payment-discount', 'en'],
    ['provision', 'zh-CN'],
    ['cover-value', 'en'],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), `#/${place}?lang=${lang}`);
    await expect(page.locator(`tc-${place}-view h1`)).toBeVisible();
    await loadExample(page, lang);
  }
  // By an address that somebody kept.
  for (const [place, title] of [
    ['ledger', 'Ledger'],
    ['rules', 'Rules and thresholds'],
    ['privacy', 'Privacy'],
    // There is no page to embed it from a disk: the self-check is shown instead.
    ['embed', 'self-check'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${address}#/${place}?lang=en`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  }
  await page.goto('about:blank');
  await page.goto(`${address}#/cover-value?lang=en`);
  await loadExample(page, 'en');
  // The address is written when typing rests.
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(page.locator('tc-cover-value-view .answer')).toBeVisible();
  await expect(page.locator('footer')).toContainText(/Version \d+\.\d+\.\d+/);
  await expect(page.locator('footer')).toContainText(
    `SHA-256 ${readFileSync(join(dist, 'trade-credit.wasm.sha256'), 'utf8').slice(0, 64)}`,
  );
  expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual([]);

  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
  expect(policy.replace(/'sha256-[\w+/=]+'/g, 'HASH')).toBe(
    "default-src 'none'; script-src HASH 'wasm-unsafe-eval'; style-src HASH; img-src data:; connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'",
  );
  rmSync(folder, { recursive: true });
});

test('the element in plain HTML, in React and in Vue, the package in a project with Vite', async ({
  page,
  complaints,
}) => {
  const host = await Host.start();
  host.folders = Object.fromEntries([
    ...['html', 'react', 'vue'].map((name) => [`/${name}/`, join(sites, name)]),
    ['/npm/', join(sites, 'npm/dist')],
    ['/calculator/', dist],
  ]);
  for (const name of ['html', 'react', 'vue']) {
    await page.goto(`${host.origin}/${name}/`);
    const element = page.locator('trade-credit');
    await expect(page.locator('output')).toHaveText('97.67');
    await expect(element.locator('tc-field')).toHaveCount(2);
    await element.locator('tc-field input').last().fill('4335000');
    await expect(page.locator('output')).toHaveText('9.77');
    if (name === 'html') continue;
    await page.getByRole('button', { name: 'Compact' }).click();
    await expect(element.locator('.more')).toBeVisible();
    await expect(element.locator('tc-field input').last()).toHaveValue('4335000');
  }
  await page.goto(`${host.origin}/npm/`);
  await expect(page.locator('#page')).toHaveText('97.67');
  await expect(page.locator('#worker')).toHaveText('97.67');
  expect(complaints).toEqual([]);
  await host.stop();
});

test('what an embed costs to fetch, and the single file, stay within their budgets', async ({ page }) => {
  const host = await Host.start();
  host.pages['/page.html'] =
    `<link rel="icon" href="data:,"><script type="module" src="/trade-credit.js"></script><trade-credit lang="zh-CN"></trade-credit>`;
  const every = readdirSync(dist, { recursive: true }).map(String);
  const weighed = new Map<string, number>();
  const weight = (path: string) => {
    const bytes = weighed.get(path) ?? (statSync(join(dist, path)).isFile() ? brotli(join(dist, path)) : 0);
    weighed.set(path, bytes);
    return bytes;
  };
  const sums: [string, number][] = [];
  for (const [calculator] of Object.values(locales).slice(0, 1).flatMap(calculatorsOf)) {
    host.pages['/page.html'] = host.pages['/page.html'].replace(
      /<trade-credit.*? lang/,
      `<trade-credit calculator="${calculator}" lang`,
    );
    host.asked.length = 0;
    await page.goto(`${host.origin}/page.html`);
    await expect(page.locator(`tc-${addressOf(calculator)}-view h1`)).toBeVisible();
    await page.waitForLoadState('networkidle');
    const files = [...new Set(host.asked)].map((path) => path.slice(1)).filter((path) => every.includes(path));
    sums.push([calculator, files.reduce((sum, path) => sum + weight(path), 0)]);
  }
  const single = brotli(join(dist, 'trade-credit.html'));
  console.log(
    `  embed ${sums.map(([id, bytes]) => `${id} ${bytes}`).join(', ')} of ${budget['embed']}; single file ${single} of ${budget['single']}`,
  );
  expect(Math.max(...sums.map(([, bytes]) => bytes))).toBeLessThanOrEqual(budget['embed'] ?? 0);
  expect(single).toBeLessThanOrEqual(budget['single'] ?? 0);
  // What a page with frames loads of it.
  expect(statSync(join(dist, 'trade-credit-frames.js')).size).toBeLessThan(2000);
  expect(readFileSync(join(dist, 'trade-credit-frames.js'), 'utf8')).not.toMatch(/\bimport\b|\bexport\b/);
  await host.stop();
});
