/**
 * Where one can go: every calculator of the catalog, and the pages that are none. Addresses follow from the ids;
 * the navigation follows the table below, with whatever it does not name at its end.
 */
import { pages } from './pages';

/** What belongs together stands together; the first names the group. */
const groups: readonly (readonly string[])[] = [
  ['assess'],
  ['score'],
  ['limit'],
  ['dso'],
  ['workingCapital'],
  ['indemnity'],
  ['latePayment', 'paymentPlan', 'earlyPaymentDiscount'],
  ['provision', 'coverValue'],
  ['ledger'],
];

/** Reached from the foot of the page and from where they matter, not from the navigation. */
const apart: readonly string[] = ['policy', 'privacy', 'embed'];

export { home } from './home';
export { pages } from './pages';

const addresses: Readonly<Record<string, string>> = { assess: 'check', policy: 'rules' };

/** `workingCapital` → `working-capital` */
export const addressOf = (id: string): string =>
  (Object.hasOwn(addresses, id) ? addresses[id] : undefined) ??
  id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function placeAt(address: string): string {
  const special = Object.keys(addresses).find((id) => addresses[id] === address);
  return special ?? address.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export const isPage = (id: string): boolean => Object.hasOwn(pages, id);

/** The places that have words, in the order and the groups of the navigation. */
export function navigation(known: readonly string[]): readonly (readonly string[])[] {
  const named = groups.flat();
  return [
    ...groups.map((group) => group.filter((id) => known.includes(id))),
    ...known.filter((id) => !named.includes(id) && !apart.includes(id)).map((id) => [id]),
  ].filter((group) => group.length > 0);
}

export const groupOf = (id: string, known: readonly string[]): readonly string[] =>
  navigation(known).find((group) => group.includes(id)) ?? [id];
