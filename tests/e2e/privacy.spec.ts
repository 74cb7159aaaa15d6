import { arrived, expect, loadExample, open, openEverything, test, views, words } from './page';

test('nothing is asked of the network once the page is there, and never of another host', async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await open(page, 'check', 'zh-CN');
  await expect(page.locator('tc-app[complete]')).toBeAttached();
  const loading = requests.length;

  for (const view of views) {
    await page.evaluate((hash) => (location.hash = hash), `#/${view}?lang=zh-CN`);
    await arrived(page, view);
    await loadExample(page);
    await openEverything(page);
    await page.getByLabel(words['zh-CN'].language).selectOption('en');
    await page.getByLabel(words.en.theme).selectOption('dark');
    await page.getByLabel(words.en.theme).selectOption('auto');
    await page.getByLabel(words.en.language).selectOption('zh-CN');
    await page.locator('tc-field input').first().fill('oops');
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
