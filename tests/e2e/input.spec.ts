import type { Locator, Page } from '@playwright/test';
import { expect, loadExample, open, results, section, test } from './page';

const field = (page: Page, path: string) => page.locator(`tc-field[data-path="${path}"]`);

/** As a spreadsheet's cells come out of the clipboard. */
const paste = (target: Locator, text: string) =>
  target.evaluate((element, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
    );
  }, text);

test('what is typed is echoed as it was read, and stays as it was typed', async ({ page }) => {
  await open(page, 'cover-value', 'zh-CN');
  const turnover = field(page, 'insuredTurnover');
  await turnover.locator('input').fill('1.2亿');
  await expect(turnover).toContainText('= ¥120,000,000.00');
  await field(page, 'premiumRate').locator('input').fill('2.8‰');
  await expect(field(page, 'premiumRate')).toContainText('= 0.28%');
  await field(page, 'badDebtRate').locator('input').fill('０．３５％');
  await expect(page.locator('.answer')).toBeVisible();
  await expect(results(page)).toContainText('¥420,000.00');
  await page.waitForTimeout(600);
  await page.reload();
  await expect(turnover.locator('input')).toHaveValue('1.2亿');
  await expect(field(page, 'badDebtRate').locator('input')).toHaveValue('０．３５％');
});

test('another currency is not passed over in silence', async ({ page }) => {
  await open(page, 'cover-value', 'zh-CN');
  const turnover = field(page, 'insuredTurnover');
  await turnover.locator('input').fill('1200 USD');
  await expect(turnover).toContainText('= ¥1,200.00 · USD 未换算');
  for (const own of ['￥1200', '1200元', 'CNY 1200', 'RMB1200']) {
    await turnover.locator('input').fill(own);
    await expect(turnover).toContainText('= ¥1,200.00');
    await expect(turnover).not.toContainText('未换算');
  }
  // A yuan is a dollar there too, but no renminbi.
  await page.goto('./#/cover-value?lang=zh-CN&currency=HKD&coverValue.insuredTurnover=RMB1200');
  await expect(turnover).toContainText('RMB 未换算');
  await turnover.locator('input').fill('1200元');
  await expect(turnover).toContainText('= $1,200.00');
  await expect(turnover).not.toContainText('未换算');
});

test('the zeros of a large amount are one press away', async ({ page }) => {
  await open(page, 'limit', 'zh-CN');
  const purchases = field(page, 'monthlyPurchases');
  await purchases.locator('input').fill('185');
  await purchases.getByRole('button', { name: '补上“万”' }).click();
  await expect(purchases.locator('input')).toHaveValue('185万');
  await expect(purchases).toContainText('= ¥1,850,000.00');
});

test('text with two meanings asks which one, at its field', async ({ page }) => {
  await open(page, 'cover-value', 'en');
  const turnover = field(page, 'insuredTurnover');
  await turnover.locator('input').fill('1,23');
  await expect(turnover).toContainText('This can be read in two ways.');
  await expect(
    turnover.getByRole('button', { name: 'CN¥123.00' }).or(turnover.getByRole('button', { name: '¥123.00' })),
  ).toBeVisible();
  await turnover.getByRole('button', { name: '¥1.23', exact: true }).click();
  await expect(turnover.locator('input')).toHaveValue('1.23');
  await expect(turnover.locator('input')).toBeFocused();
  await expect(page.locator('tc-problems')).toHaveCount(0);
});

test('a method asks for its own fields only, and keeps what was typed for another', async ({ page }) => {
  await open(page, 'late-payment', 'zh-CN');
  await loadExample(page);
  const method = await section(page, '利率怎么定');
  await expect(method.locator('tc-field')).toHaveCount(4);
  await expect(field(page, 'method.multiple')).toBeVisible();
  await method.getByLabel('日利率').first().check();
  await expect(field(page, 'method.multiple')).toHaveCount(0);
  await field(page, 'method.dailyRate').locator('input').fill('万分之五');
  await expect(page.locator('.answer')).toContainText('18.25%');
  await method.getByLabel('贷款利率的倍数').check();
  await expect(field(page, 'method.multiple').locator('input')).toHaveValue('1.5');
  await expect(page.locator('.answer')).toContainText('5.18%');
});

