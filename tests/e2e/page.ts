import { test as base, expect, type Locator, type Page } from '@playwright/test';

export type Language = 'zh-CN' | 'en';
/** Every calculator, by its address. */
export const everyView = [
  'check',
  'score',
  'limit',
  'dso',
  'working-capital',
  'indemnity',
  'late-payment',
  'payment-plan',
  'early-payment-discount',
  'provision',
  'cover-value',
] as const;
export type View = (typeof everyView)[number];
export const languages: readonly Language[] = ['zh-CN', 'en'];
export const views = ['check', 'dso', 'working-capital'] as const satisfies readonly View[];

export const words = {
  'zh-CN': { example: '载入示例', clear: '清空', language: '语言', theme: '外观', currency: '币种', results: '结果' },
  en: {
    example: 'Load an example',
    clear: 'Clear',
    language: 'Language',
    theme: 'Appearance',
    currency: 'Currency',
    results: 'Results',
  },
} as const;

/** Every test fails on a console error, an uncaught exception or a violation of the content security policy. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use, info) => {
      // A busy machine is slow, which is no fault of the page.
      info.setTimeout(120_000);
      const complaints: string[] = [];
      page.on('console', (message) => {
        // The tests go without a service worker, those of it apart; Playwright says so at every visit.
        if (message.text().startsWith('Service Worker registration blocked')) return;
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export async function open(
  page: Page,
  view: View = 'check',
  language: Language = 'zh-CN',
  theme = 'auto',
): Promise<void> {
  await page.goto(`./#/${view}?lang=${language}&theme=${theme}`);
  await arrived(page, view);
}

/** The view itself is there, not the one before it. */
export const arrived = (page: Page, view: View): Promise<void> =>
  expect(page.locator(`tc-${view}-view h1`).first()).toBeVisible();

/** By the navigation, which a phone keeps in a menu. */
export async function goTo(page: Page, name: string): Promise<void> {
  const menu = page.locator('header .menu');
  if (await menu.isVisible()) await menu.click();
  await page.locator('header nav').getByRole('link', { name, exact: true }).click();
}

export async function loadExample(page: Page, language: Language = 'zh-CN'): Promise<void> {
  await page.locator('tc-tools').getByRole('button', { name: words[language].example }).click();
  await expect(page.locator('.answer')).toBeVisible();
}

export const results = (page: Page, language: Language = 'zh-CN'): Locator =>
  page.getByRole('region', { name: words[language].results, exact: true });

/** The part of a form below a heading, opened. */
export async function section(page: Page, title: string): Promise<Locator> {
  const details = page.locator('tc-form details', { has: page.getByRole('heading', { name: title, exact: true }) });
  if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
  return details;
}

/** Unfolds every section and every figure. */
export const openEverything = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
