const TOKEN = /[A-Za-z_][\w.]*(?:\[\d+\][\w.]*)*|\d+(?:\.\d+)?|[-+*/(),]/g;
const FUNCTIONS = new Set(['min', 'max', 'abs', 'round', 'floor', 'floorSig', 'pow', 'ln']);
const SIGNS: Readonly<Record<string, string>> = { '*': ' × ', '/': ' ÷ ', '+': ' + ', '-': ' − ', ',': ', ' };

/** A formula of the engine for people: names replaced, operators as one writes them. */
export function readableFormula(formula: string, name: (id: string) => string): string {
  let before = '';
  return [...formula.matchAll(TOKEN)]
    .map(([token]) => {
      const leading = before === '' || '(,+-*/'.includes(before);
      before = token;
      if (token === '-' && leading) return '−';
      return SIGNS[token] ?? (/^[A-Za-z_]/.test(token) && !FUNCTIONS.has(token) ? name(token) : token);
    })
    .join('');
}
