import { arrived, expect, goTo, languages, loadExample, open, test, views, words } from './page';

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
  await expect(page.locator('tc-problems')).toContainText('This is not a number');

  await page.getByLabel('Appearance').selectOption('dark');
  await page.getByLabel('Currency').selectOption('JPY');
  await goTo(page, 'Working capital');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await goTo(page, 'DSO');
  await expect(sales).toHaveValue('1620.50');
  await expect(page.locator('tc-field[data-path="closingReceivables"] input')).toHaveValue('43x');
  await expect(page.getByLabel('Currency')).toHaveValue('JPY');
  await expect(page).toHaveURL(
    /#\/dso\?(lang=en&)?theme=dark&currency=JPY&dso\.creditSales=1620\.50&dso\.closingReceivables=43x$/,
  );
  await page.reload();
  await expect(sales).toHaveValue('1620.50');
  await expect(page.locator('tc-field[data-path="closingReceivables"] input')).toHaveValue('43x');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
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
  // The less common ones are listed for those who look.
  await page.getByLabel('Currency').focus();
  await page.getByLabel('Currency').selectOption('KWD');
  await expect(page.locator('.answer')).toContainText('45,950,000.000');
});

test('figures of the self-check can be carried over', async ({ page }) => {
  await open(page, 'check', 'en');
  await page.locator('tc-field[data-path="creditSales"] input').fill('162000000');
  await page.locator('tc-field[data-path="receivables"] input').fill('43350000');
  await goTo(page, 'DSO');
  await page.getByRole('button', { name: 'Use these figures' }).click();
  await expect(page.locator('.answer')).toContainText('97.67 days');
  await expect(page.getByRole('button', { name: 'Use these figures' })).toHaveCount(0);
  await goTo(page, 'Working capital');
  await page.getByRole('button', { name: 'Use these figures' }).click();
  await expect(page.locator('tc-field[data-path="annualSales"] input')).toHaveValue('162000000');
});

test('going back undoes the step, not the typing', async ({ page }) => {
  await open(page, 'check', 'en');
  const sales = page.locator('tc-field[data-path="creditSales"] input');
  await sales.fill('1');
  await goTo(page, 'DSO');
  await page.locator('tc-field[data-path="closingReceivables"] input').fill('77');
  await page.goBack();
  await arrived(page, 'check');
  await expect(sales).toHaveValue('1');
  await sales.fill('12');
  await page.goForward();
  await arrived(page, 'dso');
  await expect(page.locator('tc-field[data-path="closingReceivables"] input')).toHaveValue('77');
  await page.goBack();
  await expect(sales).toHaveValue('12');
});

test('whoever goes elsewhere while the address is being written gets there', async ({ page }) => {
  await open(page, 'dso', 'en');
  await page.locator('tc-field[data-path="creditSales"] input').fill('5');
  await page.evaluate(() => {
    location.hash = '#/working-capital?lang=zh-CN';
    // The address is written now, before the event that tells of the new one.
    dispatchEvent(new Event('pagehide'));
  });
  await arrived(page, 'working-capital');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.evaluate(() => (location.hash = '#/dso'));
  await expect(page.locator('tc-field[data-path="creditSales"] input')).toHaveValue('5');
});

test('a link brings figures along, in place of those that were there', async ({ page }) => {
  await open(page, 'dso', 'en');
  await page.locator('tc-field[data-path="creditSales"] input').fill('5');
  const link = '#/dso?lang=en&currency=USD&dso.creditSales=3650&dso.closingReceivables=400&dso.dsoHistory=;92.1;88.6';
  await page.evaluate((hash) => (location.hash = hash), link);
  await expect(page.locator('.answer')).toContainText('40 days');
  await expect(page.getByLabel('Currency')).toHaveValue('USD');
  await page.locator('details[data-section="comparison"] summary').click();
  await expect(page.locator('tc-list-field[data-path="dsoHistory"] input').nth(1)).toHaveValue('88.6');
});

test('what is too long for the address is said to stay out of it', async ({ page }) => {
  await open(page, 'dso', 'en');
  await page.locator('tc-field[data-path="creditSales"] input').fill('9'.repeat(20_000));
  await expect(page.locator('.too-long')).toContainText('DSO');
  expect(page.url().length).toBeLessThan(200);
});
