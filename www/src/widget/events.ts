import type { Input, Issue, Report } from '../engine';

/** What was entered and what came of it. */
export interface ResultDetail {
  readonly calculator: string;
  readonly input: Input;
  readonly report: Report;
}

/** What is wrong. */
export interface ErrorDetail {
  /** `input`: something entered, see `issues`. `attribute`: something the embedder wrote. The others: why nothing can run. */
  readonly code: 'input' | 'attribute' | 'unsupported' | 'policy' | 'connect' | 'cors' | 'load';
  /** For a developer who reads a log, in English. */
  readonly message: string;
  readonly issues?: readonly Issue[];
}

/** Fired at each new result. */
export class ResultEvent extends CustomEvent<ResultDetail> {
  constructor(detail: ResultDetail) {
    super('trade-credit-result', { detail, bubbles: true, composed: true });
  }
}

/** Fired when there is no result because something is wrong. */
export class ErrorEvent extends CustomEvent<ErrorDetail> {
  constructor(detail: ErrorDetail) {
    super('trade-credit-error', { detail, bubbles: true, composed: true });
  }
}
