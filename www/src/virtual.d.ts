/** Made from the files in `locales/`: see `words-plugin.ts`. */
declare module 'virtual:words' {
  export const languages: Readonly<
    Record<
      string,
      { readonly name: string; readonly parts: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> }
    >
  >;
}
