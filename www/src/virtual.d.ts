/** Made from the files in `locales/`: see `plugins/words.ts`. */
declare module 'virtual:words' {
  export const languages: Readonly<
    Record<
      string,
      { readonly name: string; readonly parts: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> }
    >
  >;
}

declare module 'virtual:wasm-hashes' {
  /** SHA-256, in hex digits, of each WebAssembly file of this build, by the path it has in the package. */
  const hashes: Readonly<Record<string, string>>;
  export default hashes;
}

/** Only in the widget: see `plugins/engine-addresses.ts`. */
declare module 'virtual:engine-addresses' {
  const addresses: Readonly<Record<string, string>>;
  export default addresses;
}
