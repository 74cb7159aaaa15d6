import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { arrived, expect, goTo, loadExample, open, test } from './page';

// Not a matter of width.
test.beforeEach(({}, info) => test.skip(info.project.name === 'phone', 'the same on every screen'));

const keep = (page: Page) => page.locator('tc-keep');
const menu = (page: Page) => keep(page).getByRole('region', { name: 'Keep and share' });

async function openMenu(page: Page): Promise<void> {
  await keep(page).locator('.opener').click();
  await expect(menu(page)).toBeVisible();
}

async function choose(page: Page, name: string | RegExp): Promise<void> {
  await openMenu(page);
  await menu(page).getByRole('button', { name }).click();
}

async function download(page: Page, name: string | RegExp): Promise<{ file: Download; text: string }> {
  const waiting = page.waitForEvent('download');
  await choose(page, name);
  const file = await waiting;
  return { file, text: readFileSync(await file.path(), 'utf8') };
}

async function openFile(page: Page, name: string, text: string): Promise<void> {
  const waiting = page.waitForEvent('filechooser');
  await choose(page, /Open a file/);
  await (await waiting).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

const field = (page: Page, path: string) => page.locator(`tc-field[data-path="${path}"] input`);

test('nothing is stored until it is asked for, comes back then, and is forgotten for good', async ({
  page,
  context,
}) => {
  await open(page, 'dso', 'en');
  await loadExample(page, 'en');
  await expect(keep(page).locator('.opener')).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await openMenu(page);
  await menu(page).getByLabel('Save what I type in this browser').check();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await field(page, 'creditSales').fill('170000000');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('trade-credit'))).toContain('170000000');

  const later = await context.newPage();
  await later.goto('./#/dso?lang=en');
  await arrived(later, 'dso');
  await expect(field(later, 'creditSales')).toHaveValue('170000000');

  // A link that brings other figures: what is stored is neither shown nor overwritten.
  const linked = await context.newPage();
  await linked.goto('./#/dso?lang=en&dso.creditSales=5000');
  await arrived(linked, 'dso');
  await expect(keep(linked)).toContainText('Other work is saved in this browser');
  await field(linked, 'closingReceivables').fill('700');
  await linked.waitForTimeout(900);
  expect(await linked.evaluate(() => localStorage.getItem('trade-credit'))).toContain('170000000');
  await keep(linked).getByRole('button', { name: 'Use the saved work' }).click();
  await expect(field(linked, 'creditSales')).toHaveValue('170000000');
  await keep(linked).getByRole('button', { name: 'Undo' }).click();
  await expect(field(linked, 'creditSales')).toHaveValue('5000');

  await choose(later, /Forget everything/);
  await menu(later).getByRole('button', { name: 'Forget everything' }).click();
  await expect(keep(later)).toContainText('Everything is forgotten');
  await expect(field(later, 'creditSales')).toHaveValue('');
  await expect(later).toHaveURL(/#\/dso$/);
  await later.waitForTimeout(900);
  await page.bringToFront();
  await field(page, 'creditSales').fill('180000000');
  await page.waitForTimeout(900);
  // Not by another window either.
  expect(await later.evaluate(() => localStorage.length)).toBe(0);
});

test('a copied link brings the work along, one without figures does not', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'dso', 'en');
  await loadExample(page, 'en');
  await choose(page, /^Copy the link The link holds/);
  await expect(keep(page)).toContainText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#/dso?');
  expect(new URL(link).search).toBe('');
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('.answer')).toContainText('97.67');

  await choose(page, 'Copy the link without figures');
  const bare = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(bare).hash).toBe('#/dso');
});

