/** What a foreign page loads. The element is defined once, however often and from wherever this is loaded. */
import { engineSource } from '../engine-source';

const address: string = import.meta.url;

if (!customElements.get('trade-credit')) {
  // The engine is the largest part: it is fetched while the scripts are.
  void engineSource();
  void import('./element').then(({ TradeCredit }) => (TradeCredit.home = new URL('.', address)));
}
