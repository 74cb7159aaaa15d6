/**
 * Gives a file away piece by piece, without ever holding it. `take` returns false to stop; a piece holds its bytes only
 * until the next one comes.
 *
 * Read into one buffer that goes back and forth where the browser can (what a plain stream hands out is only freed
 * when the garbage is collected, which adds up to the whole file), else as it can.
 */
export async function eachPiece(file: Blob, size: number, take: (piece: Uint8Array) => boolean): Promise<void> {
  const reader = ownBuffer(file);
  if (reader) {
    held.add(reader);
    try {
      return await readInto(new ArrayBuffer(size), reader, take);
    } finally {
      held.delete(reader);
    }
  }
  for (let from = 0; from < file.size; from += size) {
    const piece = new Uint8Array(await file.slice(from, from + size).arrayBuffer());
    if (!take(piece)) return;
  }
}

async function readInto(
  first: ArrayBuffer,
  reader: ReadableStreamBYOBReader,
  take: (piece: Uint8Array) => boolean,
): Promise<void> {
  let buffer = first;
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done || !value) return;
    if (!take(value)) return reader.cancel();
    buffer = value.buffer;
  }
}

/**
 * Those who read now. Chromium frees a stream of a file while it is waited for, if nothing else holds it, and then the bytes
 * never come: seen in half of the readings of a file of 99 MB.
 */
const held = new Set<ReadableStreamBYOBReader>();

function ownBuffer(file: Blob): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
