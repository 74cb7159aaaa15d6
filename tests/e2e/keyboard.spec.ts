import type { Page } from '@playwright/test';
import { expect, loadExample, open, test } from './page';

/** What has the focus, through every shadow root. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const style = element && getComputedStyle(element);
    const box = element?.closest('.box');
    const ring = style?.outlineStyle !== 'none' || (box && getComputedStyle(box).outlineStyle !== 'none');
    return {
      name: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
      id: element?.id ?? '',
      ring,
    };
  });

test.beforeEach(({}, info) => test.skip(info.project.name === 'phone', 'a phone has no Tab key'));

test('the self-check can be done with the keyboard alone', async ({ page }) => {
  await open(page, 'check', 'en');
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  expect((await focused(page)).id).toBe('main');

  // Past the thresholds and what is kept to the currency, example, clear and the heading of the first section; then its five fields.
  const currency = page.getByLabel('Currency');
  for (let step = 0; step < 6 && !(await currency.evaluate((field) => field.matches(':focus'))); step++)
    await page.keyboard.press('Tab');
  await expect(currency).toBeFocused();
  for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
  for (const text of ['162000000', '43350000', '6720000', '92600000', '64100000']) {
    await page.keyboard.press('Tab');
    expect((await focused(page)).ring).toBe(true);
    await page.keyboard.type(text);
  }
  await expect(page.locator('.answer')).toContainText('Watch');

  // The end of a section leads into the next one; its first field follows its heading.
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('Next: Collection');
  await page.keyboard.press('Enter');
  await expect(page.locator('details[data-section="collection"]')).toHaveAttribute('open', '');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9100000');
  await expect(page.locator('tc-field[data-path="overdue"] input')).toHaveValue('9100000');

  // Radio buttons answer to the arrow keys.
  await page.locator('details[data-section="process"] summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('tc-field[data-path="quarterlyReview"] input:checked')).toHaveCount(1);
});

test('everything that takes the focus shows it, in every view', async ({ page }) => {
  for (const view of ['check', 'dso', 'working-capital'] as const) {
    await open(page, view, 'en');
    await loadExample(page, 'en');
    let seen = 0;
    for (let step = 0; step < 120; step++) {
      await page.keyboard.press('Tab');
      const { ring, name, id } = await focused(page);
      if (!name && !id) break;
      expect(ring, `${view}: ${name} ${id}`).toBe(true);
      seen++;
    }
    expect(seen).toBeGreaterThan(20);
  }
});

test('the example of the empty page takes the focus to what it brought', async ({ page }) => {
  await open(page, 'dso', 'en');
  await page.locator('.hint').getByRole('button', { name: 'Load an example' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Results' })).toBeFocused();
  await expect(page.locator('.answer')).toContainText('97.67 days');
});

test('rows can be added and removed without losing one’s place', async ({ page }) => {
  await open(page, 'dso', 'en');
  await page.locator('details[data-section="countback"] summary').click();
  const list = page.locator('tc-list-field[data-path="monthlySales"]');
  const cell = (place: number) => list.locator('tc-field').nth(place).locator('input');
  await cell(0).fill('2025-01');
  await cell(1).fill('10');
  await list.locator('button.add').focus();
  await page.keyboard.press('Enter');
  // The month before is filled in; the focus waits in the amount.
  await expect(cell(2)).toHaveValue('2024-12');
  await page.keyboard.type('20');
  await expect(cell(3)).toHaveValue('20');
  await list.getByRole('button', { name: 'Remove Credit sales by month, row 1' }).click();
  await expect(cell(0)).toHaveValue('2024-12');
  await expect(cell(1)).toHaveValue('20');
});
