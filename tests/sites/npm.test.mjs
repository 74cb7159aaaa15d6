// The package as npm would publish it, installed into a project that has nothing else of ours.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const project = join(root, '.tools/sites/npm');
const run = (command, ...args) => execFileSync(command, args, { cwd: project, encoding: 'utf8' });
/** A program of this project's node_modules. */
const tool = (path, ...args) => run(process.execPath, join(root, 'node_modules', path), ...args);
const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

let packed;
before(() => {
  rmSync(project, { recursive: true, force: true });
  cpSync(join(root, 'tests/sites/npm'), project, { recursive: true });
  mkdirSync(join(project, 'packed'));
  [packed] = JSON.parse(run('npm', 'pack', join(root, 'pkg'), '--json', '--pack-destination', 'packed'));
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', `./packed/${packed.filename}`);
});

test('the tarball holds what it needs and nothing else', () => {
  const files = packed.files.map(({ path }) => path).sort();
  const expected = /^(([a-z]+\/)?trade_credit(\.js|\.d\.ts|_bg\.wasm)|package\.json|README\.md)$/;
  assert.deepEqual(
    files.filter((path) => !expected.test(path)),
    [],
  );
  for (const needed of ['package.json', 'README.md', 'trade_credit.js', 'trade_credit.d.ts', 'trade_credit_bg.wasm'])
    assert.ok(files.includes(needed), `${needed} is not in the tarball`);
});

test('its README speaks of the package, and links to nothing that is not in it', () => {
  const readme = readFileSync(join(project, 'node_modules/trade-credit/README.md'), 'utf8');
  assert.match(readme, /^## Use it in code$/m);
  assert.match(readme, /^## What it is not$/m);
  assert.doesNotMatch(readme, /\]\((?!https?:)|make |cargo |types\//);
});

test('a Node script and a worker of it compute', () => {
  assert.equal(run(process.execPath, 'node.mjs').trim(), '97.67 97.67');
});

test('each of its builds is found under its name', () => {
  const folders = packed.files.flatMap(({ path }) => path.match(/^(\w+)\/trade_credit\.js$/)?.[1] ?? []);
  assert.ok(folders.length > 1);
  const script = `for (const name of ${JSON.stringify(folders)}) console.log(typeof (await import('trade-credit/' + name)).default)`;
  const said = run(process.execPath, '--input-type=module', '--eval', script);
  assert.deepEqual(
    said.trim().split('\n'),
    folders.map(() => 'function'),
  );
});

test('its types compile under strict, without skipping the library’s own', () => {
  tool('typescript/bin/tsc', '--project', '.');
});

test('Vite builds it, the WebAssembly a file of its own and the same', () => {
  tool('vite/bin/vite.js', 'build');
  const assets = join(project, 'dist/assets');
  const hashes = readdirSync(assets)
    .filter((name) => name.endsWith('.wasm'))
    .map((name) => sha256(join(assets, name)));
  assert.deepEqual(hashes, [sha256(join(root, 'pkg/trade_credit_bg.wasm'))]);
});
