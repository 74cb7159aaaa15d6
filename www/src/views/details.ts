/** What a view shows only once something was typed: fetched behind the first screen. */
import '../elements/figures/figures';
import '../elements/findings/findings';
import '../elements/list-field/list-field';
import '../elements/problems/problems';
