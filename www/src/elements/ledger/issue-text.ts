import type { Context } from '../../context';
import type { Issue } from '../../engine';
import { issueText } from '../../issue-text';
import { textFor } from '../../words';
import type { Question } from '../../ledger/settings';

/** The part of a path behind what the engine calls the call: `options.cover.excess` → `cover.excess`. */
export const ownField = ({ field }: Issue): string => field.replace(/^(options|change)\./, '');

/** A problem of the ledger in the visitor's language. */
export function ledgerIssue(context: Context, question: Question, issue: Issue): string {
  const { problems, columns } = context.words.ledger.report;
  const field = ownField(issue);
  const [group = '', name = ''] = field.split(/\.(.*)/s);
  switch (group) {
    case 'file':
      return problems.noRows;
    case 'columns': {
      const column = textFor<string>(columns.names, name) ?? name;
      return issue.code === 'required' ? problems.column(column) : problems.heading(column);
    }
    case 'dateOrder':
      return issue.code === 'required' ? problems.dateOrder : problems.dateOrders;
    case 'asOf':
      return context.words.problems.codes.not_a_day;
    case 'limits':
      return problems.limit(name);
    case 'cover':
      return issueText(context, 'indemnity', context.engine.fields('indemnity'), question.cover, { ...issue, field });
    case 'policy':
      return problems.policy;
    default:
      return issue.code === 'too_many' ? problems.tooMany : `${field} ${issue.code}`.trim();
  }
}
