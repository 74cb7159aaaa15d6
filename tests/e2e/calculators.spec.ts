import { expect, languages, loadExample, open, results, test, words, type View } from './page';

/** The answer of the example, and what is drawn of it. */
const views: readonly (readonly [View, string, string])[] = [
  ['score', '64', 'tc-scale-chart'],
  ['limit', '¥5,100,000.00', 'tc-bars'],
  ['indemnity', '¥3,530,000.00', 'tc-bars'],
  ['late-payment', '¥544,733.95', 'tc-calendar-chart'],
  ['payment-plan', '¥45,107.55', 'tc-plan-chart'],
  ['early-payment-discount', '21.28%', 'tc-terms-chart'],
  ['provision', '¥590,975.00', 'tc-bars'],
  ['cover-value', '¥31,700.00', 'tc-scale-chart'],
];

for (const [view, answer, drawing] of views) {
  test(`${view} answers its example in both languages`, async ({ page }, info) => {
    test.skip(info.project.name === 'phone', 'the widths are set in the test');
    for (const language of languages) {
      const narrow = language === 'zh-CN';
      await page.setViewportSize({ width: narrow ? 320 : 1280, height: 800 });
      await page.emulateMedia({ colorScheme: narrow ? 'light' : 'dark', reducedMotion: 'reduce' });
      await open(page, view, language);
      await loadExample(page, language);
      await expect(page.locator('.answer')).toContainText(answer);
      await expect(page.locator(drawing).first()).toBeVisible();
      await page.locator('tc-tools').getByRole('button', { name: words[language].clear }).click();
      await expect(page.locator('.answer')).toHaveCount(0);
    }
  });
}

test('the waterfall goes from the debt to the indemnity, nothing that takes nothing in between', async ({ page }) => {
  await open(page, 'indemnity', 'zh-CN');
  await loadExample(page);
  const waterfall = page.locator('section.sheet', { has: page.getByRole('heading', { name: '从欠款到赔款' }) });
  const lines = waterfall.locator('tc-bars .row');
  await expect(lines).toHaveCount(12);
  await expect(lines.first()).toContainText('欠款总额');
  await expect(lines.last()).toContainText('¥3,530,000.00');
  await expect(waterfall).toContainText('另有 6 项扣减为零');
  // Every line opens up to how it was reached.
  await lines.nth(4).locator('summary').click();
  await expect(lines.nth(4)).toContainText('扣利息后剩余');
  await expect(results(page)).toContainText('买方信用限额提高 10%');
  await expect(results(page)).toContainText('2025年12月3日');
});

test('the example of a list names its rows in the language of the page', async ({ page }) => {
  for (const [language, first] of [
    ['zh-CN', '未到期'],
    ['en', 'Not yet due'],
  ] as const) {
    await open(page, 'provision', language);
    await loadExample(page, language);
    await expect(page.locator('tc-provision-view .results tc-records')).toContainText(first);
    await page.locator('tc-tools').getByRole('button').last().click();
  }
});

test('the method that binds is marked in words', async ({ page }) => {
  await open(page, 'limit', 'en');
  await loadExample(page, 'en');
  await expect(page.locator('.answer')).toContainText('Set by: Working capital');
  await expect(page.locator('tc-bars .row', { hasText: 'binds' })).toContainText('¥5,160,000.00');
});

test('the grade of the score goes on to the limit', async ({ page }) => {
  await open(page, 'score', 'en');
  await loadExample(page, 'en');
  await page.locator('.onward').getByRole('link', { name: 'Limit' }).click();
  await expect(page.locator('tc-limit-view h1')).toBeVisible();
  await expect(page.locator('tc-field[data-path="grade"] input:checked')).toHaveValue('C');
});

test('invoices are shared between late payment and indemnity, in both directions', async ({ page }) => {
  await open(page, 'late-payment', 'en');
  await loadExample(page, 'en');
  await page.locator('.onward').getByRole('link', { name: 'Indemnity' }).click();
  const list = page.locator('tc-indemnity-view tc-list-field[data-path="invoices"]');
  await expect(list).toContainText('A-117');
  await expect(list).toContainText('¥92,800.00');

  await page.goto('about:blank');
  await open(page, 'indemnity', 'en');
  await loadExample(page, 'en');
  await page.locator('.onward').getByRole('link', { name: 'Late payment' }).click();
  await expect(page.locator('tc-late-payment-view tc-list-field[data-path="invoices"]')).toContainText('INV-0530');
});

test('an unanswered factor says what it could add, and leads to its question', async ({ page }) => {
  await open(page, 'score', 'en');
  await loadExample(page, 'en');
  const late = page.locator('tc-field[data-path="payment.averageDaysLate"] input');
  await page.locator('details[data-section="payment"] summary').click();
  await late.fill('');
  await expect(page.locator('.next')).toContainText('Average days late');
  await expect(page.locator('tc-bars .row', { hasText: 'Average days late' })).toContainText('up to +15');
  await expect(page.locator('.answer')).toContainText('somewhere between');
  await page.locator('.next').getByRole('button').click();
  await expect(late).toBeFocused();
});
