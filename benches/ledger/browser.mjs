// From the chosen file to the report, in Chromium: node benches/ledger/browser.mjs [--rows 10000,100000,1000000] [--rounds 5]
// This engine, papaparse with decimal.js, and the bare reading of the file, interleaved; and the memory of the page.
import { deepEqual } from 'node:assert/strict';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { AS_OF, ledger as generated } from './generate.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const sizes = argument('rows', '10000,100000,1000000').split(',').map(Number);
const rounds = Number(argument('rounds', '5'));

const types = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm' };
const server = createServer((request, response) => {
  if (request.url === '/') {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>bench</title><input type="file">');
    return;
  }
  const file = join(root, normalize(request.url));
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', types[file.split('.').pop()] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}/`;

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? system, args: ['--no-sandbox', '--disable-gpu'] });

const open = async (browser, file) => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.setInputFiles('input', file);
  await page.evaluate(() => {
    const worker = new Worker('/benches/ledger/worker.js', { type: 'module' });
    window.ask = (kind, asOf) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
        worker.postMessage({ kind, asOf, file: document.querySelector('input').files[0] });
      });
  });
  return page;
};

/** The most memory that each renderer of this program's browser has held, in MB, by its number: those below this process. */
function peaks() {
  const parents = new Map();
  const most = new Map();
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = (number, name) => {
    try {
      return readFileSync(`/proc/${number}/${name}`, 'utf8');
    } catch {
      return ''; // It has ended.
    }
  };
  for (const number of processes) parents.set(number, /PPid:\s+(\d+)/.exec(read(number, 'status'))?.[1]);
  const isOurs = (number) => number !== undefined && (Number(number) === process.pid || isOurs(parents.get(number)));
  for (const number of processes.filter(isOurs)) {
    if (!read(number, 'cmdline').includes('--type=renderer')) continue;
    most.set(number, Number(/VmHWM:\s+(\d+)/.exec(read(number, 'status'))?.[1] ?? 0) / 1024);
  }
  return most;
}

const quantile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

mkdirSync(join(root, 'target/bench'), { recursive: true });
for (const rows of sizes) {
  const file = join(root, `target/bench/${rows}.csv`);
  writeFileSync(file, generated({ rows }));
  const browser = await launch();
  const page = await open(browser, file);
  const ask = (kind) => page.evaluate(([kind, asOf]) => window.ask(kind, asOf), [kind, AS_OF]);
  const [own, other] = [await ask('engine'), await ask('papaparse')];
  deepEqual(other.answer, own.answer, 'papaparse makes another report');
  const times = { engine: [], reading: [], papaparse: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of Object.keys(times)) times[kind].push((await ask(kind)).time);
  }
  console.log(
    `\n${rows} invoices in Chromium ${browser.version()}, from the chosen file to the report (load ${loadavg()[0].toFixed(1)}): reports are equal`,
  );
  const targets = rows < 1e6 ? {} : { reading: 'wanted: 0.625', papaparse: 'wanted: 35' };
  for (const [kind, list] of Object.entries(times)) {
    const ratios = list.map((time, round) => time / times.engine[round]);
    const ratio = quantile(list, 0.5) / quantile(times.engine, 0.5);
    console.log(
      `  ${kind.padEnd(12)}${quantile(list, 0.5).toFixed(1).padStart(9)} ms ${ratio.toFixed(2).padStart(8)} ×   ${quantile(ratios, 0.1).toFixed(2)}–${quantile(ratios, 0.9).toFixed(2)}   ${targets[kind] ?? ''}`.trimEnd(),
    );
  }
  await browser.close();

  // Memory is looked at in a browser of its own, which has done nothing else.
  const fresh = await launch();
  const freshPage = await open(fresh, file);
  await freshPage.evaluate((asOf) => window.ask('idle', asOf), AS_OF);
  const idle = peaks();
  const { answer } = await freshPage.evaluate((asOf) => window.ask('engine', asOf), AS_OF);
  const allowed = 40 + (400 * answer.buyers + 24 * rows) / 2 ** 20;
  // The browser has renderers of its own; the page's is the one that has grown.
  const grown = Math.max(...Array.from(peaks(), ([number, most]) => most - (idle.get(number) ?? most)));
  console.log(`  memory       ${grown.toFixed(1)} MB above idle; the bound is ${allowed.toFixed(1)} MB`);
  await fresh.close();
}
server.close();
