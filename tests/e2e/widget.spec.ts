import AxeBuilder from '@axe-core/playwright';
import type { ConsoleMessage, Page } from '@playwright/test';
import { test as base, expect as usual } from '@playwright/test';
import { Host } from './host';

// A busy machine is slow, which is no fault of the page.
const expect = usual.configure({ timeout: 20_000 });

/** A page of somebody else's, the calculator on a host of its own that lets others read its files, and one that does not. */
const test = base.extend<object, { site: Host; open: Host; closed: Host }>({
  site: [async ({}, use) => void (await during({ folders: {} }, use)), { scope: 'worker' }],
  open: [
    async ({}, use) => void (await during({ headers: () => ({ 'access-control-allow-origin': '*' }) }, use)),
    { scope: 'worker' },
  ],
  closed: [async ({}, use) => void (await during({}, use)), { scope: 'worker' }],
});
async function during(change: Partial<Host>, use: (host: Host) => Promise<void>): Promise<void> {
  const host = await Host.start(change);
  await use(host);
  await host.stop();
}
test.beforeEach(() => test.setTimeout(120_000));
test.skip(({ isMobile }) => isMobile, 'the widths are those of columns, not of devices');

const values = `{"creditSales":"162000000","closingReceivables":"43350000","overdue":"9100000"}`;
const frame = (host: Host, settings: string) => `${host.origin}/embed.html#calculator=dso&lang=en&${settings}`;
const prefilled = `values=${encodeURIComponent(values)}`;

