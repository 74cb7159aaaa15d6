// The types that ship: complete, explained, and without holes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { engine } from './engine.mjs';

const types = readFileSync(new URL('../../pkg/trade_credit.d.ts', import.meta.url), 'utf8');
// Without comments, and without what wasm-bindgen tells of the module's insides.
const code = types.replace(/export interface InitOutput \{[^}]*\}/, '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

test('no type is any', () => {
  assert.deepEqual(code.match(/^.*\bany\b.*$/gm), null);
});

test('every function of the package is declared and explained', () => {
  // What wasm-bindgen adds of itself.
  const machinery = ['default', 'initSync', '__wbg_init'];
  for (const [name, value] of Object.entries(engine)) {
    if (typeof value !== 'function' || machinery.includes(name)) continue;
    const declared = new RegExp(`\\*/\\s*export (declare )?(function|class) ${name}\\b`);
    assert.ok(declared.test(types), `${name} is undeclared or unexplained`);
  }
});
