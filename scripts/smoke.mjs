// A module that was built can still be one that cannot be loaded: load each build, and call it once. What each part of the
// calculators can do is written down for the page: pkg/parts.json.
import { readFileSync, writeFileSync } from 'node:fs';

const at = (name) => new URL(`../pkg/${name}`, import.meta.url);
const { version, exports } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
/** Every build has a name in the package; what ends in a dot and letters is a file. */
const builds = Object.keys(exports).filter((name) => !/\.\w+$/.test(name));

/** The ids of the calculators of each build that has some. */
const parts = {};

for (const name of builds) {
  const folder = name.replace('./', '');
  const build = await import(at(`${folder}/trade_credit.js`));
  build.initSync({ module: readFileSync(at(`${folder}/trade_credit_bg.wasm`)) });
  const expect = (what, answer, right) => {
    if (answer !== right) throw new Error(`pkg/${folder}: ${what} is ${answer}, not ${right}`);
  };
  expect('the version', build.version(), version);
  if (build.Ledger) {
    const ledger = new build.Ledger({ asOf: '2025-06-30' });
    ledger.push(new TextEncoder().encode('buyer,due_date,amount\nA,2025-05-31,10.50\n'));
    expect('what is overdue of 10.50', ledger.finish().currencies[0].overdue, '10.50');
    ledger.free();
  }
  if (!build.catalog) continue;
  parts[folder] = build.catalog().map(({ id }) => id);
  for (const id of parts[folder])
    expect(`the hash of the policy of ${id}`, hashOf(build, id), hashOf(build, parts[folder][0]));
}

/** Every report names the thresholds it was made by. */
function hashOf(build, id) {
  const { fields } = build.catalog().find((calculator) => calculator.id === id);
  return build[id](Object.fromEntries(fields.map(({ path, example }) => [path, example]))).policy.hash;
}

const { '.': all, calculators, small, ...apart } = parts;
const together = Object.values(apart).flat();
for (const ids of [calculators, small, together])
  if ([...ids].sort().join() !== [...all].sort().join())
    throw new Error(`pkg/: not every build has every calculator: ${ids}`);
writeFileSync(at('parts.json'), `${JSON.stringify(apart)}\n`);
