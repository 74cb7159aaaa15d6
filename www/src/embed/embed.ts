/**
 * A calculator in a frame of any page: `embed.html#calculator=dso&lang=en`. Everything it is told stands in the fragment; what
 * it tells the page around is its height, and results only with a target origin and the visitor's consent.
 */
import { defineTradeCredit, TradeCredit } from '../widget/element';
import type { TradeCreditResult } from '../../types/trade-credit';
import { languageTags, usualLanguage } from '../languages';
import { textsFrom, themeFrom } from '../widget/settings';
import { preferredLanguage } from '../words';
import { consent } from './consent';
import { VERSION, type ClearedMessage, type Message, type ResultMessage, type SizeMessage } from './messages';

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
  const lang = texts.get('lang');
  // The calculator takes after the document around it.
  document.documentElement.lang = lang ? preferredLanguage([lang], languageTags) : usualLanguage;
  Object.assign(calculator, {
    calculator: texts.get('calculator') ?? '',
    lang: '',
    currency: texts.get('currency') ?? '',
    values: texts.get('values') ?? null,
    policy: texts.get('policy') ?? null,
    fields: texts.get('fields') ?? null,
    theme,
    accent: texts.get('accent') ?? '',
    compact: texts.has('compact'),
  });
  void sharing.ask(framed ? texts.get('target') : undefined);
}

function tell(target: string, result: TradeCreditResult | null): void {
  if (!result) return;
  const message: ResultMessage = { type: 'trade-credit:result', version: VERSION, ...result };
  window.parent.postMessage(message, target);
}

let told = 0;

function tellSize(): void {
  told = Math.ceil(document.body.getBoundingClientRect().height);
  const message: SizeMessage = { type: 'trade-credit:size', version: VERSION, height: told };
  window.parent.postMessage(message, '*');
}

function tellNewSize(): void {
  if (Math.ceil(document.body.getBoundingClientRect().height) !== told) tellSize();
}

read();
addEventListener('hashchange', read);
calculator.addEventListener('trade-credit-result', ({ detail }) => {
  if (sharing.target) tell(sharing.target, detail);
});
calculator.addEventListener('trade-credit-cleared', ({ detail }) => {
  const message: ClearedMessage = { type: 'trade-credit:cleared', version: VERSION, ...detail };
  if (sharing.target) window.parent.postMessage(message, sharing.target);
});
calculator.addEventListener('trade-credit-error', ({ detail }) => {
  // A sandboxed frame whose host allows no other origin: see public/sandboxed.js.
  if (self.origin === 'null' && detail.code === 'cors') location.replace(`trade-credit.html${location.hash}`);
});
if (framed) {
  new ResizeObserver(tellNewSize).observe(document.body);
  // A frame out of sight is not drawn, and what observes its drawing waits; the page around has to know before it is scrolled.
  setInterval(tellNewSize, 500);
  addEventListener('message', ({ data, source }: MessageEvent<Message | null>) => {
    if (source === window.parent && data?.type === 'trade-credit:ask' && data.version === VERSION) tellSize();
  });
}
