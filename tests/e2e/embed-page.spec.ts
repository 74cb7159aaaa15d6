import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect as usual, test } from './page';

// A busy machine is slow, which is no fault of the page.
const expect = usual.configure({ timeout: 20_000 });
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('every option is live, and the code says what is chosen', async ({ page }) => {
  await page.goto('./#/embed?lang=en');
  const code = page.locator('tc-embed-page pre').first();
  const preview = page.locator('tc-embed-page trade-credit');
  await expect(preview.locator('tc-dso-view h1')).toBeVisible();
  await expect(code).toContainText('<trade-credit calculator="dso">');

  await page.getByLabel('Calculator', { exact: true }).selectOption('workingCapital');
  await page.getByLabel('Language', { exact: true }).last().selectOption('zh-CN');
  await page.locator('tc-embed-page').getByLabel('Currency').first().selectOption('EUR');
  await page.getByLabel('Figures to start with').selectOption('example');
  await page.locator('tc-embed-page').getByLabel('Appearance').selectOption('dark');
  await page.getByLabel('Use a colour of my own').check();
  await page.getByLabel('Compact: the answer only').check();
  await page.getByText('Questions to ask').click();
  for (const name of ['Receivables', 'Inventory']) await page.getByRole('checkbox', { name, exact: true }).check();
  await expect(preview.locator('tc-working-capital-view .answer')).toBeVisible();
  await expect(preview.locator('h1')).toHaveText('营运资金与压力测试');
  await expect(preview.locator('tc-field')).toHaveCount(2);
  for (const part of [
    'calculator="working-capital"',
    'lang="zh-CN"',
    'currency="EUR"',
    'theme="dark"',
    'accent="#',
    'fields="receivables inventory"',
    ' compact',
    `values='{"receivables"`,
  ])
    await expect(code).toContainText(part.trim());

  await page.getByLabel('Frame (iframe)').check();
  await page.getByLabel('Site that may have the results').fill('https://portal.example/page');
  await expect(page.getByText('Please enter an origin')).toBeVisible();
  await page.getByLabel('Site that may have the results').fill('https://portal.example');
  await expect(code).toContainText('target=https%3A%2F%2Fportal.example');
  // What is copied works.
  const address = /src="([^"]*embed\.html[^"]*)"/.exec((await code.textContent()) ?? '')?.[1] ?? '';
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.goto(address.replace(/&amp;/g, '&').replace(/&#39;/g, "'"));
  await expect(page.locator('trade-credit tc-working-capital-view .answer')).toBeVisible();
});

test('the README has the same code', async ({ page, baseURL }) => {
  await page.goto('./#/embed?lang=en');
  const shown = async () =>
    (await page.locator('tc-embed-page pre').allTextContents()).map((text) =>
      text.replaceAll(baseURL ?? '', 'https://calculator.example'),
    );
  await expect(page.locator('tc-embed-page pre').first()).toBeVisible();
  const [element = '', policy = ''] = await shown();
  await page.getByLabel('Frame (iframe)').check();
  const [frame = '', framePolicy = ''] = await shown();
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const readme = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    for (const code of [element, policy, frame, framePolicy]) expect(readme).toContain(code);
  }
});
