import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { arrived, expect, goTo, loadExample, test } from './page';

// The widths are set in the tests.
test.beforeEach(({}, info) => test.skip(info.project.name === 'phone', 'the same on every screen'));

async function openRules(page: Page, language = 'en'): Promise<void> {
  await page.goto(`./#/rules?lang=${language}`);
  await expect(page.locator('tc-rules-page h1')).toBeVisible();
  await expect(page.locator('tc-app[complete]')).toBeAttached();
}

const leaf = (page: Page, path: string): Locator => page.locator(`[data-leaf="${path}"]`);
const input = (page: Page, cell: string): Locator => page.locator(`tc-field[data-cell="${cell}"] input`);
/** Unfolds every group. */
async function unfold(page: Page): Promise<void> {
  // The last first: what is unfolded moves what is below it.
  const folded = page.locator('tc-rules-page details:not([open]) summary');
  for (let count = await folded.count(); count > 0; count--) await folded.last().click();
  await expect(page.locator('tc-rules-page details:not([open])')).toHaveCount(0);
}

const hash = (page: Page): Locator => page.locator('tc-rules-page [data-hash]');

test('every threshold is listed with its source and has a field; search and filter find it', async ({ page }) => {
  await openRules(page);
  const sources = JSON.parse(readFileSync('tests/policy/sources.json', 'utf8')) as Record<string, { source: string }>;
  await unfold(page);
  const listed = await page.locator('tc-rules-page [data-leaf]').evaluateAll((leaves) =>
    leaves.map((element) => ({
      path: element.getAttribute('data-leaf') ?? '',
      source: element.querySelector('.source')?.textContent ?? '',
      fields: [...element.querySelectorAll('tc-field')].filter((field) =>
        field.shadowRoot?.querySelector('input:not([readonly])'),
      ).length,
    })),
  );
  const inPack = ['name', 'asOf'];
  expect([...listed.map(({ path }) => path), ...inPack].sort()).toEqual(Object.keys(sources).sort());
  for (const { path, source, fields } of listed) {
    expect(fields, path).toBeGreaterThan(0);
    const from = sources[path]?.source ?? '';
    expect(source, path).toBe(from === 'house' ? 'Own setting' : `Rule ${from}`);
  }
  for (const cell of inPack) await expect(input(page, cell)).toBeEditable();

  await page.getByLabel('Search').fill('S13');
  await expect(page.locator('[data-leaf]:visible')).toHaveCount(4);
  await expect(page.locator('tc-rules-page .filter')).toContainText('4 of 121');
  await page.getByLabel('Search').fill('');
  await page.getByLabel('Show').selectOption('changed');
  await expect(page.locator('tc-rules-page .filter')).toContainText('Nothing matches');
});

test('a threshold changed in place holds at once, is marked, and can be taken back', async ({ page }) => {
  await page.goto('./#/dso?lang=en');
  await arrived(page, 'dso');
  await loadExample(page, 'en');
  const overdue = page.locator('tc-findings').getByRole('heading', { name: /overdue share/i });
  await expect(overdue).toBeVisible();
  await page
    .locator('tc-keep')
    .getByRole('link', { name: /Thresholds/ })
    .click();
  await expect(page.locator('tc-rules-page h1')).toBeFocused();
  const before = await hash(page).textContent();

  await input(page, 'receivables.overdueShareHigh').fill('25%');
  const changed = leaf(page, 'receivables.overdueShareHigh');
  await expect(changed).toContainText('Changed');
  await expect(changed).toContainText('Default: 15%');
  await expect(hash(page)).not.toHaveText(before ?? '');
  await input(page, 'name').fill('Our own');
  await expect(page.locator('tc-keep')).toContainText('Our own');
  await goTo(page, 'DSO');
  await expect(page.locator('.answer')).toBeVisible();
  await expect(overdue).toHaveCount(0);
  await page.goBack();
  await expect(changed).toContainText('Changed');

  await changed.getByRole('button', { name: /^Reset “/ }).click();
  await expect(changed).not.toContainText('Changed');
  await expect(input(page, 'receivables.overdueShareHigh')).toHaveValue('15');
  await input(page, 'receivables.dsoRise').fill('30');
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect(hash(page)).toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(input(page, 'receivables.dsoRise')).toHaveValue('30');
});

test('an impossible threshold is refused at its field and disturbs nothing; two that depend on each other can both be moved', async ({
  page,
}) => {
  await openRules(page);
  const before = await hash(page).textContent();
  await input(page, 'receivables.overdueRateHigh').fill('120');
  await expect(leaf(page, 'receivables.overdueRateHigh')).toContainText('Must be between 0% and 100%');
  await input(page, 'receivables.dsoRise').fill('x');
  await expect(hash(page)).toHaveText(before ?? '');
  await page.locator('tc-keep .opener').focus();
  await expect(input(page, 'receivables.overdueRateHigh')).toHaveValue('120');
  await input(page, 'receivables.overdueRateHigh').fill('12');
  await expect(hash(page)).not.toHaveText(before ?? '');
  await expect(input(page, 'receivables.dsoRise')).toHaveValue('x');
  await input(page, 'receivables.dsoRise').fill('20');

  await page.locator('[data-group="liquidity"] summary').click();
  await input(page, 'liquidity.currentRatio.low').fill('1.8');
  await expect(leaf(page, 'liquidity.currentRatio.healthy')).toContainText('contradicts');
  await input(page, 'liquidity.currentRatio.healthy').fill('1.9');
  await expect(leaf(page, 'liquidity.currentRatio.low')).toContainText('Default: 1.20');
  await expect(leaf(page, 'liquidity.currentRatio.healthy')).not.toContainText('contradicts');

  await page.locator('[data-group="score"] summary').click();
  await input(page, 'score.factors.debtRatio.bands[0].points').fill('101');
  await expect(leaf(page, 'score.factors.debtRatio.bands')).toContainText('Must be between 0 points and 100 points');
  await input(page, 'score.factors.debtRatio.bands[0].points').fill('95');
  await expect(leaf(page, 'score.factors.debtRatio.bands')).toContainText('Default: Up to 40%: 100 points');
});