test('a table from a spreadsheet fills the list, by its headings, and can be taken back', async ({ page }) => {
  await open(page, 'late-payment', 'zh-CN');
  const list = page.locator('tc-list-field[data-path="invoices"]');
  await field(page, 'asOf').locator('input').fill('2025年11月30日');
  await expect(field(page, 'asOf')).toContainText('= 2025年11月30日');
  const method = await section(page, '利率怎么定');
  await method.getByLabel('日利率').first().check();
  await paste(
    list.locator('tc-field input').first(),
    'Due date\tCustomer\tInvoice no\tAmount\n2025/9/26\tFoo\tA-101\t386,500.40\n2025/10/28\tBar\tA-117\t9.28万\n',
  );
  await expect(list.getByRole('status')).toContainText('已填入 2 行');
  await expect(list.getByRole('status')).toContainText('未填入：Customer');
  await expect(list).toContainText('A-117');
  await expect(list).toContainText('¥92,800.00');
  await expect(page.locator('.answer')).toContainText('2 张发票中 2 张逾期');
  await list.getByRole('button', { name: '撤销' }).click();
  await expect(list).not.toContainText('A-117');

  // Into the box, as one does on a phone; a second table goes below the first.
  for (const text of ['B-1\t100\t2025-09-01', 'B-2,200,2025-09-02\nB-3,300,2025-09-03']) {
    await list.getByRole('button', { name: '从表格粘贴' }).click();
    await list.getByRole('textbox', { name: /粘贴到这里/ }).fill(text);
    await list.getByRole('button', { name: '填入' }).click();
  }
  await expect(page.locator('.answer')).toContainText('3 张发票中 3 张逾期');
});

test('dates that may have the day or the month first are asked about once for the column', async ({ page }) => {
  await open(page, 'late-payment', 'en');
  const list = page.locator('tc-list-field[data-path="invoices"]');
  await paste(list.locator('tc-field input').first(), 'A-1\t100\t03/04/2025\nA-2\t200\t05/06/2025');
  await expect(list.getByRole('status')).toContainText('The dates in “Due date” can be read in two ways');
  await list.getByRole('button', { name: 'day/month/year' }).click();
  await expect(list).toContainText('Apr 3, 2025');
  await expect(list).toContainText('Jun 5, 2025');
});

test('a hundred invoices stay usable, as cards and as one large table', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the large table is for large screens');
  await open(page, 'late-payment', 'en');
  await loadExample(page, 'en');
  const list = page.locator('tc-list-field[data-path="invoices"]');
  const rows = Array.from({ length: 100 }, (_, row) => `N-${row + 1}\t${1000 + row}\t2025-08-01`).join('\n');
  await list.locator('summary').first().click();
  await list.getByRole('button', { name: 'Paste from a spreadsheet' }).click();
  await list.getByRole('textbox', { name: /^Paste here/ }).fill(rows);
  await list.getByRole('button', { name: 'Fill in' }).click();
  await expect(page.locator('.answer')).toContainText('of 104 invoices late');
  await expect(list.locator('.card')).toHaveCount(8);
  await expect(page.locator('tc-records').getByRole('button', { name: 'Show all 104' })).toBeVisible();

  await list.getByRole('button', { name: 'Edit as a table' }).click();
  const grid = list.getByRole('dialog', { name: 'Invoices' });
  await expect(grid.getByRole('row')).toHaveCount(105);
  await expect(grid.getByLabel('Row 1 Invoice')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('1.5m');
  await expect(grid).toContainText('Row 1 · Amount = ¥1,500,000.00');
  await page.keyboard.press('Enter');
  await expect(grid.getByLabel('Row 2 Amount')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(grid.getByLabel('Row 1 Amount')).toBeFocused();
  await page.keyboard.type('x');
  await expect(grid).toContainText('This is not a number.');
  await page.keyboard.type('');
  await grid.getByLabel('Row 104 Due date').press('Enter');
  await expect(grid.getByLabel('Row 105 Invoice')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid).toHaveCount(0);
});

test('today is one press away where a day is asked for', async ({ page }) => {
  await open(page, 'score', 'en');
  await field(page, 'asOf').getByRole('button', { name: 'Today' }).click();
  await expect(field(page, 'asOf').locator('input')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
});
