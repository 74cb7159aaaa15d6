/** A file as the single document carries it: text in an element of its own. */
import { bytesOf } from './letters';

export const unpack = (file: string): Uint8Array<ArrayBuffer> =>
  bytesOf(document.getElementById(file)?.textContent ?? '');
