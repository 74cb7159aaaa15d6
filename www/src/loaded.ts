/**
 * The WebAssembly files as they were loaded, by their names in the package: a copy of what arrived, from which the page
 * of privacy computes its hashes, without asking for anything again.
 */
export const loaded = new Map<string, Response>();

/** Keeps a copy of a file on its way to the engine. */
export const withCopy =
  (name: string) =>
  <Source extends Response | Uint8Array<ArrayBuffer>>(source: Source): Source => {
    loaded.set(name, source instanceof Response ? source.clone() : new Response(source));
    return source;
  };
