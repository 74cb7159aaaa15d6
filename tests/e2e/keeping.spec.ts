import { expect, languages, loadExample, open, test, views, words } from './page';

for (const view of views) {
  for (const language of languages) {
    test(`the example of ${view} loads in ${language} and clears again`, async ({ page }) => {
      await open(page, view, language);
      await loadExample(page, language);
      await expect(page.locator('tc-problems')).toHaveCount(0);
      const expected = { check: /需要行动|Act now/, dso: /97\.67/, 'working-capital': /¥45,950,000\.00/ }[view];
      await expect(page.locator('.answer')).toContainText(expected);
      await expect(page.locator('svg[role="img"]').first()).toBeVisible();
      await page.getByRole('button', { name: words[language].clear, exact: true }).click();
      await expect(page.locator('.answer')).toHaveCount(0);
      await expect(page.locator('tc-field input').first()).toHaveValue('');
    });
  }
}

test('what was typed survives a change of language, theme, currency and view', async ({ page }) => {
  await open(page, 'dso', 'zh-CN');
  const sales = page.locator('tc-field[data-path="creditSales"] input');
  await sales.fill('1620.50');
  await page.locator('tc-field[data-path="closingReceivables"] input').fill('43x');

  await page.getByLabel('语言').selectOption('en');
  await expect(page).toHaveTitle('Days sales outstanding (DSO) · Trade Credit Calculator');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(sales).toHaveValue('1620.50');
  await expect(page.locator('tc-problems')).toContainText('Please enter digits only');

  await page.getByLabel('Appearance').selectOption('dark');
  await page.getByLabel('Currency').selectOption('JPY');
  await page.getByRole('link', { name: 'Working capital' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'DSO' }).click();
  await expect(sales).toHaveValue('1620.50');
  await expect(page.locator('tc-field[data-path="closingReceivables"] input')).toHaveValue('43x');
  await expect(page.getByLabel('Currency')).toHaveValue('JPY');
  await expect(page).toHaveURL(/#\/dso\?(lang=en&)?theme=dark&currency=JPY$/);
});

test('the language follows the browser until another one is chosen', async ({ browser }) => {
  for (const [locale, title] of [
    ['zh-CN', '贸易信用自检'],
    ['zh-TW', '贸易信用自检'],
    ['en-GB', 'Trade credit self-check'],
    ['fr-FR', '贸易信用自检'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await context.close();
  }
});

test('amounts follow the currency', async ({ page }) => {
  await open(page, 'working-capital', 'en');
  await loadExample(page, 'en');
  await page.getByLabel('Currency').selectOption('JPY');
  await expect(page.locator('.answer')).toContainText('¥45,950,000');
  await page.getByLabel('Currency').selectOption('KWD');
  await expect(page.locator('.answer')).toContainText('45,950,000.000');
});

test('figures of the self-check can be carried over', async ({ page }) => {
  await open(page, 'check', 'en');
  await page.locator('tc-field[data-path="creditSales"] input').fill('162000000');
  await page.locator('tc-field[data-path="receivables"] input').fill('43350000');
  await page.getByRole('link', { name: 'DSO' }).click();
  await page.getByRole('button', { name: 'Use the figures from the self-check' }).click();
  await expect(page.locator('.answer')).toContainText('97.67 days');
  await expect(page.getByRole('button', { name: 'Use the figures from the self-check' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Working capital' }).click();
  await page.getByRole('button', { name: 'Use the figures from the self-check' }).click();
  await expect(page.locator('tc-field[data-path="annualSales"] input')).toHaveValue('162000000');
});
