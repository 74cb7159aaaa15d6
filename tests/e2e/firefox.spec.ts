import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { addressOf, pages } from '../../www/src/places';
import { calculatorsOf, locales } from './locales';

// A second engine. Playwright drives only a Firefox of its own; this way it is the one that people have.

const executablePath = readFileSync(fileURLToPath(new URL('../../.tools/firefox', import.meta.url)), 'utf8').trim();
const screenshots = fileURLToPath(new URL('../../test-results/screenshots', import.meta.url));

// One browser for all.
test.describe.configure({ mode: 'default' });
let browser: Browser;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  mkdirSync(screenshots, { recursive: true });
  browser = await launch({ browser: 'firefox', executablePath, headless: true });
});
test.afterAll(() => browser.close());

/** Every complaint of the page since the last call. */
function complaintsOf(page: Page): () => string[] {
  let complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return () => {
    const said = complaints;
    complaints = [];
    return said;
  };
}

for (const [tag, locale] of Object.entries(locales)) {
  test(`every view in ${tag} works in Firefox`, async ({ baseURL }) => {
    test.setTimeout(240_000);
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.setViewport({ width: 390, height: 800 });
    for (const [id, block] of calculatorsOf(locale)) {
      const address = addressOf(id);
      const view = `>>> tc-${address}-view`;
      await page.goto(`${baseURL}/#/${address}?lang=${tag}`);
      const heading = await page.waitForSelector(`${view} >>> h1`, { timeout: 60_000 });
      expect(await heading?.evaluate((element) => element.textContent)).toBe(block.title);
      const example = await page.waitForSelector(`${view} >>> tc-tools >>> button`);
      await example?.evaluate((button) => (button as HTMLButtonElement).click());
      const answer = await page.waitForSelector(`${view} >>> .answer`);
      expect(await answer?.evaluate((element) => element.textContent), id).toMatch(/\S/);
      const [drawn, client] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(drawn, `${id}: no horizontal scrolling`).toBeLessThanOrEqual(client ?? 0);
      await page.screenshot({ path: `${screenshots}/firefox-${address}-${tag}.png` });
      expect(complaints(), id).toEqual([]);
    }
    for (const address of Object.keys(pages).map(addressOf)) {
      await page.goto(`${baseURL}/#/${address}?lang=${tag}`);
      await page.waitForSelector(`>>> tc-${address}-page >>> h1`);
      await page.screenshot({ path: `${screenshots}/firefox-${address}-${tag}.png` });
      expect(complaints(), address).toEqual([]);
    }
    await page.close();
  });
}

test('what was typed in Firefox is there after reloading', async ({ baseURL }) => {
  test.setTimeout(120_000);
  const page = await browser.newPage();
  await page.goto(`${baseURL}/#/dso?lang=en`);
  const field = '>>> tc-dso-view >>> tc-field[data-path="creditSales"] >>> input';
  await (await page.waitForSelector(field))?.type('162000000');
  await page.waitForFunction(() => location.hash.includes('creditSales=162000000'));
  await page.reload();
  const again = await page.waitForSelector(field);
  expect(await again?.evaluate((input) => (input as HTMLInputElement).value)).toBe('162000000');
  await page.close();
});
