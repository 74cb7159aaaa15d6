import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { everyView, expect, languages, loadExample, open, openEverything, test, words, type View } from './page';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Widths are set here, so that one project is enough.
test.beforeEach(({}, info) => test.skip(info.project.name === 'phone', 'the widths are set in the test'));

async function accessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  expect(found, state).toEqual([]);
  const [drawn, client] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(drawn, `${state}: no horizontal scrolling`).toBeLessThanOrEqual(client ?? 0);
}

/** Where the first field is a name, any text in it is right: the field that can have an error. */
const amountIn: Partial<Record<View, string>> = {
  indemnity: 'tc-field[data-path="cover.buyerLimit"] input',
  'late-payment': 'tc-field[data-path="asOf"] input',
  provision: 'tc-field[data-path="overlay"] input',
};

for (const view of everyView) {
  for (const language of languages) {
    test(`${view} in ${language} is accessible and fits, light and dark, narrow and wide`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 320, height: 800 });
      await open(page, view, language);
      await accessible(page, 'empty, narrow');
      await loadExample(page, language);
      await page.screenshot({ path: `test-results/screenshots/${view}-${language}-320.png`, fullPage: true });
      await openEverything(page);
      await accessible(page, 'light, narrow');
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 1280, height: 800 });
      await accessible(page, 'dark, wide');
      await page.screenshot({ path: `test-results/screenshots/${view}-${language}-1280-dark.png`, fullPage: true });
      await page.getByLabel(words[language].theme).selectOption('light');
      const field = page.locator(amountIn[view] ?? 'tc-field input.text:visible').first();
      await field.fill('1x');
      await expect(page.locator('tc-problems')).toBeVisible();
      await accessible(page, 'error, light, wide');
    });
  }
}

test('twice the text size fits too', async ({ page }) => {
  // A window of 1280 px at 200 % is one of 640 px; text alone enlarged is the harder case.
  await page.setViewportSize({ width: 640, height: 800 });
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% }');
      document.adoptedStyleSheets = [sheet];
    });
  });
  for (const view of ['check', 'working-capital', 'late-payment'] as const) {
    await open(page, view, 'en');
    await loadExample(page, 'en');
    await openEverything(page);
    await page.waitForTimeout(200);
    const [drawn, client] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(drawn, view).toBeLessThanOrEqual(client ?? 0);
  }
});
