// Published and worked cases through the module that ships.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine } from './engine.mjs';
import { differences, hold, rows } from './vectors.mjs';

test('there are vectors, and no two have the same id', () => {
  assert.ok(rows.length > 0);
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
});

test('every vector says what it expects', () => {
  for (const { id, expect, errors } of rows) assert.ok((expect === undefined) !== (errors === undefined), id);
});

test('the comparison sees a difference', () => {
  assert.deepEqual(differences({ a: '1', b: [{ c: null, d: 2 }] }, { b: [{ c: null }] }), []);
  assert.equal(differences({ a: '1.0' }, { a: '1.00' }).length, 1);
  assert.equal(differences({}, { a: null }).length, 1);
  assert.equal(differences({ a: [1, 2] }, { a: [1] }).length, 1);
  assert.equal(differences({ a: null }, { a: { b: 1 } }).length, 1);
});

for (const row of rows) test(`${row.file} ${row.id} (${row.source})`, () => hold(engine, row));