/** Writes a page and visits it; gives what the console complained of. */
async function visit(page: Page, site: Host, html: string, headers: Record<string, string> = {}): Promise<string[]> {
  site.pages = {
    '/page.html': `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">${html}`,
  };
  site.headers = () => headers;
  const complaints: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${site.origin}/page.html`);
  return complaints;
}

test('several on a page with hostile styles, in a narrow column: nothing of the page comes in', async ({
  page,
  site,
  open,
}) => {
  const complaints = await visit(
    page,
    site,
    `<style>
      html { font-size: 62.5%; }
      :root { --ink: lime; --accent: lime; --sheet: black; --rem: 40px; }
      body { font: italic 30px cursive; color: red; text-transform: uppercase; letter-spacing: 9px; text-align: right; direction: rtl; }
      * { box-sizing: content-box !important; border-radius: 0 !important; }
      div, section, input, button, h1 { background: yellow !important; padding: 40px !important; float: left !important; }
    </style>
    <script type="module" src="${open.origin}/trade-credit.js"></script>
    <script type="module" src="${open.origin}/trade-credit.js?again"></script>
    <div style="width: 320px; padding: 0 !important">
      <trade-credit id="one" calculator="dso" lang="en" theme="light" values='${values}' accent="#ffdd00"
        fields="creditSales closingReceivables"></trade-credit>
    </div>
    <trade-credit id="two" calculator="working-capital" lang="zh-CN" theme="dark" currency="USD"></trade-credit>`,
  );
  const one = page.locator('#one');
  await expect(one.locator('.answer .value')).toHaveText('97.67 days');
  await expect(one.locator('tc-field')).toHaveCount(2);
  await expect(page.locator('#two h1')).toHaveText('营运资金与压力测试');
  await expect(page.locator('#two select').first()).toHaveValue('USD');

  const look = await one
    .locator('tc-field input')
    .first()
    .evaluate((input) => {
      const { fontSize, fontStyle, textTransform, letterSpacing, direction, backgroundColor, color } =
        getComputedStyle(input);
      return { fontSize, fontStyle, textTransform, letterSpacing, direction, backgroundColor, color };
    });
  expect(look).toEqual({
    fontSize: '16px',
    fontStyle: 'normal',
    textTransform: 'none',
    letterSpacing: 'normal',
    direction: 'ltr',
    backgroundColor: 'rgba(0, 0, 0, 0)',
    color: 'rgb(20, 34, 43)',
  });
  // Nothing sticks out of a column of 320 px.
  const overflow = await one.evaluate((element) => {
    const column = element.getBoundingClientRect();
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((inner) => [inner, ...(inner.shadowRoot ? all(inner.shadowRoot) : [])]);
    return all(element.shadowRoot as ShadowRoot)
      .filter((inner) => !inner.closest('.visually-hidden') && inner.getBoundingClientRect().right > column.right + 0.5)
      .map((inner) => inner.tagName);
  });
  expect(overflow).toEqual([]);
  // Yellow on white cannot be read: it has been darkened. Axe measures the contrast of every text, in both themes.
  const { violations } = await new AxeBuilder({ page }).include('#one').include('#two').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('attributes and properties change what is there; results and errors are told', async ({ page, site, open }) => {
  await visit(
    page,
    site,
    `<script type="module" src="${open.origin}/trade-credit.js"></script>
    <trade-credit calculator="dso" lang="en"></trade-credit>
    <script>
      window.told = [];
      for (const name of ['trade-credit-result', 'trade-credit-cleared', 'trade-credit-error'])
        document.addEventListener(name, ({ detail }) => told.push({ name, code: detail.code, of: name.endsWith('cleared') ? detail.calculator : undefined, dso: detail.report?.result.dso, currency: detail.currency, policy: detail.report?.policy.name }));
      for (const name of ['tc-form', 'tc-typed', 'tc-values', 'tc-report']) document.addEventListener(name, () => told.push({ name }));
    </script>`,
  );
  const element = page.locator('trade-credit');
  const told = () => page.evaluate(() => (window as unknown as { told: { code?: string }[] }).told.splice(0));
  await element.locator('tc-field input').nth(0).fill('162000000');
  await element.locator('tc-field input').nth(1).fill('43350000');
  await expect
    .poll(told)
    .toContainEqual({ name: 'trade-credit-result', dso: '97.67', currency: 'CNY', policy: 'documents-2025' });
  await element.getByLabel('Currency').selectOption('USD');
  await expect
    .poll(told)
    .toEqual([{ name: 'trade-credit-result', dso: '97.67', currency: 'USD', policy: 'documents-2025' }]);
  await element.locator('tc-field input').nth(1).fill('many');
  await expect.poll(told).toEqual([
    { name: 'trade-credit-cleared', of: 'dso' },
    { name: 'trade-credit-error', code: 'input' },
  ]);
  await element.locator('tc-field input').nth(1).fill('10');
  await expect.poll(told).toHaveLength(1);
  // The result that goes is that of the calculator that was there.
  await element.evaluate((element) => element.setAttribute('calculator', 'provision'));
  await expect.poll(told).toEqual([{ name: 'trade-credit-cleared', of: 'dso' }]);
  await element.evaluate((element) => element.setAttribute('calculator', 'dso'));
  await expect.poll(told).toHaveLength(1);
  await element.locator('tc-tools').getByRole('button', { name: 'Clear' }).click();
  await expect.poll(told).toEqual([{ name: 'trade-credit-cleared', of: 'dso' }]);

  await element.evaluate((element) =>
    Object.assign(element, { policy: { name: 'ours' }, values: { creditSales: '3650', closingReceivables: 10 } }),
  );
  await expect.poll(told).toContainEqual({ name: 'trade-credit-result', dso: '1.00', currency: 'USD', policy: 'ours' });
  await expect(element.locator('[part=footer]')).toContainText('ours');
  // Thresholds that the engine does not take are the page's mistake, and none of the visitor's business.
  await element.evaluate((element) => element.setAttribute('policy', '{"receivables":{"overdueRate":"1"}}'));
  await expect.poll(told).toContainEqual({ name: 'trade-credit-error', code: 'attribute' });
  await expect(element.locator('tc-problems')).toHaveCount(0);
  await element.evaluate((element) => element.setAttribute('currency', 'jpy'));
  await expect(element.getByLabel('Currency')).toHaveValue('JPY');
  await element.evaluate((element) => element.setAttribute('fields', 'turnover'));
  await expect.poll(told).toContainEqual({ name: 'trade-credit-error', code: 'attribute' });
  expect(await element.locator('tc-field').count()).toBeGreaterThan(2);
  await element.evaluate((element) => element.setAttribute('values', '{creditSales'));
  await expect.poll(told).toContainEqual({ name: 'trade-credit-error', code: 'attribute' });
  await element.evaluate((element) => element.setAttribute('values', '{"turnover":"1"}'));
  await expect.poll(told).toContainEqual({ name: 'trade-credit-error', code: 'attribute' });

  await element.evaluate((element) => element.setAttribute('lang', 'zh'));
  await expect(element.locator('h1')).toHaveText(/周转天数/);
  // Left out, it is the language of the page around, as that is now.
  await element.evaluate((element) => element.removeAttribute('lang'));
  await expect(element.locator('h1')).toHaveText(/Days sales/);
  await page.evaluate(() => (document.documentElement.lang = 'zh-CN'));
  await expect(element.locator('h1')).toHaveText(/周转天数/);
  await element.evaluate((element) => element.setAttribute('calculator', 'provision'));
  await expect(element.locator('tc-provision-view')).toBeVisible();
  // What was typed waits while another is shown; prefilled figures of one are no mistake in the next.
  await element.evaluate((element) => element.setAttribute('calculator', 'early-payment-discount'));
  await element.locator('tc-field[data-path="discount"] input').fill('2');
  await told();
  await element.evaluate((element) => element.setAttribute('calculator', 'dso'));
  await expect(element.locator('tc-dso-view')).toBeVisible();
  await element.evaluate((element) => element.setAttribute('calculator', 'earlyPaymentDiscount'));
  await expect(element.locator('tc-field[data-path="discount"] input')).toHaveValue('2');
  expect((await told()).filter(({ code }) => code === 'attribute')).toEqual([]);
  await element.evaluate((element) => element.setAttribute('calculator', 'horoscope'));
  await expect(element).toContainText('没有名为“horoscope”的计算器');
  await element.evaluate((element) => element.setAttribute('calculator', 'constructor'));
  await expect(element).toContainText('没有名为“constructor”的计算器');
});

test('hosts with a strict policy: what has to be added is enough, and what is missing is said', async ({
  page,
  site,
  open,
  closed,
}) => {
  const widget = `<trade-credit calculator="dso" lang="en" values='${values}'></trade-credit>`;
  const script = (host: Host) => `<script type="module" src="${host.origin}/trade-credit.js"></script>${widget}`;
  const answer = page.locator('trade-credit .answer .value');
  const blocked = page.locator('trade-credit .blocked');
  const policy = (text: string) => ({ 'content-security-policy': `default-src 'none'; img-src data:; ${text}` });

  const complaints = await visit(
    page,
    site,
    script(open),
    policy(
      `script-src ${open.origin} 'wasm-unsafe-eval'; connect-src ${open.origin}; require-trusted-types-for 'script'; trusted-types lit-html`,
    ),
  );
  await expect(answer).toHaveText('97.67 days');
  expect(complaints).toEqual([]);

  await visit(page, site, script(open), policy(`script-src ${open.origin}; connect-src ${open.origin}`));
  await expect(blocked).toContainText("script-src lacks 'wasm-unsafe-eval'");
  const link = blocked.getByRole('link');
  await expect(link).toHaveAttribute('href', /embed\.html#calculator=dso&lang=en&.*values=/);
  const instead = (await link.getAttribute('href')) ?? '';

  await visit(page, site, script(open), policy(`script-src ${open.origin} 'wasm-unsafe-eval'`));
  await expect(blocked).toContainText('connect-src lacks its origin');

  // The scripts may be read by other sites, the engine may not.
  open.headers = (path) =>
    path.endsWith('.wasm') ? ({} as Record<string, string>) : { 'access-control-allow-origin': '*' };
  await visit(page, site, script(open));
  await expect(blocked).toContainText('Access-Control-Allow-Origin');
  open.headers = () => ({ 'access-control-allow-origin': '*' });

  // Nothing may be read: the browser says so in its console, and the visitor gets what the embedder wrote inside.
  const refused = await visit(
    page,
    site,
    script(closed).replace('></trade-credit>', '><a href="#">Elsewhere</a></trade-credit>'),
  );
  await expect(page.getByRole('link', { name: 'Elsewhere' })).toBeVisible();
  expect(refused.join()).toContain('Access-Control-Allow-Origin');

  // The way out leads to the same figures.
  await page.goto(instead);
  await expect(answer).toHaveText('97.67 days');
});

test('frames: each has the height of its calculator, and results come only with a target and consent', async ({
  page,
  site,
  open,
  closed,
}) => {
  const complaints = await visit(
    page,
    site,
    `<script src="${closed.origin}/trade-credit-frames.js" defer></script>
    <script>
      window.told = [];
      window.heard = [];
      addEventListener('message', ({ data, origin }) => heard.push({ ...data, origin }));
      document.addEventListener('trade-credit-cleared', ({ target, detail }) => told.push([target.title, 'cleared', detail.version]));
      document.addEventListener('trade-credit-result', ({ target, detail }) => told.push([target.title, detail.report.result.dso, detail.version]));
    </script>
    <body style="margin: 0">
    <iframe title="shared" style="width: 100%" src="${frame(closed, `${prefilled}&target=${encodeURIComponent(site.origin)}`)}"></iframe>
    <iframe title="elsewhere" style="width: 100%" src="${frame(closed, `${prefilled}&target=https://portal.example`)}"></iframe>
    <iframe title="quiet" style="width: 320px" src="${frame(closed, `${prefilled}&compact`)}"></iframe>
    <iframe title="sandboxed" sandbox="allow-scripts" style="width: 100%" src="${frame(open, prefilled)}"></iframe>
    <iframe title="sandboxed, without help" sandbox="allow-scripts" style="width: 100%" src="${frame(closed, prefilled)}"></iframe>
    <iframe title="stranger" style="width: 100%; height: 77px" srcdoc="<script>parent.postMessage({ type: 'trade-credit:size', version: 1, height: 5000 }, '*')</script>"></iframe>`,
  );
  const inside = (title: string) => page.frameLocator(`iframe[title="${title}"]`);
  const height = (title: string) => page.locator(`iframe[title="${title}"]`).evaluate((frame) => frame.clientHeight);
  const content = (title: string) =>
    inside(title)
      .locator('body')
      .evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  for (const title of ['shared', 'elsewhere', 'quiet', 'sandboxed', 'sandboxed, without help']) {
    await expect(inside(title).locator('.answer .value')).toHaveText('97.67 days');
    // Also out of sight.
    await expect.poll(async () => (await height(title)) - (await content(title)), title).toBe(0);
  }
  expect(await height('stranger')).toBe(77);

  // Grows, and shrinks again.
  const folded = await height('quiet');
  await inside('quiet').locator('.more > summary').click();
  await expect.poll(() => height('quiet')).toBeGreaterThan(folded + 100);
  await inside('quiet').locator('.more > summary').click();
  await expect.poll(() => height('quiet')).toBe(folded);

  // Without consent nothing but heights has crossed; the question is put only where there is somebody to tell.
  const heard = () => page.evaluate(() => (window as unknown as { heard: { type: string; origin: string }[] }).heard);
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
  expect(new Set((await heard()).map(({ type }) => type))).toEqual(new Set(['trade-credit:size']));
  await expect(inside('quiet').getByRole('checkbox')).toBeHidden();
  await inside('elsewhere')
    .getByRole('checkbox', { name: /portal\.example/ })
    .check();
  await inside('shared')
    .getByRole('checkbox', { name: new RegExp(site.origin) })
    .check();
  await expect.poll(told).toEqual([['shared', '97.67', 1]]);
  await inside('shared').locator('tc-field input').first().fill('81000000');
  await expect.poll(told).toEqual([
    ['shared', '97.67', 1],
    ['shared', '195.34', 1],
  ]);
  await inside('shared').getByRole('checkbox').uncheck();
  await inside('shared').locator('tc-field input').first().fill('162000000');
  await expect(inside('shared').locator('.answer .value')).toHaveText('97.67 days');
  expect((await told()).length).toBe(2);
  await inside('shared').getByRole('checkbox').check();
  await inside('shared').locator('tc-tools').getByRole('button', { name: 'Clear' }).click();
  await expect.poll(async () => (await told()).at(-1)).toEqual(['shared', 'cleared', 1]);
  // Nobody named a language: the browser's.
  await page.goto(`${closed.origin}/embed.html#calculator=dso`);
  await expect(page.locator('h1')).toHaveText(/Days sales/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // The browser itself tells of the message that did not go to another origin.
  expect(complaints.filter((text) => !/postMessage|CORS|net::ERR_FAILED|Access-Control/.test(text))).toEqual([]);
});

