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
    let buffer = new ArrayBuffer(size);
    for (;;) {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done || !value) return;
      if (!take(value)) return reader.cancel();
      buffer = value.buffer;
    }
  }
  for (let from = 0; from < file.size; from += size) {
    const piece = new Uint8Array(await file.slice(from, from + size).arrayBuffer());
    if (!take(piece)) return;
  }
}

function ownBuffer(file: Blob): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
