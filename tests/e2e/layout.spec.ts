import { expect, loadExample, open, test, views } from './page';

// Widths are set here, so that one project is enough.
test.beforeEach(({}, info) => test.skip(info.project.name === 'phone', 'the widths are set in the test'));

test('on a phone the answer is always one press away', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await open(page, 'check', 'zh-CN');
  await loadExample(page);
  const bar = page.locator('.bar');
  await expect(bar).toContainText('需要行动 · DSO 97.67 天');
  await bar.getByRole('button', { name: '查看结果' }).click();
  await expect(page.locator('.answer')).toBeInViewport();
  await expect(bar).toHaveCount(0);
});

test('on a phone what is still needed for an answer is one press away', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await open(page, 'limit', 'zh-CN');
  await page.locator('tc-field[data-path="monthlyPurchases"] input').fill('15万');
  await page.locator('tc-field[data-path="termsDays"] input').fill('60');
  const bar = page.locator('.bar');
  await expect(bar).toContainText('还需要填写');
  await bar.getByRole('button', { name: '评级' }).click();
  await expect(page.locator('tc-field[data-path="grade"]')).toBeInViewport();
  await page.getByLabel('C', { exact: true }).check();
  await bar.getByRole('button', { name: '查看结果' }).click();
  await expect(page.locator('.answer')).toContainText('¥300,000.00');
  await expect(page.locator('.answer')).toContainText('这还只是需求');
  await page.locator('.answer').getByRole('button', { name: '保险公司批复的限额' }).click();
  await page.locator('tc-field[data-path="insurerLimit"] input').fill('20万');
  await expect(page.locator('.answer')).toContainText('¥200,000.00');
  await expect(page.locator('.answer')).not.toContainText('这还只是需求');
});

test('targets are large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  for (const view of views) {
    await open(page, view, 'zh-CN');
    await loadExample(page);
    const small = await page
      .locator('button:visible, a:visible, select:visible, summary:visible, input.text:visible')
      .evaluateAll((elements) =>
        elements
          .filter((element) => !element.matches('.skip'))
          .map((element) => ({ name: element.textContent?.trim(), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
      );
    expect(small, view).toEqual([]);
  }
});

test('on paper the results stay and the controls go', async ({ page }) => {
  await open(page, 'dso', 'zh-CN', 'dark');
  await page.reload();
  await loadExample(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.answer')).toBeVisible();
  await expect(page.locator('.answer')).toContainText('97.67 天');
  await expect(page.locator('tc-findings')).toBeVisible();
  await expect(page.locator('tc-dso-chart svg[role="img"]')).toBeVisible();
  await expect(page.locator('nav')).toBeHidden();
  await expect(page.getByRole('button', { name: '载入示例' })).toBeHidden();
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(background).toBe('rgb(255, 255, 255)');
});

test('with forced colours the charts still show', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'working-capital', 'zh-CN');
  await loadExample(page);
  const stroke = await page
    .locator('tc-cash-chart .path')
    .first()
    .evaluate((element) => getComputedStyle(element).stroke);
  expect(stroke).not.toBe('none');
  await page.screenshot({ path: 'test-results/screenshots/working-capital-forced-colours.png', fullPage: true });
});

test('charts carry a title, a description and a table', async ({ page }) => {
  await open(page, 'working-capital', 'zh-CN');
  await loadExample(page);
  const chart = page.getByRole('img', { name: '压力测试：现金走势' });
  await expect(chart).toHaveAccessibleDescription(/第 5 个月首次不足.*-¥3,471,000\.00.*第 12 个月/);
  const figure = page.locator('tc-cash-chart');
  await figure.locator('summary').click();
  await expect(figure.getByRole('row')).toHaveCount(13);
  await expect(figure.getByRole('row').nth(5)).toContainText('-¥1,063,000.00');
});
