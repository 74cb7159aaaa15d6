// The ledger against its peers: node benches/ledger/run.mjs [--rows 10000,100000,1000000] [--rounds 5] [--quick]
//
// All of them make the same report of the same bytes; one that makes another does not count. The runs are interleaved, so that what
// disturbs the machine disturbs all of them, and what is told is ratios of medians with the spread of the ratios of each round.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deepEqual } from 'node:assert/strict';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import Big from 'big.js';
import { Decimal } from 'decimal.js';
import Papa from 'papaparse';
import { initSync, Ledger } from '../../pkg/ledger/trade_credit.js';
import { AS_OF, SHAPES, ledger as generated } from './generate.mjs';
import { report as ofBytes } from './peers/bytes.mjs';
import { ofReport } from './peers/figures.mjs';
import { report as ofPapaparse } from './peers/papaparse.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const quick = process.argv.includes('--quick');
execFileSync(`${root}scripts/build-ledger-bench.sh`, { stdio: 'inherit' });
const { floor } = await import('./floor.mjs');
const sizes = argument('rows', quick ? '2000' : '10000,100000,1000000')
  .split(',')
  .map(Number);
const rounds = Number(argument('rounds', quick ? '1' : '5'));

initSync({ module: readFileSync(`${root}pkg/ledger/trade_credit_bg.wasm`) });
Decimal.set({ precision: 60 });

const PIECE = 1 << 18;
const locale = (shape) => (shape === 'semicolon' ? 'de' : 'zh-CN');

/** The engine in wasm, on bytes that are there, in the pieces in which a worker gets them. */
function engine(bytes, shape) {
  const ledger = new Ledger({ asOf: AS_OF, locale: locale(shape) });
  for (let at = 0; at < bytes.length; at += PIECE) ledger.push(bytes.subarray(at, at + PIECE));
  const report = ledger.finish();
  ledger.free();
  return ofReport(report);
}

const native = `${root}target/fast/examples/ledger-bench`;
const folder = `${root}target/bench`;
mkdirSync(folder, { recursive: true });

/** Milliseconds of the engine as a native program, for one run. */
function nativeTime(file) {
  const told = execFileSync(native, [file, AS_OF, '--time', '2'], { encoding: 'utf8' }).trim().split('\n');
  return Math.min(...told.map((line) => Number(line.split(' ')[0])));
}

const timed = (work) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const quantile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const spread = (values) => `${quantile(values, 0.1).toFixed(2)}–${quantile(values, 0.9).toFixed(2)}`;
const print = (name, times, own) => {
  const ratios = times.map((time, round) => time / own[round]);
  const ratio = quantile(times, 0.5) / quantile(own, 0.5);
  console.log(
    `  ${name.padEnd(34)}${quantile(times, 0.5).toFixed(1).padStart(9)} ms ${ratio.toFixed(2).padStart(8)} ×   ${spread(ratios)}`,
  );
};

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; median, ratio to the engine, its spread`,
);
for (const rows of sizes) {
  const bytes = generated({ rows });
  const text = bytes.toString('utf8');
  const file = `${folder}/${rows}.csv`;
  if (existsSync(native)) writeFileSync(file, bytes);
  const engineReport = engine(bytes, 'plain');
  const scans = floor(bytes);
  const peers = {
    'papaparse + decimal.js': () => ofPapaparse(Papa, Decimal, text, AS_OF),
    'papaparse + big.js': () => ofPapaparse(Papa, Big, text, AS_OF),
    'bytes by hand, cents in doubles': () => ofBytes(bytes, AS_OF),
  };
  for (const [name, peer] of Object.entries(peers)) deepEqual(peer(), engineReport, `${name} makes another report`);
  console.log(`\n${rows} invoices, ${(bytes.length / 1e6).toFixed(1)} MB: all reports are equal`);
  const own = [];
  const times = Object.fromEntries([...Object.keys(peers), ...Object.keys(scans), 'native'].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const before = timed(() => engine(bytes, 'plain'));
    for (const [name, peer] of [...Object.entries(peers), ...Object.entries(scans)]) times[name].push(timed(peer));
    if (existsSync(native)) times.native.push(nativeTime(file));
    own.push(
      Math.min(
        before,
        timed(() => engine(bytes, 'plain')),
      ),
    );
  }
  print('this engine', own, own);
  for (const [name, list] of Object.entries(times)) if (list.length > 0) print(name, list, own);

  console.log('  shapes of the file, to the plain one');
  const shapes = SHAPES.filter((shape) => shape !== 'plain').map((shape) => [shape, generated({ rows, shape })]);
  for (const [shape, shaped] of shapes) {
    const found = engine(shaped, shape);
    if (shape !== 'buyers') deepEqual(found, engineReport, `${shape}: another report`);
  }
  const plain = [];
  const shaped = Object.fromEntries(shapes.map(([shape]) => [shape, []]));
  for (let round = 0; round < rounds; round++) {
    plain.push(timed(() => engine(bytes, 'plain')));
    for (const [shape, other] of shapes) shaped[shape].push(timed(() => engine(other, shape)));
  }
  for (const [shape, list] of Object.entries(shaped)) print(`  ${shape}`, list, plain);

  const ledger = new Ledger({ asOf: AS_OF });
  ledger.push(bytes);
  ledger.finish();
  const questions = {
    'another day': (round) => ({ asOf: new Date(Date.parse(AS_OF) - round * 86_400_000).toISOString().slice(0, 10) }),
    'another cover': (round) => ({ cover: { maximumExtensionDays: 30 + round, excess: round * 100 } }),
    'another rate': (round) => ({ policy: { provision: { rates: [0, 0, 0, 0, round / 1000] } } }),
  };
  for (const [name, question] of Object.entries(questions)) {
    const asked = [];
    for (let round = 0; round < (quick ? 2 : 60); round++) asked.push(timed(() => ledger.recompute(question(round))));
    console.log(
      `  what if: ${name.padEnd(25)}${quantile(asked, 0.5).toFixed(1).padStart(9)} ms    p95 ${quantile(asked, 0.95).toFixed(1)} ms`,
    );
  }
  ledger.free();
}
if (!quick) await import('./browser.mjs');
