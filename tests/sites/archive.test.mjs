// The archive as a host would unpack it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const unpacked = join(root, '.tools/sites/archive');
const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: 'utf8' });
const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const sums = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => /^(\w{64})  (.+)$/.exec(line).slice(1));
const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

test('the archive is the same each time, and holds what its checksums say and nothing else', () => {
  run('scripts/dist.sh');
  const [[sum, name]] = sums(join(root, 'release/SHA256SUMS'));
  assert.equal(sha256(join(root, 'release', name)), sum);
  run('scripts/dist.sh');
  assert.equal(sha256(join(root, 'release', name)), sum);

  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  run('tar', '-xzf', join(root, 'release', name), '-C', unpacked);
  const [folder, ...others] = readdirSync(unpacked);
  assert.deepEqual(others, []);
  const site = join(unpacked, folder);
  const listed = sums(join(site, 'SHA256SUMS'));
  assert.deepEqual(files(site), [...listed.map(([, file]) => file), 'SHA256SUMS'].sort());
  for (const [hash, file] of listed) assert.equal(sha256(join(site, file)), hash, file);
  // No folder of the machine it was built on is in it.
  for (const file of files(site)) assert.ok(!readFileSync(join(site, file)).includes(root), `${file} names ${root}`);
});
