// The ledger against its peers: node benches/ledger/run.mjs [--rows 10000,100000,1000000] [--rounds 5] [--quick]
//
// All of them make the same report of the same bytes; one that makes another does not count. The runs are interleaved, so that what
// disturbs the machine disturbs all of them, and what is told is ratios of medians with the spread of the ratios of each round:
// by the clock, and by what the processor did, which other programs disturb less.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deepEqual } from 'node:assert/strict';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import Big from 'big.js';
import { Decimal } from 'decimal.js';
import Papa from 'papaparse';
import { initSync, Ledger } from '../../pkg/ledger/trade_credit.js';
import { AS_OF, SHAPES, ledger as generated, pieces } from './generate.mjs';
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

const quantile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const median = (values) => quantile(values, 0.5);

/** Milliseconds by the clock and of the processor. */
function timed(work) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  work();
  const passed = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { passed, busy: (user + system) / 1000 };
}

/** The same for the engine as a native program: the better of two runs, as those in wasm are warm as well. */
function nativeTime(file) {
  const lines = execFileSync(native, [file, AS_OF, '--time', '2'], { encoding: 'utf8' }).trim().split('\n');
  const [[passed, busy]] = lines.map((line) => line.split(' ').map(Number)).sort(([a], [b]) => a - b);
  return { passed, busy: busy > 0 ? busy : NaN };
}

function print(name, times, own, target = '') {
  const ratios = (of) => {
    const all = times.map((time, round) => time[of] / own[round][of]);
    const ratio = median(times.map((time) => time[of])) / median(own.map((time) => time[of]));
    // So short that the system has not told.
    if (!Number.isFinite(ratio)) return '—';
    return `${ratio.toFixed(2).padStart(7)} × (${quantile(all, 0.1).toFixed(2)}–${quantile(all, 0.9).toFixed(2)})`;
  };
  const passed = median(times.map((time) => time.passed)).toFixed(1);
  const columns = [
    passed.padStart(9),
    'ms',
    ratios('passed').padEnd(24),
    'processor',
    ratios('busy').padEnd(24),
    target,
  ];
  console.log(`  ${name.padEnd(34)}${columns.join(' ').trimEnd()}`);
}

const load = () => `load ${loadavg()[0].toFixed(1)}`;

/** What is asked of a ledger that has been read: each question differs from the one before. */
const questions = {
  'another day': (round) => ({ asOf: daysBefore(7 * round) }),
  'another day, with a cover': (round) => ({ asOf: daysBefore(round), cover: { maximumExtensionDays: 30 } }),
  'another condition of cover': (round) => ({ cover: { maximumExtensionDays: 30 + round } }),
  'another excess': (round) => ({ cover: { maximumExtensionDays: 30, excess: round * 100 } }),
  'another rate': (round) => ({ policy: { provision: { rates: [0, 0, 0, 0, round / 1000] } } }),
  'another limit': (round, buyer) => ({ limits: { [buyer]: round * 1000 } }),
};
const daysBefore = (days) => new Date(Date.parse(AS_OF) - days * 86_400_000).toISOString().slice(0, 10);

function whatIf(rows, times) {
  const encoder = new TextEncoder();
  const ledger = new Ledger({ asOf: AS_OF, locale: 'zh-CN' });
  for (const piece of pieces({ rows })) ledger.push(encoder.encode(piece));
  ledger.finish();
  const [{ name: buyer }] = ledger.buyers('CNY', { from: 0, count: 1 });
  const first = timed(() => ledger.recompute({ asOf: daysBefore(1) }));
  console.log(
    `\nwhat if, ${rows} rows (${load()}): the first question takes ${first.passed.toFixed(1)} ms, those after it`,
  );
  for (const [name, question] of Object.entries(questions)) {
    const asked = Array.from({ length: times }, (_, round) => timed(() => ledger.recompute(question(round, buyer))));
    const [passed, busy] = ['passed', 'busy'].map((of) => asked.map((time) => time[of]));
    const p95 = quantile(passed, 0.95).toFixed(1);
    console.log(
      `  ${name.padEnd(34)}${median(passed).toFixed(1).padStart(9)} ms   p95 ${p95.padStart(6)}   processor ${median(busy).toFixed(1)}   p95 ${quantile(busy, 0.95).toFixed(1)}`,
    );
  }
  ledger.free();
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; median, ratio to the engine, its spread`,
);
for (const rows of sizes) {
  const bytes = generated({ rows });
  const text = bytes.toString('utf8');
  const file = `${folder}/${rows}.csv`;
  writeFileSync(file, bytes);
  const engineReport = engine(bytes, 'plain');
  const peers = {
    'papaparse + decimal.js': () => ofPapaparse(Papa, Decimal, text, AS_OF),
    'papaparse + big.js': () => ofPapaparse(Papa, Big, text, AS_OF),
    'bytes by hand, cents in doubles': () => ofBytes(bytes, AS_OF),
  };
  for (const [name, peer] of Object.entries(peers)) deepEqual(peer(), engineReport, `${name} makes another report`);
  const runs = Object.entries({ ...peers, ...floor(bytes) }).map(([name, work]) => [name, () => timed(work)]);
  runs.push(['the same natively', () => nativeTime(file)]);
  console.log(`\n${rows} invoices, ${(bytes.length / 1e6).toFixed(1)} MB (${load()}): all reports are equal`);
  const own = [];
  const times = Object.fromEntries(runs.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Before the others and after them, so that it is no warmer than they are.
    const around = [timed(() => engine(bytes, 'plain'))];
    for (const [name, run] of runs) times[name].push(run());
    around.push(timed(() => engine(bytes, 'plain')));
    own.push(around.sort((a, b) => a.passed - b.passed)[0]);
  }
  const targets = {
    'papaparse + decimal.js': 'wanted: 60',
    'bytes by hand, cents in doubles': 'wanted: 5',
    'the same natively': 'wanted: 0.80',
    'floor: separators': 'wanted: 0.125',
  };
  print('this engine', own, own);
  for (const [name, list] of Object.entries(times)) print(name, list, own, rows < 1e6 ? '' : targets[name]);

  console.log(`  shapes of the file, to the plain one (${load()})`);
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
  for (const [shape, list] of Object.entries(shaped)) {
    print(`  ${shape}`, list, plain, rows < 1e6 ? '' : `wanted: at most ${shape === 'buyers' ? 3 : 2}`);
  }
}
for (const rows of quick ? [2000] : [200_000, 1_000_000, 2_000_000]) whatIf(rows, quick ? 3 : 60);
if (!quick) await import('./browser.mjs');
