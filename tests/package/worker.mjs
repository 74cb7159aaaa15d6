// What worker.test.mjs runs off the main thread: the same module, the same rows.
import { parentPort } from 'node:worker_threads';
import { engine } from './engine.mjs';
import { hold, rows } from './vectors.mjs';

const wrong = [];
for (const row of rows) {
  try {
    hold(engine, row);
  } catch (error) {
    wrong.push(`${row.id}: ${error.message}`);
  }
}
parentPort.postMessage({ version: engine.version(), held: rows.length - wrong.length, wrong });
