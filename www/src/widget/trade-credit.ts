/** What a foreign page loads. The engine is the largest part: it is fetched while the scripts are. */
import engineAddress from 'virtual:engine-address';

const address: string = import.meta.url;

if (!customElements.get('trade-credit')) {
  const engine = fetch(engineAddress);
  // Whoever starts it hears of a failure.
  engine.catch(() => undefined);
  void import('./element').then(({ defineTradeCredit }) => defineTradeCredit(new URL('.', address), engine));
}
