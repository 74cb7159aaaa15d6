import { readFileSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { arrived, expect as usual, test, type Language } from './page';

// Reading takes its time on a busy machine.
const expect = usual.configure({ timeout: 30_000 });

const words = {
  'zh-CN': {
    sample: '用示例试试',
    read: '开始读取',
    cancel: '取消',
    correct: '更正读法',
    asOf: '截止日',
    other: '换一个文件',
  },
  en: {
    sample: 'Try the sample',
    read: 'Read the file',
    cancel: 'Cancel',
    correct: 'Correct this',
    asOf: 'As of',
    other: 'Another file',
  },
} as const;

const report = (page: Page): Locator => page.locator('tc-ledger-report');
const totals = (page: Page): Locator => report(page).locator('.totals');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function openLedger(page: Page, language: Language = 'en', theme = 'auto'): Promise<void> {
  await page.goto(`./#/ledger?lang=${language}&theme=${theme}`);
  await expect(page.locator('tc-file-drop')).toBeVisible();
}

const give = (page: Page, text: string | Buffer, name = 'receivables.csv'): Promise<void> =>
  page
    .locator('tc-file-drop input')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(text) ? text : Buffer.from(text) });

async function read(page: Page, text: string | Buffer, language: Language = 'en'): Promise<void> {
  await give(page, text);
  await page.getByLabel(words[language].asOf, { exact: true }).fill('2026-06-30');
  await button(page, words[language].read).click();
}

/** A file of any size, made in the page of one piece over and over, and dropped on it. */
const drop = (page: Page, times: number): Promise<void> =>
  page.evaluate((count) => {
    const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + (at % 150))).toISOString().slice(0, 10);
    const row = (_: unknown, at: number) =>
      `Buyer ${at % 997},INV-${at},${day(at)},${day(at + 30)},${at % 9000}.25,CNY\n`;
    const piece = Array.from({ length: 10_000 }, row).join('');
    const head = 'customer,invoice,invoice date,due date,amount,currency\n';
    const file = new File([head, ...Array<string>(count).fill(piece)], 'large.csv');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const area = document
      .querySelector('tc-app')
      ?.shadowRoot?.querySelector('tc-ledger-page')
      ?.shadowRoot?.querySelector('tc-file-drop')
      ?.shadowRoot?.querySelector('.drop');
    area?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, times);

async function accessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  expect(found, state).toEqual([]);
}

test('the sample becomes a report that answers other questions at once and goes on into calculators', async ({
  page,
  isMobile,
}) => {
  await openLedger(page);
  await button(page, words.en.sample).click();
  await expect(totals(page)).toContainText('Open receivables');
  await expect(page.locator('tc-ledger-page .read')).toContainText('All 5,000 rows read.');
  await expect(page.locator('tc-pareto-chart svg[role="img"]')).toHaveAccessibleDescription(
    /^The 12 that owe most come to/,
  );

  // Another currency is another report.
  const inYuan = await totals(page).innerText();
  await button(page, 'USD').click();
  await expect(totals(page)).toContainText('US$'.slice(2));
  await expect(totals(page)).not.toContainText('¥');
  await button(page, 'CNY').click();
  expect(await totals(page).innerText()).toBe(inYuan);

  // Another day, insurance, a limit, a rate.
  await page.getByLabel('Move the day').focus();
  await page.keyboard.press('ArrowRight');
  await expect(totals(page)).not.toHaveText(inYuan);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => totals(page).innerText()).toBe(inYuan);
  await page.locator('tc-what-if summary').filter({ hasText: 'Credit insurance' }).click();
  await page.getByLabel('Insured on these terms').check();
  await expect(totals(page)).toContainText('Insurance would pay');
  await page.locator('tc-what-if summary').filter({ hasText: 'Provision rates' }).click();
  await page
    .locator('tc-what-if')
    .getByLabel(/^Not yet due/)
    .fill('100');
  await expect(report(page).getByRole('row', { name: /^Not yet due/ })).toContainText('100%');
  await page
    .locator('tc-what-if')
    .getByLabel(/^Not yet due/)
    .fill('');

  // The table: sorted, searched, one buyer looked at.
  const table = report(page).getByRole('table', { name: 'Buyers' });
  const names = () => table.locator('.cell.name button.link').allInnerTexts();
  await expect(table).toHaveAttribute('aria-rowcount', /^1[5-7]\d$/);
  const byOpen = await names();
  if (isMobile) await report(page).getByLabel('Sort by').selectOption('name');
  else await table.getByRole('columnheader', { name: 'Buyer' }).getByRole('button').click();
  await expect.poll(names).not.toEqual(byOpen);
  expect(await names()).toEqual([...(await names())].sort());
  await report(page).getByLabel('Find a buyer').fill('harbour mach');
  await expect(table).toHaveAttribute('aria-rowcount', '2');
  await table.getByRole('button', { name: 'Harbour Machinery Ltd' }).click();
  const dialog = page.getByRole('dialog', { name: 'Harbour Machinery Ltd' });
  await expect(dialog.getByText('Longest overdue')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // What is known goes along, and the ledger is still there afterwards.
  await report(page).getByRole('button', { name: 'DSO', exact: true }).click();
  await arrived(page, 'dso');
  const dso = /([\d.]+)\sdays/.exec(inYuan)?.[1] ?? 'none';
  await expect(page.locator('tc-dso-view .answer')).toContainText(dso);
  await page.goBack();
  await expect.poll(() => totals(page).innerText()).toContain(dso);
});

