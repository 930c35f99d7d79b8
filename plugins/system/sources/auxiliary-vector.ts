/** Numbers of entries (getauxval(3)). */
export const auxiliary = { pageSize: 6, clockTicks: 17 } as const;

/** Reads /proc/self/auxv: pairs of machine words, here of 64 bits and little-endian as on every platform that Node has binaries for but few. */
export function readAuxiliary(bytes: Uint8Array | undefined): ReadonlyMap<number, number> {
  const entries = new Map<number, number>();
  if (bytes === undefined) return entries;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 16 <= bytes.byteLength; at += 16) entries.set(Number(view.getBigUint64(at, true)), Number(view.getBigUint64(at + 8, true)));
  // Anything but a power of two is another word size.
  const page = entries.get(auxiliary.pageSize);
  return page !== undefined && page >= 4096 && Number.isInteger(Math.log2(page)) ? entries : new Map();
}
