/** What a view takes only once something was typed: fetched behind the first screen. */
import '../elements/figures/figures';
import '../elements/findings/findings';
import '../elements/list-field/list-field';
import '../elements/problems/problems';

export { evaluate } from '../evaluate';
export { engineInput, exampleForm } from '../form-input';
export { issueText } from '../issue-text';
export { onwardSheet } from '../elements/onward';
export { questionsSheet } from '../elements/questions';
export { resultStyles } from './results.styles';
