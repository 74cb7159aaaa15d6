// The floors, in wasm, on the same pieces: finding the line ends, and finding all separators.
import { readFileSync } from 'node:fs';

const folder = new URL('../../target/bench/floor/', import.meta.url);
const { initSync, lineEnds, separators } = await import(new URL('trade_credit.js', folder));
initSync({ module: readFileSync(new URL('trade_credit_bg.wasm', folder)) });

const PIECE = 1 << 18;

/** The floors of some bytes, by name. */
export function floor(bytes) {
  const over = (call) => () => {
    for (let at = 0; at < bytes.length; at += PIECE) call(bytes.subarray(at, at + PIECE));
  };
  return { 'floor: line ends': over(lineEnds), 'floor: separators': over(separators) };
}
