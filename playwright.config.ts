import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Every worker reads this file again: the first to do so chooses the port for all.
process.env['E2E_PORT'] ??= execFileSync(process.execPath, [here('scripts/free-port.mjs'), '4273'], {
  encoding: 'utf8',
}).trim();
const origin = `http://127.0.0.1:${process.env['E2E_PORT']}`;

/** The browser that set-up found; without one, Playwright's own. */
function chromium(): string | undefined {
  try {
    return readFileSync(here('.tools/chromium'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
const executablePath = chromium();

const SECOND_ENGINE = '**/firefox.spec.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // A browser that is late on a busy machine is asked once more; what helps only then is told as flaky.
  retries: 1,
  reporter: 'list',
  // A busy machine is slow, which is no fault of the page.
  expect: { timeout: 15_000 },
  use: {
    baseURL: origin,
    // It would fetch the whole page at every visit; tests/e2e/offline.spec.ts allows it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        // In a container there is often no sandbox to be had; the only page it opens is our own.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', testIgnore: SECOND_ENGINE, use: { viewport: { width: 1280, height: 800 } } },
    // What differs on a phone: the layout, the way through, and how one types.
    {
      name: 'phone',
      testMatch: /(layout|self-check|errors|input|pasted-table)\.spec\.ts/,
      use: { ...devices['Pixel 7'] },
    },
    // It brings its own browser.
    { name: 'firefox', testMatch: SECOND_ENGINE },
  ],
  webServer: {
    command: `${JSON.stringify(process.execPath)} node_modules/vite/bin/vite.js preview www --host 127.0.0.1 --port ${process.env['E2E_PORT']} --strictPort`,
    url: origin,
    reuseExistingServer: false,
  },
});
