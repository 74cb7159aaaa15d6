import type { Issue, Report } from './engine';

/** What a form comes to: a report as far as its figures reach, what is wrong with it and what it still needs. */
export interface Outcome {
  readonly report: Report | null;
  /** Problems to show at their fields. */
  readonly issues: readonly Issue[];
  /** Required fields nobody has filled in yet: a hint, not an error. */
  readonly needed: readonly string[];
  /** Optional groups that were begun and are left out until their required fields are there. */
  readonly leftOut: readonly { readonly field: string; readonly needs: readonly string[] }[];
  readonly crashed: boolean;
}

/** What an empty form comes to. */
export const nothingYet: Outcome = { report: null, issues: [], needed: [], leftOut: [], crashed: false };