test('everything goes into a file and comes back, and nothing is replaced unasked', async ({ page }) => {
  await open(page, 'dso', 'en');
  await loadExample(page, 'en');
  const { file, text } = await download(page, /^Everything \(JSON\)/);
  expect(file.suggestedFilename()).toMatch(/^trade-credit-\d{4}-\d{2}-\d{2}\.json$/);
  expect(JSON.parse(text)).toMatchObject({ format: 'trade-credit', version: 1, currency: 'CNY' });

  await goTo(page, 'Working capital');
  await arrived(page, 'working-capital');
  await field(page, 'receivables').fill('123');
  await goTo(page, 'DSO');
  await field(page, 'creditSales').fill('99');

  await openFile(page, 'work.json', text);
  await expect(menu(page)).toContainText('The page now holds');
  await menu(page).getByRole('button', { name: 'Replace only what the file holds' }).click();
  await expect(field(page, 'creditSales')).toHaveValue('162000000');
  await goTo(page, 'Working capital');
  await expect(field(page, 'receivables')).toHaveValue('123');
  await openFile(page, 'work.json', text);
  await menu(page).getByRole('button', { name: 'Replace all by the file' }).click();
  await expect(field(page, 'receivables')).toHaveValue('');
  await keep(page).getByRole('button', { name: 'Undo' }).click();
  await expect(field(page, 'receivables')).toHaveValue('123');

  await openFile(page, 'work.json', text.slice(0, 100));
  await expect(keep(page).getByRole('alert')).toContainText('no JSON');
  const policy = { receivables: { overdueRateHigh: '2' } };
  await openFile(page, 'pack.json', JSON.stringify({ format: 'trade-credit', version: 1, policy }));
  await expect(keep(page).getByRole('alert')).toContainText('overdue rate');
  await expect(field(page, 'receivables')).toHaveValue('123');
});

test('results are a table, deadlines a calendar', async ({ page }) => {
  await open(page, 'late-payment' as 'dso', 'en');
  await openMenu(page);
  await expect(menu(page).getByRole('button', { name: /^Results as a table/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await loadExample(page, 'en');
  const table = await download(page, /^Results as a table/);
  expect(table.file.suggestedFilename()).toMatch(/^late-payment-.*\.csv$/);
  expect(table.text).toMatch(/^\uFEFFKind,Id,Name,Value,Unit,As shown,Detail,Source\r\n/);
  const calendar = await download(page, /^Deadlines \(\.ics\): \d+ dates/);
  expect(calendar.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar.text).toContain('SUMMARY:Invoice A-117: Stop supply\r\n');
});

test('every step can be printed, and is folded again afterwards', async ({ page }) => {
  await page.goto('./#/limit?lang=en');
  await arrived(page, 'limit');
  await expect(keep(page)).toContainText('Thresholds');
  await loadExample(page, 'en');
  const steps = page.locator('.results tc-step');
  const all = await steps.count();
  expect(all).toBeGreaterThan(10);
  await expect(steps.filter({ visible: true })).toHaveCount(0);
  // What the printer would get, at the moment it is called.
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await choose(page, /^Print with every step/);
  await expect(page.locator('html[data-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await expect(steps.filter({ visible: true })).toHaveCount(all);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(steps.filter({ visible: true })).toHaveCount(0);
});

test('on paper stand figures, results, assumptions, the pack, the version and the day', async ({ page }) => {
  await page.goto(
    './#/dso?lang=en&theme=dark&policy.receivables.overdueRateHigh=0.2&policy.name=Our+own&holidays=2026-10-01',
  );
  await arrived(page, 'dso');
  await expect(keep(page)).toContainText('1 changed');
  await loadExample(page, 'en');
  await page.emulateMedia({ media: 'print' });
  await expect(keep(page).locator('.head')).toContainText(/Printed on .*Thresholds Our\+own · [0-9a-f]{16}.*Version/s);
  await expect(page.locator('.answer')).toContainText('97.67');
  await expect(page.locator('tc-form')).toBeHidden();
  const paper = page.locator('tc-paper');
  await expect(paper).toContainText(/Credit sales\s*¥162,000,000\.00/);
  await expect(paper.getByRole('row')).not.toHaveCount(0);
  await expect(paper).toContainText(/overdue rate.*20% \(default 15%\)/s);
  await expect(paper).toContainText('Oct 1, 2026');
  await expect(page.locator('footer')).toContainText('not investment, legal or underwriting advice');
  await expect(page.locator('header nav')).toBeHidden();
});