test('bands of a factor are added and taken away, and the default comes back whole', async ({ page }) => {
  await openRules(page);
  const before = await hash(page).textContent();
  await page.locator('[data-group="score"] summary').click();
  const path = 'score.factors.debtRatio.bands';
  const bands = leaf(page, path);
  const bound = (band: number) => input(page, `${path}[${band}].atMost`);
  await expect(bound(4)).toHaveValue('85');
  await expect(bound(5)).toHaveCount(0);

  await bands.getByRole('button', { name: 'Add a band' }).click();
  await expect(bound(5)).toBeFocused();
  await expect(hash(page)).toHaveText(before ?? '');
  await bound(5).fill('80');
  await input(page, `${path}[5].points`).fill('10');
  await expect(bands).toContainText('Bands run from best to worst');
  await expect(hash(page)).toHaveText(before ?? '');
  await bound(5).fill('90');
  await expect(hash(page)).not.toHaveText(before ?? '');
  await expect(input(page, `${path}[6].points`)).toHaveValue('0');

  await bands.getByRole('button', { name: 'Remove band 1' }).click();
  await bands.getByRole('button', { name: 'Remove band 1' }).click();
  await expect(bound(0)).toHaveValue('65');
  await expect(bound(4)).toHaveCount(0);
  await goTo(page, 'DSO');
  await page.goBack();
  await page.locator('[data-group="score"] summary').click();
  await expect(bound(3)).toHaveValue('90');
  await bands.getByRole('button', { name: /^Reset “/ }).click();
  await expect(bound(4)).toHaveValue('85');
  await expect(hash(page)).toHaveText(before ?? '');
});

test('an assumption pack is saved under its name and loaded again', async ({ page }) => {
  await openRules(page);
  await input(page, 'receivables.benchmarkDso').fill('60');
  await input(page, 'name').fill('Our own 2026');
  const mine = await hash(page).textContent();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the pack' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('Our-own-2026.json');
  const text = readFileSync(await file.path());
  await page.getByRole('button', { name: 'Reset all' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Load a pack' }).click();
  await (await choosing).setFiles({ name: 'pack.json', mimeType: 'application/json', buffer: text });
  await expect(page.locator('tc-rules-page')).toContainText('“Our own 2026” is loaded.');
  await expect(hash(page)).toHaveText(mine ?? '');
  await expect(input(page, 'receivables.benchmarkDso')).toHaveValue('60');
});

test('holidays move the deadlines that are counted in working days', async ({ page }) => {
  await page.goto('./#/indemnity?lang=en');
  await loadExample(page, 'en');
  await expect(page.locator('.results')).toContainText('Jul 16, 2025');
  await page.goto('./#/rules?lang=en');
  const holidays = page.getByLabel('Holidays');
  await holidays.fill('2025/7/14\n2025年7月15日, soon');
  await expect(page.locator('tc-rules-page')).toContainText('Not a date: soon');
  await holidays.fill('2025/7/14\n2025年7月15日');
  await holidays.blur();
  await expect(holidays).toHaveValue('2025-07-14\n2025-07-15');
  await page.goBack();
  await expect(page.locator('.results')).toContainText('Jul 18, 2025');
});

for (const language of ['zh-CN', 'en']) {
  test(`rules, privacy and the menu fit and are accessible in ${language}`, async ({ page }) => {
    test.setTimeout(240_000);
    const fits = async (width: number) => {
      await page.setViewportSize({ width, height: 800 });
      const [scroll, client] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(scroll, `no horizontal scrolling at ${width}`).toBeLessThanOrEqual(client ?? 0);
    };
    const accessible = async (state: string) => {
      const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
      const { violations } = await axe.analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      );
      expect(found, state).toEqual([]);
    };
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openRules(page, language);
    await input(page, 'receivables.overdueRateHigh').fill('12');
    await input(page, 'receivables.dsoRise').fill('x');
    await unfold(page);
    for (const width of [320, 1280]) {
      await fits(width);
      await page.screenshot({ path: `test-results/screenshots/rules-${language}-${width}.png`, fullPage: true });
    }
    await accessible('rules, light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await accessible('rules, dark');
    await page.goto(`./#/privacy?lang=${language}`);
    await expect(page.locator('tc-privacy-page h1')).toBeVisible();
    await page.locator('tc-keep .opener').click();
    for (const width of [1280, 320]) {
      await fits(width);
      await page.screenshot({ path: `test-results/screenshots/privacy-${language}-${width}.png`, fullPage: true });
    }
    await accessible('privacy, dark, menu');
  });
}
