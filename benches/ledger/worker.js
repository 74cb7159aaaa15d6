// What a page's worker does with a chosen file: it is streamed in one buffer that is used again and again.
import init, { Ledger } from '/pkg/ledger/trade_credit.js';
import { ofReport } from './peers/figures.mjs';

const BUFFER = 1 << 18;

// Held here: Chromium frees a stream that is only waited for, and the bytes never come.
self.reading = null;

async function stream(file, take) {
  const reader = (self.reading = file.stream().getReader({ mode: 'byob' }));
  let buffer = new ArrayBuffer(BUFFER);
  for (;;) {
    const { value, done } = await reader.read(new Uint8Array(buffer));
    if (done) return;
    take(value);
    buffer = value.buffer;
  }
}

const kinds = {
  async idle() {},
  async engine(file, asOf) {
    const ledger = new Ledger({ asOf });
    await stream(file, (chunk) => ledger.push(chunk));
    const report = ofReport(ledger.finish());
    ledger.free();
    return report;
  },
  async reading(file) {
    let bytes = 0;
    await stream(file, (chunk) => (bytes += chunk.length));
    return bytes;
  },
  async papaparse(file, asOf) {
    const [{ collector }, { default: Decimal }] = await Promise.all([
      import('./peers/papaparse.mjs'),
      import('/node_modules/decimal.js/decimal.mjs'),
    ]);
    Decimal.set({ precision: 60 });
    const { add, finish } = collector(Decimal, asOf);
    // In one piece: it decodes each piece by itself, and breaks the characters that lie across two.
    const pieces = { chunkSize: file.size };
    await new Promise((complete, error) => {
      const step = ({ data }) => add(data);
      self.Papa.parse(file, { ...pieces, header: true, skipEmptyLines: true, step, complete, error });
    });
    return finish();
  },
};

const ready = (async () => {
  const papaparse = await (await fetch('/node_modules/papaparse/papaparse.min.js')).text();
  (0, eval)(papaparse);
  await init({ module_or_path: '/pkg/ledger/trade_credit_bg.wasm' });
})();

self.onmessage = async ({ data: { kind, file, asOf } }) => {
  await ready;
  const started = performance.now();
  try {
    const answer = await kinds[kind](file, asOf);
    self.postMessage({ time: performance.now() - started, answer });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
