import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, languages, loadExample, open, openEverything, test, views, words } from './page';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Widths are set here, so that one project is enough.
test.beforeEach(({}, info) => test.skip(info.project.name === 'phone', 'the widths are set in the test'));

const themes = [
  ['浅色', 'Light'],
  ['深色', 'Dark'],
] as const;

async function accessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  expect(found, state).toEqual([]);
}

for (const view of views) {
  for (const language of languages) {
    for (const width of [320, 1280]) {
      test(`${view} in ${language} at ${width} px fits and is accessible in both themes`, async ({ page }) => {
        test.setTimeout(120_000);
        const shot = (name: string) =>
          page.screenshot({
            path: `test-results/screenshots/${view}-${language}-${width}-${name}.png`,
            fullPage: true,
          });
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await open(page, view, language);
        await accessible(page, 'empty');
        await loadExample(page, language);
        await shot('example');
        await openEverything(page);
        const [scroll, client] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(scroll, 'no horizontal scrolling').toBeLessThanOrEqual(client ?? 0);

        const first = page.locator('tc-field input').first();
        const typed = await first.inputValue();
        for (const [chinese, english] of themes) {
          await page.getByLabel(words[language].theme).selectOption(language === 'en' ? english : chinese);
          await accessible(page, `${english}, example`);
          await first.fill('1x');
          await expect(page.locator('tc-problems')).toBeVisible();
          await accessible(page, `${english}, error`);
          await shot(`${english}-error`);
          await first.fill(typed);
        }
      });
    }
  }
}

test('on a phone the answer is always one press away', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await open(page, 'check', 'zh-CN');
  await loadExample(page);
  const bar = page.locator('.bar');
  await expect(bar).toContainText('需要行动 · DSO 97.67 天');
  await bar.getByRole('button', { name: '查看结果' }).click();
  await expect(page.locator('.answer')).toBeInViewport();
  await expect(bar).toHaveCount(0);
});

test('targets are large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  for (const view of views) {
    await open(page, view, 'zh-CN');
    await loadExample(page);
    const small = await page
      .locator('button:visible, a:visible, select:visible, summary:visible, input.text:visible')
      .evaluateAll((elements) =>
        elements
          .filter((element) => !element.matches('.skip'))
          .map((element) => ({ name: element.textContent?.trim(), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
      );
    expect(small, view).toEqual([]);
  }
});

test('on paper the results stay and the controls go', async ({ page }) => {
  await open(page, 'dso', 'zh-CN', 'dark');
  await page.reload();
  await loadExample(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.answer')).toBeVisible();
  await expect(page.locator('.answer')).toContainText('97.67 天');
  await expect(page.locator('tc-findings')).toBeVisible();
  await expect(page.locator('tc-dso-chart svg[role="img"]')).toBeVisible();
  await expect(page.locator('nav')).toBeHidden();
  await expect(page.getByRole('button', { name: '载入示例' })).toBeHidden();
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(background).toBe('rgb(255, 255, 255)');
});

test('with forced colours the charts still show', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'working-capital', 'zh-CN');
  await loadExample(page);
  const stroke = await page
    .locator('tc-cash-chart .path')
    .first()
    .evaluate((element) => getComputedStyle(element).stroke);
  expect(stroke).not.toBe('none');
  await page.screenshot({ path: 'test-results/screenshots/working-capital-forced-colours.png', fullPage: true });
});

test('charts carry a title, a description and a table', async ({ page }) => {
  await open(page, 'working-capital', 'zh-CN');
  await loadExample(page);
  const chart = page.getByRole('img', { name: '压力测试：现金走势' });
  await expect(chart).toHaveAccessibleDescription(/第 5 个月首次不足.*-¥3,471,000\.00.*第 12 个月/);
  const figure = page.locator('tc-cash-chart');
  await figure.locator('summary').click();
  await expect(figure.getByRole('row')).toHaveCount(13);
  await expect(figure.getByRole('row').nth(5)).toContainText('-¥1,063,000.00');
});
