/** Bytes as text that HTML carries unchanged: each byte is the letter of its number, but for the few below. */

/** What a parser changes (NUL, CR), and what could end the element it stands in (<). */
const harmful = [0x00, 0x0d, 0x3c];
/** What WebAssembly has seldom: its letter stands for the harmful byte, and one beyond all bytes for itself. */
const seldom = [0x59, 0x5b, 0x5d];
const BEYOND = 0x100;

export function textOf(bytes: Uint8Array): string {
  const letters = Array.from({ length: BEYOND }, (_, byte) => String.fromCharCode(byte));
  seldom.forEach((byte, index) => {
    letters[harmful[index] ?? 0] = String.fromCharCode(byte);
    letters[byte] = String.fromCharCode(BEYOND + byte);
  });
  return Array.from(bytes, (byte) => letters[byte]).join('');
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    // A letter beyond all bytes loses that when it is stored.
    bytes[at] = harmful[seldom.indexOf(letter)] ?? letter;
  }
  return bytes;
}
