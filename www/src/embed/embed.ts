/**
 * A calculator in a frame of any page: `embed.html#calculator=dso&lang=en`. Everything it is told stands in the fragment; what
 * it tells the page around is its height, and results only with a target origin and the visitor's consent.
 */
import { defineTradeCredit, TradeCredit } from '../widget/element';
import type { TradeCreditResult } from '../../types/trade-credit';
import { textsFrom, themeFrom } from '../widget/settings';
import { consent } from './consent';
import { VERSION, type Message, type ResultMessage, type SizeMessage } from './messages';

const framed = window.parent !== window;
document.documentElement.classList.add('embed');
document.body.classList.toggle('alone', !framed);

defineTradeCredit();
const calculator = new TradeCredit();
const sharing = consent((target) => tell(target, calculator.result));
// The scripts stay: the single file carries its engine in some of them.
for (const shown of document.body.querySelectorAll(':scope > :not(script)')) shown.remove();
document.body.append(calculator, sharing.element);

/** Takes over what the fragment says, also when the page around writes another one. */
function read(): void {
  const texts = textsFrom(location.hash);
  const theme = themeFrom(texts.get('theme') ?? null);
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  Object.assign(calculator, {
    calculator: texts.get('calculator') || 'assess',
    lang: texts.get('lang') ?? '',
    currency: texts.get('currency') || 'CNY',
    values: texts.get('values') ?? null,
    policy: texts.get('policy') ?? null,
    fields: texts.get('fields') ?? null,
    theme,
    accent: texts.get('accent') ?? '',
    compact: texts.has('compact'),
  });
  void sharing.ask(framed ? texts.get('target') : undefined, calculator.lang);
}

function tell(target: string, result: TradeCreditResult | null): void {
  if (!result) return;
  const message: ResultMessage = { type: 'trade-credit:result', version: VERSION, ...result };
  window.parent.postMessage(message, target);
}

function tellSize(): void {
  const { height } = document.body.getBoundingClientRect();
  const message: SizeMessage = { type: 'trade-credit:size', version: VERSION, height: Math.ceil(height) };
  window.parent.postMessage(message, '*');
}

read();
addEventListener('hashchange', read);
calculator.addEventListener('trade-credit-result', ({ detail }) => {
  if (sharing.target) tell(sharing.target, detail);
});
calculator.addEventListener('trade-credit-error', ({ detail }) => {
  // A sandboxed frame whose host allows no other origin: see public/sandboxed.js.
  if (self.origin === 'null' && detail.code === 'cors') location.replace(`trade-credit.html${location.hash}`);
});
if (framed) {
  new ResizeObserver(tellSize).observe(document.body);
  addEventListener('message', ({ data, source }: MessageEvent<Message | null>) => {
    if (source === window.parent && data?.type === 'trade-credit:ask' && data.version === VERSION) tellSize();
  });
}
