import type { Plugin } from 'vite';

/**
 * In the styles of elements `rem` becomes `--rem`, a unit of our own (src/tokens.css): on a page of somebody else's the
 * root may have any font size, 62.5 % or 100 px. Conditions know no properties: there a rem is the usual 16 px.
 */
export const ownRem: Plugin = {
  name: 'own-rem',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !code.includes('css`')) return undefined;
    return code.replace(/css`[^`]*`/g, (styles) =>
      styles.replace(/(@\w+[^{;]*)|(\d*\.?\d+)rem\b/g, (whole, condition?: string, length?: string) => {
        if (length !== undefined) return `calc(${length}*var(--rem))`;
        return condition?.startsWith('@container')
          ? condition.replace(/(\d*\.?\d+)rem\b/g, (_, rem: string) => `${16 * Number(rem)}px`)
          : whole;
      }),
    );
  },
};
