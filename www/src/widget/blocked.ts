/** Why the engine could not be had: what has to be changed depends on it. */
export type Blocked =
  /** No WebAssembly in this browser. */
  | 'unsupported'
  /** The page's policy has no `'wasm-unsafe-eval'`. */
  | 'policy'
  /** The page's policy does not let the file be fetched: `connect-src`. */
  | 'connect'
  /** The host of the calculator does not let other origins read its files: `Access-Control-Allow-Origin`. */
  | 'cors'
  /** It did not arrive. */
  | 'load';

/** Looks for the reason: asks for the file again, and listens for what the policy says to it. */
export async function whyBlocked(error: unknown, file: URL | null): Promise<Blocked> {
  if (typeof WebAssembly !== 'object') return 'unsupported';
  if (error instanceof WebAssembly.CompileError) return 'policy';
  // The single file carries the engine inside.
  if (!file) return 'load';
  let refused = false;
  const listen = (event: SecurityPolicyViolationEvent) => (refused ||= event.effectiveDirective === 'connect-src');
  document.addEventListener('securitypolicyviolation', listen);
  const arrived = await fetch(file).catch(() => null);
  // The event comes after the answer.
  await new Promise((resolve) => setTimeout(resolve, 50));
  document.removeEventListener('securitypolicyviolation', listen);
  if (refused) return 'connect';
  if (arrived) return 'load';
  // An answer that may not be read is an answer still: the host is there, and does not want to be read.
  const there = await fetch(file, { mode: 'no-cors' }).catch(() => null);
  return there ? 'cors' : 'load';
}
