/** A piece of a message (MS-PSRP 2.2.4). */
export interface Fragment {
  readonly objectId: bigint;
  /** Place within its message, from 0. */
  readonly fragmentId: bigint;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly blob: Buffer;
}

/** Octets before the blob. */
export const fragmentHead = 21;

/** @returns `undefined` when the octets are not whole fragments */
export function readFragments(octets: Buffer): readonly Fragment[] | undefined {
  const found: Fragment[] = [];
  for (let at = 0; at < octets.length; ) {
    if (octets.length - at < fragmentHead) return undefined;
    const length = octets.readUInt32BE(at + 17);
    const begin = at + fragmentHead;
    if (length > octets.length - begin) return undefined;
    const flags = octets[at + 16]!;
    found.push({ objectId: octets.readBigUInt64BE(at), fragmentId: octets.readBigUInt64BE(at + 8), isFirst: (flags & 1) !== 0, isLast: (flags & 2) !== 0, blob: octets.subarray(begin, begin + length) });
    at = begin + length;
  }
  return found;
}

export function writeFragment({ objectId, fragmentId, isFirst, isLast, blob }: Fragment): Buffer {
  const head = Buffer.alloc(fragmentHead);
  head.writeBigUInt64BE(BigInt.asUintN(64, objectId), 0);
  head.writeBigUInt64BE(BigInt.asUintN(64, fragmentId), 8);
  head[16] = (isFirst ? 1 : 0) | (isLast ? 2 : 0);
  head.writeUInt32BE(blob.length, 17);
  return Buffer.concat([head, blob]);
}
