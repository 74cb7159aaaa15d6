/** The pages that are no calculators. */

/** An element that fills the page: it gets the `context`, and its heading takes the focus when it is gone to. */
export interface PageModule {
  readonly default: CustomElementConstructor;
}

/** Pages that are no calculators: the element `tc-<address>-page`, whose words are the export of the same id. */
export const pages: Readonly<Record<string, () => Promise<PageModule>>> = {
  ledger: () => import('./pages/ledger'),
  embed: () => import('./pages/embed'),
  policy: () => import('./pages/rules/rules-page'),
  privacy: () => import('./pages/privacy/privacy-page'),
};
