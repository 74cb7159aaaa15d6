import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Host } from './host';
import { nextBuild } from './next-build';
import { expect as usual, loadExample, test } from './page';

// A busy machine is slow, which is no fault of the page.
const expect = usual.configure({ timeout: 20_000 });

// A fetch that fails because the network is off is no fault of the page; the rest is held to as everywhere.
test.use({ serviceWorkers: 'allow' });
test.skip(({ isMobile }) => isMobile, 'the same worker on a phone');

/** Every file of the build is kept. */
const kept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
  });

test('after one visit the page works with the network off, under any path, in both languages', async ({
  page,
  context,
}) => {
  const host = await Host.start();
  host.folders = { '/tools/credit/': host.folders['/'] ?? '' };
  await page.goto(`${host.origin}/tools/credit/#/check?lang=en`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await kept(page);

  // Icons and requests over before the network goes.
  await expect(page.locator('tc-app[complete]')).toBeAttached();
  await host.stop();
  await page.reload();
  for (const [place, lang] of [
    ['dso', 'en'],
    ['working-capital', 'zh-CN'],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), `#/${place}?lang=${lang}`);
    await expect(page.locator(`tc-${place}-view h1`)).toBeVisible();
    await loadExample(page, lang);
  }
  // A tab of its own, begun without a network.
  const other = await context.newPage();
  await other.goto(`${host.origin}/tools/credit/index.html#/dso?lang=en`);
  await expect(other.locator('tc-dso-view h1')).toBeVisible();
});

test('it can be installed', async ({ page }) => {
  const host = await Host.start();
  await page.goto(host.origin);
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Tests run in windows that keep nothing.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  await host.stop();
});

test('a new build is offered and not forced; one that does not arrive whole leaves the old one working', async ({
  page,
}) => {
  const host = await Host.start();
  const [old, next] = [host.folders['/'] ?? '', await nextBuild()];
  const title = page.locator('header .brand');
  const offer = page.getByRole('button', { name: 'Use it now' });
  const visit = async () => {
    await page.reload();
    await expect(page.locator('tc-app[complete]')).toBeAttached();
    await kept(page);
  };
  await page.goto(`${host.origin}/#/dso?lang=en`);
  await expect(title).toHaveText('Trade Credit Calculator');
  await kept(page);

  // Half of it is there: its worker, but not its engine.
  host.folders = { '/': next };
  host.missing = (path) => path.endsWith('-next.wasm');
  await visit();
  await expect.poll(() => host.asked.some((path) => path.endsWith('-next.wasm'))).toBe(true);
  await expect(title).toHaveText('Trade Credit Calculator');
  await expect(offer).toBeHidden();

  // A document that is newer than the list of files, as behind a cache: not kept with them either.
  host.folders = { '/': old, '/sw.js': next, '/assets/': `${next}/assets` };
  host.missing = () => false;
  await visit();
  await expect(title).toHaveText('Trade Credit Calculator');
  await expect(offer).toBeHidden();

  // All of it: what was typed stays, and nothing changes until it is wanted.
  host.folders = { '/': next };
  await visit();
  await expect(offer).toBeVisible();
  await expect(title).toHaveText('Trade Credit Calculator');
  await page.locator('tc-field input').first().fill('1234');
  await offer.click();
  await expect(title).toHaveText('Trade Credit Calculator, next');
  await expect(page.locator('tc-field input').first()).toHaveValue('1234');
  await host.stop();
  await page.reload();
  await expect(title).toHaveText('Trade Credit Calculator, next');
  await rm(next, { recursive: true });
});
