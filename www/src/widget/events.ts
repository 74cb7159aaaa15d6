import type { TradeCreditCleared, TradeCreditError, TradeCreditResult } from '../../types/trade-credit';

/** Fired at each new result. */
export class ResultEvent extends CustomEvent<TradeCreditResult> {
  constructor(detail: TradeCreditResult) {
    super('trade-credit-result', { detail, bubbles: true, composed: true });
  }
}

/** Fired when there was a result and is none any more: it was cleared, or what was entered has an error now. */
export class ClearedEvent extends CustomEvent<TradeCreditCleared> {
  constructor(calculator: TradeCreditCleared['calculator']) {
    super('trade-credit-cleared', { detail: { calculator }, bubbles: true, composed: true });
  }
}

/** Fired when there is no result because something is wrong. */
export class ErrorEvent extends CustomEvent<TradeCreditError> {
  constructor(detail: TradeCreditError) {
    super('trade-credit-error', { detail, bubbles: true, composed: true });
  }
}
