import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { arrived, expect, loadExample, open, openEverything, test, views, words, type View } from './page';

const everyView: readonly View[] = [
  ...views,
  'score',
  'limit',
  'indemnity',
  'late-payment',
  'payment-plan',
  'early-payment-discount',
  'provision',
  'cover-value',
];

test('nothing is asked of the network once the page is there, and never of another host', async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await open(page, 'check', 'zh-CN');
  await expect(page.locator('tc-app[complete]')).toBeAttached();
  const loading = requests.length;

  for (const view of everyView) {
    await page.evaluate((hash) => (location.hash = hash), `#/${view}?lang=zh-CN`);
    await arrived(page, view);
    await loadExample(page);
    await openEverything(page);
    await page.locator('tc-field input.text:visible').first().fill('oops');
  }
  const header = page.getByRole('banner');
  for (const place of ['rules', 'privacy', 'embed']) {
    await page.evaluate((hash) => (location.hash = hash), `#/${place}?lang=zh-CN`);
    await expect(page.locator(`tc-${place}-page h1`).first()).toBeVisible();
    await header.getByLabel(words['zh-CN'].language).selectOption('en');
    await header.getByLabel(words.en.theme).selectOption('dark');
    await header.getByLabel(words.en.theme).selectOption('auto');
    await header.getByLabel(words.en.language).selectOption('zh-CN');
  }
  await page.waitForTimeout(500);
  expect(requests.slice(loading)).toEqual([]);
  expect(requests.filter((url) => new URL(url).origin !== new URL(baseURL ?? '').origin)).toEqual([]);
  await expect(page.locator('#requests')).toHaveText('打开页面后的网络请求：0 次');
});

test('the counter counts', async ({ page }) => {
  await open(page, 'check', 'en');
  await page.evaluate(() => fetch('./icon.svg?again'));
  await expect(page.locator('#requests')).toHaveText('Network requests since the page opened: 1');
});

test('nothing is stored', async ({ page, context }) => {
  await open(page, 'check', 'en');
  await loadExample(page, 'en');
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  // What is typed stands behind the #, which browsers keep to themselves.
  await expect(page).toHaveURL(/#.*162000000/);
  expect(page.url().split('#')[0]).not.toContain('162000000');
});

test('the policy allows nothing unsafe but WebAssembly', async ({ page }) => {
  await open(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy?.match(/'unsafe[^']*'|'wasm-unsafe-eval'/g)).toEqual(["'wasm-unsafe-eval'"]);
});

test('the page computes the hash of the engine it received, and it is that of the file', async ({ page }) => {
  await page.goto('./#/privacy?lang=en');
  const file = page.locator('[data-file="calculators/trade_credit_bg.wasm"]');
  await expect(file).toContainText('They agree');
  const hash = createHash('sha256').update(readFileSync('pkg/calculators/trade_credit_bg.wasm')).digest('hex');
  await expect(file.locator('.loaded')).toHaveText(hash);
  expect(readFileSync('dist/SHA256SUMS', 'utf8')).toContain(hash);
  const directives = await page.locator('#policy th').allTextContents();
  expect(directives.map((text) => text.trim())).toContain('connect-src');
});

test('the page shows that its policy stops what it tries to send', async ({ page, complaints }) => {
  await page.goto('./#/privacy?lang=en');
  await expect(page.locator('tc-app[complete]')).toBeAttached();
  const sent: string[] = [];
  page.on('requestfinished', (request) => sent.push(request.url()));
  await page.getByRole('button', { name: 'Try to send' }).click();
  await expect(page.locator('tc-privacy-page')).toContainText('it violates connect-src');
  expect(sent).toEqual([]);
  expect(complaints.splice(0).join()).toContain('https://check.invalid/');
});

test('with the network off everything goes on', async ({ page, context }) => {
  await open(page, 'check', 'en');
  await expect(page.locator('tc-app[complete]')).toBeAttached();
  await context.setOffline(true);
  await page.evaluate(() => (location.hash = '#/indemnity?lang=en'));
  await loadExample(page, 'en');
  await expect(page.locator('.answer')).toContainText('3,530,000');
  await page.evaluate(() => (location.hash = '#/privacy?lang=en'));
  await expect(page.locator('tc-privacy-page')).toContainText('They agree');
});
