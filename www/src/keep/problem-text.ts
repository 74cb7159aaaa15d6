import type { Context } from '../context';
import type { Issue } from '../engine';
import { formOf } from '../form-values';
import { issueText } from '../issue-text';
import { policyFields, policyLeaves, leafAt } from '../rules/policy-form';
import { fullLabel } from '../rules/leaf-words';
import type { FileProblem } from './work-file';

/** How many problems are named before the rest is counted. */
const NAMED = 5;

/** Why a file cannot be used, in the visitor's language. */
export function problemText(context: Context, problem: FileProblem): string {
  const words = context.words.keep.fileProblems;
  switch (problem.code) {
    case 'newer':
      return words.newer(problem.version);
    case 'malformed':
      return words.malformed([...problem.where]);
    case 'options': {
      const named = problem.issues.slice(0, NAMED).map((issue) => optionText(context, issue));
      const more = problem.issues.length - named.length;
      return words.options(more > 0 ? [...named, words.more(more)] : named);
    }
    default:
      return words[problem.code];
  }
}

/** A problem of the options: which threshold or day it is, and what is wrong with it. */
export function optionText(context: Context, issue: Issue): string {
  const path = issue.field.replace(/^options\.(policy\.)?/, '');
  const fields = policyFields(context.engine.defaultPolicy);
  const leaf = leafAt(path, policyLeaves(fields));
  const label = leaf === undefined ? path : fullLabel(context, leaf);
  // The text under the path only says that there is one: what it is stands in the file.
  const values = formOf([[path, '…']]);
  const text =
    issue.code === 'inconsistent'
      ? context.words.policy.contradiction
      : issueText(context, 'indemnity', fields, values, { ...issue, field: path });
  return `${label}: ${text}`;
}
