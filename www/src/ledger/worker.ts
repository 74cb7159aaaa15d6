/**
 * The ledger's engine in a thread of its own: reads the file, keeps the rows and answers questions about them. It asks
 * nothing of the network; even the engine is handed to it.
 */
import { Ledger, initSync } from '../../../pkg/ledger/trade_credit.js';
import type { LedgerHead, LedgerReport } from './engine';
import { FirstLetters, ToUtf8, encodingOf, isWorkbook, type Encoding } from './encoding';
import type { Call, Calls, Failure, FromWorker, Source, ToWorker, Trouble } from './messages';
import { eachPiece } from './pieces';

/** Enough for the engine to be busy for a millisecond, and little beside what the rows need. */
const PIECE = 1 << 19;
/** The header and the first rows are in there, or the file has none. */
const BEGINNING = 1 << 20;
/** Milliseconds between two words about the progress. */
const TELL_EVERY = 100;
/** What can be said of the time left before that is a guess. */
const TELL_TIME_AFTER = 400;

/** What stops a call that is no matter of the engine. */
class Failed extends Error {
  readonly reason: Failure | 'encoding';
  constructor(reason: Failure | 'encoding') {
    super(reason);
    this.reason = reason;
  }
}

let ledger: Ledger | null = null;
let report: LedgerReport | null = null;
const say = (message: FromWorker, transfer: Transferable[] = []) => postMessage(message, { transfer });

async function beginning(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
}

async function encodingFor({ file, encoding }: Source): Promise<Encoding> {
  const start = await beginning(file);
  if (isWorkbook(start)) throw new Failed('workbook');
  return encoding ?? encodingOf(start, start.length === file.size);
}

async function preview(source: Source): Promise<Calls['preview']['gives']> {
  const encoding = await encodingFor(source);
  const trial = new Ledger(source.options);
  try {
    const start = await beginning(source.file);
    trial.push(encoding === 'utf-8' ? start : new ToUtf8(encoding).take(start));
    return { head: trial.head() ?? headAtEnd(trial), encoding };
  } finally {
    trial.free();
  }
}

/** What the header is, when nothing more comes that could show a better one. */
function headAtEnd(trial: Ledger): LedgerHead | null {
  try {
    trial.finish();
  } catch {
    // Whatever is missing is asked for by the page.
  }
  return trial.head();
}

async function read(id: number, source: Source): Promise<Calls['read']['gives']> {
  const encoding = await encodingFor(source);
  try {
    return await readAs(encoding, id, source);
  } catch (error) {
    if (error instanceof Failed && error.reason === 'encoding') return readAs('gb18030', id, source);
    throw error;
  }
}

async function readAs(encoding: Encoding, id: number, source: Source): Promise<Calls['read']['gives']> {
  // Two ledgers at a time would need the room of two.
  ledger?.free();
  ledger = null;
  const next = new Ledger(source.options);
  try {
    const isCertain = encoding !== 'utf-8' || source.encoding !== null;
    await pour(id, source.file, encoding, isCertain ? null : new FirstLetters(), next);
    report = next.finish();
    ledger = next;
    return { report, rejects: next.rejects(), encoding };
  } finally {
    if (ledger !== next) next.free();
  }
}

async function pour(
  id: number,
  file: Blob,
  encoding: Encoding,
  letters: FirstLetters | null,
  into: Ledger,
): Promise<void> {
  const decoder = encoding === 'utf-8' ? null : new ToUtf8(encoding);
  const started = performance.now();
  let [bytes, told] = [0, started];
  await eachPiece(file, PIECE, (piece) => {
    if (letters && !letters.hold(piece)) throw new Failed('encoding');
    bytes += piece.length;
    const { rows, rejected } = into.push(decoder ? decoder.take(piece) : piece);
    const now = performance.now();
    if (now - told >= TELL_EVERY) {
      told = now;
      const passed = now - started;
      const secondsLeft = passed < TELL_TIME_AFTER ? null : ((file.size - bytes) / bytes) * (passed / 1000);
      say({ id, kind: 'progress', progress: { bytes, size: file.size, rows, rejected, secondsLeft } });
    }
    return true;
  });
  const rest = decoder?.take();
  if (rest?.length) into.push(rest);
}

function countOf(currency: string, find: string): number {
  if (find === '') return report?.currencies.find((one) => one.currency === currency)?.buyers ?? 0;
  return open().buyerCount(currency, find);
}

function open(): Ledger {
  if (!ledger) throw new Failed('crash');
  return ledger;
}

async function answer(id: number, call: Call): Promise<Calls[keyof Calls]['gives']> {
  switch (call.kind) {
    case 'preview':
      return preview(call);
    case 'read':
      return read(id, call);
    case 'recompute':
      return (report = open().recompute(call.change));
    case 'buyers':
      return {
        rows: open().buyers(call.currency, call.page),
        count: countOf(call.currency, call.page.find ?? ''),
      };
    case 'invoices':
      return open().invoices(call.currency, call.buyer);
    case 'buyersCsv':
      return open().buyersCsv(call.currency, [...call.headings]) as Uint8Array<ArrayBuffer>;
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Failed) return { kind: 'failed', reason: error.reason === 'encoding' ? 'crash' : error.reason };
  if (error instanceof Error && 'issues' in error && Array.isArray(error.issues))
    return { kind: 'issues', issues: error.issues };
  return { kind: 'failed', reason: error instanceof DOMException ? 'unreadable' : 'crash' };
}

let last = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (!('call' in data)) {
    initSync({ module: data.module });
    return;
  }
  const { id, call } = data;
  // One call after the other: a question never meets a ledger that is half read.
  last = last.then(async () => {
    try {
      const given = await answer(id, call);
      say({ id, kind: 'answer', answer: given }, given instanceof Uint8Array ? [given.buffer] : []);
    } catch (error) {
      say({ id, kind: 'trouble', trouble: troubleOf(error) });
    }
  });
});
