import { expect, test as base } from '@playwright/test';

// Here errors in the console are what is wanted, so not the test of ./page.
const test = base;

const sentences = [
  '您的浏览器不支持 WebAssembly，或者被安全策略禁用',
  'Your browser has no WebAssembly, or a security policy blocks it',
];

test('without WebAssembly there is a plain sentence in both languages', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto('./');
  for (const sentence of sentences) await expect(page.locator('body')).toContainText(sentence);
  await expect(page.locator('.failure p').first()).toBeVisible();
});

test('a policy that blocks WebAssembly gets the same sentence', async ({ page }) => {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", '') });
  });
  await page.goto('./');
  for (const sentence of sentences) await expect(page.locator('body')).toContainText(sentence);
});

test('an engine that does not arrive is said to be missing', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('./');
  await expect(page.locator('body')).toContainText('计算程序没有载入成功');
  await expect(page.locator('body')).toContainText('The calculation engine did not load.');
});

test('a server that sends the wrong type for WebAssembly is put up with', async ({ page }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await page.goto('./#/check?lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trade credit self-check');
});

test('text is there before the engine is', async ({ page }) => {
  let arrive = () => {};
  const waiting = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/*.wasm', async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto('./#/check?lang=en', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trade credit self-check');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Working capital' })).toBeAttached();
  await expect(page.locator('tc-form')).toHaveCount(0);
  arrive();
  await expect(page.locator('tc-form')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says that it needs it', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText('Trade Credit Calculator')).toBeVisible();
    await expect(page.getByText('您填写的数字不会离开这个浏览器。')).toBeVisible();
    await expect(page.locator('noscript [lang="en"]')).toBeVisible();
    await expect(page.locator('noscript p').first()).toBeVisible();
  });
});
