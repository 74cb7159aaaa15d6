import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { engine } from './engine.mjs';
import { rows } from './vectors.mjs';

test('a worker computes every vector too', async () => {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url));
  const [answer] = await once(worker, 'message');
  assert.deepEqual(answer, { version: engine.version(), held: rows.length, wrong: [] });
  await worker.terminate();
});
