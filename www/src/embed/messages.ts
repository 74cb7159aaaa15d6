import type { TradeCreditMessage } from '../../types/trade-credit';

/**
 * What a framed calculator and the page around it tell each other, through `postMessage`. Whoever listens looks at the type
 * and the version first; another version means another shape.
 */
export const VERSION = 1;

/** To any parent: how high the calculator is, in CSS pixels. Nothing else is in it. */
export type SizeMessage = Extract<TradeCreditMessage, { readonly type: 'trade-credit:size' }>;

/** To the one origin the embedder named, once the visitor has agreed: what was entered and what came of it. */
export type ResultMessage = Extract<TradeCreditMessage, { readonly type: 'trade-credit:result' }>;

/** To the same: that result is none any more. */
export type ClearedMessage = Extract<TradeCreditMessage, { readonly type: 'trade-credit:cleared' }>;

/** From the parent: say the size again, to one who was not listening the first time. */
export interface AskMessage {
  readonly type: 'trade-credit:ask';
  readonly version: typeof VERSION;
}

export type Message = TradeCreditMessage | AskMessage;