// Below, the phone would do the same again.
test.describe('at a desk', () => {
  test.skip(({ isMobile }) => isMobile, 'the same on a phone');

  test('a file of Excel in China is read as it is, and its figures are exact', async ({ page }) => {
    await page.goto('./#/check?lang=zh-CN');
    await expect(page.locator('tc-app[complete]')).toBeAttached();
    await openLedger(page, 'zh-CN');
    // “客户名称,到期日,价税合计” and “甲公司” in GBK.
    const gbk = Buffer.from(
      'bfcdbba7c3fbb3c62cb5bdc6dac8d52cbcdbcbb0bacfbcc60d0abcd7b9abcbbe2c323032362d30352d30312c302e310d0abcd7b9abcbbe2c323032362d30372d30312c302e320d0a',
      'hex',
    );
    await give(page, gbk);
    await expect(page.locator('tc-ledger-page')).toContainText('GBK / GB18030');
    await expect(page.getByRole('combobox', { name: '“客户名称”列是什么' })).toHaveValue('buyer');
    await page.getByLabel(words['zh-CN'].asOf, { exact: true }).fill('2026年6月30日');
    await button(page, words['zh-CN'].read).click();
    await expect(totals(page)).toContainText('¥0.30');
    await expect(report(page).getByRole('button', { name: '甲公司' })).toBeVisible();
    // The parts that came with the ledger are the page's own, and nothing else was asked for.
    await expect(page.locator('#requests')).toHaveText('打开页面后的网络请求：0 次');
  });

  test('columns that are not found are asked for, and so is what a file leaves open', async ({ page }) => {
    await openLedger(page);
    await give(page, 'Firma;due date;Summe\nA & Co;03/04/2026;1.000,50\nB;05/06/2026;20,00\n');
    const who = page.getByRole('combobox', { name: 'What column “Firma” holds' });
    await expect(button(page, words.en.read)).toBeDisabled();
    await who.selectOption('buyer');
    await page.getByRole('combobox', { name: 'What column “Summe” holds' }).selectOption('amount');
    await button(page, words.en.read).click();
    await expect(page.getByRole('alert')).toContainText('do not say whether the day or the month comes first');
    await page.getByLabel('Dates are written').selectOption('DMY');
    await button(page, words.en.read).click();
    await expect(totals(page)).toContainText('¥1,020.50');
    // What was corrected is kept while one looks again.
    await button(page, words.en.correct).click();
    await expect(who).toHaveValue('buyer');
  });

  test('rows that cannot be read are listed with their reason, and nothing is lost', async ({ page }) => {
    await openLedger(page);
    await read(
      page,
      'customer,due date,amount\nA,2026-05-01,100\nB,2026-13-01,5\n"C, Inc",2026-05-01,x\nD,2026-05-01,"1,234"\nTotal,,105\n',
    );
    await expect(page.locator('tc-ledger-page .read')).toContainText('1 of 5 rows read.');
    await expect(page.locator('tc-ledger-page .asked')).toContainText('1 amounts can be read in two ways');
    const rejects = page.locator('tc-rejects');
    await rejects.locator('summary').click();
    await expect(rejects.getByRole('row', { name: /^3 Due date: no date 2026-13-01/ })).toBeVisible();
    const saved = page.waitForEvent('download');
    await button(page, 'Download the list').click();
    expect((await saved).suggestedFilename()).toBe('receivables-unreadable.csv');
    // Said how amounts are written, the file is read again.
    await button(page, words.en.correct).click();
    await page.getByLabel('Amounts are written').selectOption('en');
    await button(page, words.en.read).click();
    await expect(totals(page)).toContainText('¥1,334.00');
    // The table of buyers: every column has its own name, the stage is in words.
    const exported = page.waitForEvent('download');
    await button(page, 'Export CSV').click();
    const [head = '', ...rows] = readFileSync(await (await exported).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(head).toMatch(/^\uFEFF?Buyer,.*,Stage$/);
    expect(new Set(head.split(',')).size).toBe(head.split(',').length);
    for (const row of rows) expect(row).toMatch(/,Stop supply$/);
  });

  test('what is no ledger gets a plain answer, and the next file works', async ({ page }, info) => {
    await openLedger(page);
    const alert = page.getByRole('alert');
    await give(page, Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'receivables.xlsx');
    await expect(alert).toContainText('Excel workbook');
    await give(page, Buffer.alloc(0), 'empty.csv');
    await expect(alert).toContainText('No table was found');
    await button(page, words.en.other).click();

    // A file that is gone when it is to be read.
    const path = info.outputPath('gone.csv');
    await writeFile(path, 'customer,due date,amount\nA,2026-05-01,100\n');
    await page.locator('tc-file-drop input').setInputFiles(path);
    await expect(button(page, words.en.read)).toBeEnabled();
    await rm(path);
    await button(page, words.en.read).click();
    await expect(alert).toContainText('could not be read to its end');
    await button(page, words.en.other).click();
    await read(page, 'customer,due date,amount\nA,2026-05-01,100\n');
    await expect(totals(page)).toContainText('¥100.00');
  });

  test('an engine that does not arrive is asked for again', async ({ page, complaints }) => {
    const engine = readFileSync('pkg/ledger/trade_credit_bg.wasm');
    const file = readdirSync('dist/assets').find((name) => readFileSync(`dist/assets/${name}`).equals(engine));
    let isOff = true;
    await page.route(`**/${file}`, (route) => (isOff ? route.fulfill({ status: 503 }) : route.continue()));
    await openLedger(page);
    await give(page, 'customer,due date,amount\nA,2026-05-01,100\n');
    await expect(page.getByRole('alert')).toContainText('did not load');
    isOff = false;
    // The browser says so itself.
    expect(complaints.splice(0).every((text) => text.includes('503'))).toBe(true);
    await read(page, 'customer,due date,amount\nA,2026-05-01,100\n');
    await expect(totals(page)).toContainText('¥100.00');
  });

  test('a large file is read beside the page, stops at once when cancelled, and is then read to its end', async ({
    page,
  }) => {
    await openLedger(page);
    await drop(page, 30);
    await expect(button(page, words.en.read)).toBeEnabled();
    // How often the page got its turn while the file was read.
    const turns = page.evaluate(async () => {
      const app = document.querySelector('tc-app')?.shadowRoot?.querySelector('tc-ledger-page')?.shadowRoot;
      const started = performance.now();
      let count = 0;
      while (!app?.querySelector('tc-ledger-report')) {
        await new Promise((resolve) => setTimeout(resolve));
        count++;
      }
      return { count, time: performance.now() - started };
    });
    await button(page, words.en.read).click();
    const { count, time } = await turns;
    // A page that reads by itself has none at all.
    expect(count).toBeGreaterThan(time / 50);
    await expect(page.locator('tc-ledger-page .read')).toContainText('All 300,000 rows read.');

    await button(page, words.en.other).click();
    await drop(page, 600);
    await button(page, words.en.read).click();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await button(page, words.en.cancel).click();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(button(page, words.en.read)).toBeEnabled();
  });

  for (const [language, theme, width] of [
    ['zh-CN', 'dark', 320],
    ['en', 'light', 1280],
  ] as const) {
    test(`every step is accessible and fits, in ${language} at ${width} px`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openLedger(page, language, theme);
      await accessible(page, 'empty');
      await button(page, words[language].sample).click();
      await expect(totals(page)).toBeVisible();
      await expect(report(page).locator('.cell.name button.link').first()).toBeVisible();
      await page.locator('tc-what-if details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      await accessible(page, 'report');
      const fits = () =>
        page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
      expect(await fits(), 'no horizontal scrolling').toBe(true);
      await report(page).locator('.cell.name button.link').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await accessible(page, 'buyer');
      await page.keyboard.press('Escape');
      await button(page, words[language].correct).click();
      await expect(page.locator('tc-ledger-columns table')).toBeVisible();
      await accessible(page, 'columns');
      expect(await fits(), 'no horizontal scrolling').toBe(true);
    });
  }
});
