/** What a foreign page loads. The engine is the largest part: it is fetched while the scripts are. */
import addresses from 'virtual:engine-addresses';

const address: string = import.meta.url;

/** Of several scripts, of several versions perhaps, the first defines the element; its parts take a while to arrive. */
const taken = Symbol.for('trade-credit');

if (!(taken in document)) {
  Object.defineProperty(document, taken, { value: true });
  const engines = new Map<string, Promise<Response>>();
  for (const element of document.querySelectorAll('trade-credit')) {
    const id = (element.getAttribute('calculator') ?? '').replace(/-(\w)/g, (_, letter: string) =>
      letter.toUpperCase(),
    );
    const file = addresses[Object.hasOwn(addresses, id) ? id : 'assess'];
    if (!file || engines.has(file)) continue;
    const engine = fetch(file);
    // Whoever starts it hears of a failure.
    engine.catch(() => undefined);
    engines.set(file, engine);
  }
  void import('./element').then(({ defineTradeCredit }) => defineTradeCredit(new URL('.', address), engines));
}
