/** The pages of the single file, see `../pages.ts`: a document on a disk has no address to embed it from. */
import type { pages as all } from '../pages';

export const pages: typeof all = {
  ledger: () => import('../pages/ledger'),
  policy: () => import('../pages/rules/rules-page'),
  privacy: () => import('../pages/privacy/privacy-page'),
};
