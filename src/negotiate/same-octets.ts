/** Of what is no secret: it takes less time when they differ. */
export const sameOctets = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((octet, index) => octet === other[index]);
