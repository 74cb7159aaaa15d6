// In Node, on the main thread and in a worker of it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { dso, initSync } from 'trade-credit';

initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('trade-credit/trade_credit_bg.wasm'))) });
const { result } = dso({ creditSales: '162000000', closingReceivables: '43350000' });

if (isMainThread) {
  new Worker(new URL(import.meta.url)).on('message', (answer) => console.log(`${result.dso} ${answer}`));
} else {
  parentPort.postMessage(result.dso);
}
