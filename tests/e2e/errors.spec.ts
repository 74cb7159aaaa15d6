import { expect, loadExample, open, test, type Language } from './page';

const cases: Record<Language, { field: string; typed: string; message: string; problems: string; stale: string }> = {
  'zh-CN': {
    field: '赊销收入',
    typed: '一百六十万',
    message: '数字格式无法识别。可以填 1234.50、1,234.50 或 12万。',
    problems: '有 1 处需要修改',
    stale: '以下是修改前的结果',
  },
  en: {
    field: 'Credit sales',
    typed: '1.6 million',
    message: 'This is not a number. For example: 1234.50, 1,234.50 or 1.2m.',
    problems: '1 entry needs a correction',
    stale: 'These are the results before the last change',
  },
};

for (const language of ['zh-CN', 'en'] as const) {
  test(`an error stands at its field in ${language}, and what was typed stays`, async ({ page }) => {
    const { field, typed, message, problems, stale } = cases[language];
    await open(page, 'dso', language);
    await loadExample(page, language);
    const input = page.locator('tc-field[data-path="creditSales"] input');
    await input.fill(typed);
    await expect(input).toHaveValue(typed);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(input).toHaveAccessibleDescription(new RegExp(message.slice(0, 12).replace('.', '\\.')));
    await expect(page.locator('tc-field[data-path="creditSales"]')).toContainText(message);
    const list = page.locator('tc-problems');
    await expect(list).toContainText(problems);
    await expect(page.locator('.results')).toContainText(stale);
    await expect(page.locator('.answer')).toContainText('97.67');

    await list.getByRole('button', { name: field }).click();
    await expect(input).toBeFocused();
    await input.fill('162000000');
    await expect(list).toHaveCount(0);
    await expect(input).toHaveAttribute('aria-invalid', 'false');
  });
}

test('an empty form is greeted, not scolded', async ({ page }) => {
  await open(page, 'dso', 'en');
  await expect(page.locator('tc-problems')).toHaveCount(0);
  await page.locator('tc-field[data-path="creditSales"] input').fill('100');
  await expect(page.locator('tc-problems')).toHaveCount(0);
  await expect(page.locator('.results')).toContainText('Still needed:');
  await page.locator('.results').getByRole('button', { name: 'Closing receivables' }).click();
  await expect(page.locator('tc-field[data-path="closingReceivables"] input')).toBeFocused();
});

test('percentages are checked and explained as percentages', async ({ page }) => {
  await open(page, 'dso', 'en');
  await loadExample(page, 'en');
  await page.locator('details[data-section="cash"] summary').click();
  const field = page.locator('tc-field[data-path="costOfFunds"]');
  await expect(field.locator('input')).toHaveValue('4.35');
  await field.locator('input').fill('-1');
  await expect(field).toContainText('Must be between 0% and 1,000%.');
  await field.locator('input').fill('4.3512345');
  await expect(field).toContainText('At most 6 decimal places.');
});

test('figures that contradict each other are told so at the field', async ({ page }) => {
  await open(page, 'check', 'zh-CN');
  await page.locator('tc-field[data-path="receivables"] input').fill('100');
  await page.locator('tc-field[data-path="overdueMoreThan30"] input').fill('200');
  await expect(page.locator('tc-form')).toContainText('不能大于');
});

test('an error in a row leads into the row', async ({ page }) => {
  await open(page, 'dso', 'en');
  await loadExample(page, 'en');
  await page.locator('details[data-section="countback"] summary').click();
  const month = page.locator('tc-list-field[data-path="monthlySales"] tc-field').nth(2).locator('input');
  await month.fill('2025-13');
  await expect(page.locator('tc-problems')).toContainText('Credit sales by month · Row 2 · Month');
  await expect(page.locator('tc-problems')).toContainText(
    'Please enter year and month, for example 2025-11 or Nov 2025.',
  );
  await page.locator('details[data-section="countback"] summary').click();
  await page.locator('tc-problems').getByRole('button').click();
  await expect(month).toBeFocused();
});

test('a group that was begun is left out until it is complete, and says so', async ({ page }) => {
  await open(page, 'working-capital', 'en');
  for (const [path, text] of [
    ['receivables', '1000'],
    ['inventory', '500'],
    ['payables', '300'],
    ['annualSales', '9000'],
  ])
    await page.locator(`tc-field[data-path="${path}"] input`).fill(text ?? '');
  await page.locator('details[data-section="stress"] > summary').click();
  await page.locator('tc-field[data-path="stress.openingCash"] input').fill('100');
  await expect(page.locator('.answer')).toContainText('¥1,200.00');
  await expect(page.locator('.results')).toContainText('“Stress test” is left out for now.');
  await page.locator('.results').getByRole('button', { name: 'Cash in, normal month' }).click();
  await expect(page.locator('tc-field[data-path="stress.monthlyInflow"] input')).toBeFocused();
});
