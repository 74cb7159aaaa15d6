import type { Context } from '../context';
import type { BuyerPage, LedgerReport, OpenInvoice, Reject } from './engine';
import type { Encoding } from './encoding';
import type { Buyers, Preview, Progress, Trouble } from './messages';
import { changeOf, firstQuestion, firstSettings, optionsOf, today, type Question, type Settings } from './settings';
import { LedgerThread, LedgerTrouble, Stopped } from './thread';

/** Where one is with a file. */
export type Stage = 'empty' | 'looking' | 'columns' | 'reading' | 'report';

/** Everything a visitor sees of the ledger. */
export interface LedgerState {
  readonly stage: Stage;
  readonly file: File | null;
  /** The file is the sample. */
  readonly isSample: boolean;
  readonly settings: Settings;
  readonly question: Question;
  readonly preview: Preview | null;
  readonly progress: Progress | null;
  readonly report: LedgerReport | null;
  readonly rejects: readonly Reject[];
  readonly encoding: Encoding | null;
  /** What was wrong with the last thing asked. */
  readonly trouble: Trouble | null;
  /** Counts the reports: what belongs to another one is out of date. */
  readonly edition: number;
  /** Only another reading answers what has been changed since. */
  readonly isStale: boolean;
}

/**
 * The ledger of a visit: it stays while one goes to a calculator and comes back. Nothing of it is kept anywhere
 * else.
 */
export class LedgerSession extends EventTarget {
  readonly #thread = new LedgerThread();
  #state: LedgerState | null = null;
  #isAsking = false;
  #isAskedAgain = false;
  /** The options of the page that the report was asked with. */
  askedWith = '';
  /** Counts what was begun with a file: what comes of an earlier beginning is nobody's. */
  #run = 0;

  get state(): LedgerState {
    return (this.#state ??= {
      stage: 'empty',
      file: null,
      isSample: false,
      settings: firstSettings('CNY'),
      question: firstQuestion(today()),
      preview: null,
      progress: null,
      report: null,
      rejects: [],
      encoding: null,
      trouble: null,
      edition: 0,
      isStale: false,
    });
  }

  #set(change: Partial<LedgerState>): void {
    this.#state = { ...this.state, ...change };
    this.dispatchEvent(new Event('change'));
  }

  prepare(): void {
    this.#thread.prepare();
  }

  /** Looks at the beginning of a file. */
  async choose(file: File, context: Context): Promise<void> {
    const settings = firstSettings(context.options.currency ?? 'CNY');
    this.#begin({ stage: 'looking', file, isSample: false, settings });
    await this.#look(context);
  }

  /** Reads the sample: its columns are known. */
  async chooseSample(file: File, context: Context): Promise<void> {
    const settings = firstSettings(context.options.currency ?? 'CNY');
    this.#begin({ file, isSample: true, settings });
    await this.read(context);
  }

  /** Changes how the file is to be read, and shows what that makes of its beginning. */
  async adjust(change: Partial<Settings>, context: Context): Promise<void> {
    // Another encoding has other headings.
    const columns = change.encoding === undefined ? {} : { columns: {} };
    this.#set({ settings: { ...this.state.settings, ...change, ...columns } });
    await this.#look(context);
  }

  async #look(context: Context): Promise<void> {
    const { file, settings, question } = this.state;
    if (!file) return;
    const source = { file, encoding: settings.encoding, options: optionsOf(settings, question, context) };
    await this.#try(async () => {
      const preview = await this.#thread.call('preview', source);
      if (settings !== this.state.settings) return;
      const trouble: Trouble | null = preview.head
        ? null
        : {
            kind: 'issues',
            issues: [{ field: 'file', code: 'insufficient_data', message: 'file: holds no table' }],
          };
      this.#set({ stage: 'columns', preview, trouble });
    }, 'empty');
  }

  /** Reads the file to its end. */
  async read(context: Context): Promise<void> {
    const { file, settings, question } = this.state;
    if (!file) return;
    const source = { file, encoding: settings.encoding, options: optionsOf(settings, question, context) };
    this.askedWith = JSON.stringify(context.options);
    this.#set({ stage: 'reading', progress: null, report: null, trouble: null });
    await this.#try(async () => {
      const read = await this.#thread.call('read', source, (progress) => this.#set({ progress }));
      this.#set({ stage: 'report', ...read, edition: this.state.edition + 1, isStale: false });
    }, this.#before);
  }

  /** Stops at once; the file stays chosen. */
  cancel(): void {
    this.#thread.stop();
  }

  /** Back to how the columns are read. */
  async reconsider(context: Context): Promise<void> {
    if (this.state.preview) this.#set({ stage: 'columns', trouble: null });
    else await this.#look(context);
  }

  /** Forgets the file and everything of it. */
  clear(): void {
    this.#begin({ stage: 'empty', file: null });
  }

  /** Changes the question; a report that is there follows it. */
  ask(change: Partial<Question>, context: Context): void {
    this.#set({ question: { ...this.state.question, ...change } });
    if (this.state.stage === 'report') this.askAgain(context);
  }

  /** The question anew, because thresholds or the question itself have changed; the newest one is always answered. */
  askAgain(context: Context): void {
    if (this.state.report && !this.state.report.resident) {
      this.#set({ isStale: true });
      return;
    }
    this.#isAskedAgain = true;
    if (!this.#isAsking) void this.#recompute(context);
  }

  async #recompute(context: Context): Promise<void> {
    this.#isAsking = true;
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      const change = changeOf(this.state.question, context);
      this.askedWith = JSON.stringify(context.options);
      await this.#try(async () => {
        const report = await this.#thread.call('recompute', { change });
        this.#set({ report, trouble: null, edition: this.state.edition + 1 });
      }, 'report');
    }
    this.#isAsking = false;
  }

  buyers(currency: string, page: BuyerPage): Promise<Buyers> {
    return this.#thread.call('buyers', { currency, page });
  }

  invoices(currency: string, buyer: string): Promise<readonly OpenInvoice[]> {
    return this.#thread.call('invoices', { currency, buyer });
  }

  buyersCsv(currency: string, headings: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
    return this.#thread.call('buyersCsv', { currency, headings });
  }

  /** Where it went wrong one is where one can do something about it. */
  async #try(work: () => Promise<void>, otherwise: Stage): Promise<void> {
    const run = this.#run;
    try {
      await work();
    } catch (error) {
      if (run !== this.#run) return;
      if (error instanceof Stopped) this.#set({ stage: otherwise, progress: null });
      else if (error instanceof LedgerTrouble) {
        // Whatever went wrong beside the figures took the rows with it.
        const lost = error.trouble.kind === 'failed' && otherwise === 'report';
        this.#set({ stage: lost ? this.#before : otherwise, progress: null, trouble: error.trouble });
      } else throw error;
    }
  }

  /** Where one was before the file was read. */
  get #before(): Stage {
    return this.state.preview ? 'columns' : 'empty';
  }

  /** Begins anew: whatever is under way is called off. */
  #begin(change: Partial<LedgerState>): void {
    this.#run++;
    this.#thread.stop();
    this.#isAskedAgain = false;
    this.#set({ preview: null, progress: null, report: null, rejects: [], trouble: null, isStale: false, ...change });
  }
}

/** The one of this visit. */
export const session = new LedgerSession();
