/** CRC-32 of IEEE 802.3, as zip and PNG have it: polynomial 0xEDB88320, reflected. Unsigned. */
export function crc32(octets: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const octet of octets) crc = (crc >>> 8) ^ table[(crc ^ octet) & 0xff]!;
  return (crc ^ 0xffff_ffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, octet) => {
  let entry = octet;
  for (let bit = 0; bit < 8; bit++) entry = entry & 1 ? (entry >>> 1) ^ 0xedb8_8320 : entry >>> 1;
  return entry;
});
