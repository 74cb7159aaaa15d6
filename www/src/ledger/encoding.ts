/** How a file writes its text: what a browser can decode and receivables files come in. */
export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * The encoding of a file by its beginning: its byte order mark; two letters in UTF-16; UTF-8 if it is nothing but that;
 * else GB18030, which Excel writes in China. `isAll` tells whether a character may be cut off at the end.
 */
export function encodingOf(start: Uint8Array, isAll: boolean): Encoding {
  const [a, b, c, d] = start;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // No text in another encoding begins with a letter and a NUL.
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: !isAll });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/**
 * Watches a file that began as UTF-8 and may have had no letter yet but those that all encodings share: the first piece
 * with another one decides, since no sentence in GB18030 reads as UTF-8 too.
 */
export class FirstLetters {
  #isSettled = false;

  /** Whether a piece, in its turn, may be UTF-8. */
  hold(piece: Uint8Array): boolean {
    if (this.#isSettled || isPlain(piece)) return true;
    this.#isSettled = true;
    return encodingOf(piece, false) === 'utf-8';
  }
}

/** ASCII throughout; four bytes at a time, since it is asked of whole files. */
function isPlain(piece: Uint8Array): boolean {
  const aligned = piece.byteOffset % 4 === 0 ? piece : piece.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let seen = 0;
  for (let at = 0; at < words.length; at++) seen |= words[at] ?? 0;
  for (let at = words.length * 4; at < aligned.length; at++) seen |= aligned[at] ?? 0;
  return (seen & 0x80808080) === 0;
}

/** What programs for spreadsheets write instead of text. */
export function isWorkbook(start: Uint8Array): boolean {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => start[at] === byte);
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

/** Turns the pieces of a file into UTF-8, in one buffer that is used again: take what it gives before the next call. */
export class ToUtf8 {
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();
  #buffer = new Uint8Array(0);

  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding);
  }

  /** The text of the next piece; of no piece, what was left over. */
  take(piece?: Uint8Array): Uint8Array {
    const text = this.#decoder.decode(piece, { stream: piece !== undefined });
    // A unit of UTF-16 comes to three bytes at most.
    if (this.#buffer.length < text.length * 3) this.#buffer = new Uint8Array(text.length * 3);
    return this.#buffer.subarray(0, this.#encoder.encodeInto(text, this.#buffer).written);
  }
}
