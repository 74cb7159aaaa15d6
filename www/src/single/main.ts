/** The document that carries everything: the page, or a calculator alone when that is what the fragment asks for. */
import '../embed/embed.css';

if (/^#calculator=/.test(location.hash)) void import('../embed/embed');
else void import('../main');
