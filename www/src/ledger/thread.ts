import type { Call, Calls, FromWorker, Progress, ToWorker, Trouble } from './messages';
import { ledgerEngine, startThread } from './ledger-source';

/** A call of the ledger that has no answer. */
export class LedgerTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.kind === 'issues' ? trouble.issues.map(({ message }) => message).join('; ') : trouble.reason);
    this.trouble = trouble;
  }
}

/** The call was called off. */
export class Stopped extends Error {}

interface Waiting {
  readonly settle: (answer: never) => void;
  readonly fail: (error: Error) => void;
  readonly tell: ((progress: Progress) => void) | undefined;
}

const crashed: Trouble = { kind: 'failed', reason: 'crash' };

/** The ledger's worker, seen from the page: started when it is first needed, and again after it was stopped. */
export class LedgerThread {
  #engine: Promise<WebAssembly.Module> | null = null;
  #worker: Promise<Worker> | null = null;
  #waiting = new Map<number, Waiting>();
  #calls = 0;
  #isUsed = false;
  /** Counts the threads: what arrives from one before is nobody's. */
  #generation = 0;

  /** Starts, so that everything is there when a file is chosen. */
  prepare(): void {
    this.#started().catch(() => undefined);
  }

  async call<Kind extends keyof Calls>(
    kind: Kind,
    takes: Calls[Kind]['takes'],
    tell?: (progress: Progress) => void,
  ): Promise<Calls[Kind]['gives']> {
    const generation = this.#generation;
    this.#isUsed = true;
    const worker = await this.#started();
    if (generation !== this.#generation) throw new Stopped();
    const id = ++this.#calls;
    return new Promise((settle, fail) => {
      this.#waiting.set(id, { settle, fail, tell });
      const message: ToWorker = { id, call: { kind, ...takes } as unknown as Call };
      worker.postMessage(message);
    });
  }

  /** Ends everything that is going on, at once, and forgets the ledger. */
  stop(): void {
    // A thread that was asked nothing yet has nothing to forget.
    if (this.#isUsed) this.#end(new Stopped());
  }

  #end(error: Error): void {
    this.#generation++;
    this.#isUsed = false;
    void this.#worker?.then((worker) => worker.terminate()).catch(() => undefined);
    this.#worker = null;
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }

  #compiled(): Promise<WebAssembly.Module> {
    this.#engine ??= ledgerEngine();
    // What failed is asked for again the next time.
    this.#engine.catch(() => (this.#engine = null));
    return this.#engine;
  }

  #started(): Promise<Worker> {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  async #start(): Promise<Worker> {
    const generation = this.#generation;
    try {
      const module = await this.#compiled();
      const worker = startThread();
      const broken = () => {
        if (generation === this.#generation) this.#end(new LedgerTrouble(crashed));
      };
      worker.addEventListener('error', broken);
      worker.addEventListener('messageerror', broken);
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (generation === this.#generation) this.#hear(data);
      });
      const message: ToWorker = { kind: 'engine', module };
      worker.postMessage(message);
      return worker;
    } catch {
      if (generation === this.#generation) this.#worker = null;
      throw new LedgerTrouble({ kind: 'failed', reason: 'load' });
    }
  }

  #hear(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.kind === 'progress') {
      waiting.tell?.(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting.settle(message.answer as never);
    else {
      waiting.fail(new LedgerTrouble(message.trouble));
      // After a crash the engine's memory is not to be trusted.
      if (message.trouble.kind === 'failed' && message.trouble.reason === 'crash')
        this.#end(new LedgerTrouble(crashed));
    }
  }
}