test('what is typed while another calculator is fetched stays with the one it was typed into', async ({
  page,
  site,
  open,
}) => {
  await visit(
    page,
    site,
    `<script type="module" src="${open.origin}/trade-credit.js"></script>
    <trade-credit calculator="dso" lang="en" values='{"creditSales":"3650","closingReceivables":"12.3"}'></trade-credit>`,
  );
  const element = page.locator('trade-credit');
  await expect(element.locator('.answer .value')).toHaveText('1.23 days');
  open.delay = 1_500;
  await element.evaluate((element) => element.setAttribute('calculator', 'provision'));
  await element.locator('tc-field input').nth(1).fill('23.4');
  await expect(element.locator('.answer .value')).toHaveText('2.34 days');
  await expect
    .poll(() =>
      element.evaluate((element) => (element as HTMLElement & { result: { calculator: string } }).result.calculator),
    )
    .toBe('dso');
  await expect(element.locator('h1')).toHaveText(/provision/i);
  open.delay = 0;
  await element.evaluate((element) => element.setAttribute('calculator', 'dso'));
  await expect(element.locator('.answer .value')).toHaveText('2.34 days');
  // Nothing is left of a result when there is no calculator any more.
  const cleared = element.evaluate(
    (element) =>
      new Promise((resolve) => {
        element.addEventListener('trade-credit-cleared', (event) => resolve((event as CustomEvent).detail.calculator));
        element.setAttribute('calculator', 'nosuch');
      }),
  );
  expect(await cleared).toBe('dso');
  expect(await element.evaluate((element) => (element as HTMLElement & { result: unknown }).result)).toBeNull();
  await element.evaluate((element) => element.setAttribute('calculator', 'dso'));
  await expect(element.locator('.answer .value')).toHaveText('2.34 days');
});

test('a slow host, and a page in an opaque origin', async ({ page, site, open }) => {
  open.delay = 400;
  await visit(
    page,
    site,
    `<iframe sandbox="allow-scripts" title="opaque" style="width: 100%; height: 900px"
      srcdoc="<script type='module' src='${open.origin}/trade-credit.js'></script><trade-credit calculator='dso' lang='en'><a href='#'>Meanwhile</a></trade-credit>"></iframe>`,
  );
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('link', { name: 'Meanwhile' })).toBeVisible();
  await expect(inside.locator('h1')).toHaveText(/DSO/, { timeout: 15_000 });
  open.delay = 0;
});
