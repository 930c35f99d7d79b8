/** Flags of a context (RFC 2743 1.2.1; the last one is MIT's). */
export const sealable = 0x10 | 0x20;
export const anonymous = 0x40;
export const channelBound = 0x800;

/** Calling and routine errors (RFC 2744 3.9.1). */
export const gssError = (major: number): boolean => (major & 0xffff0000) !== 0;
export const continueNeeded = 1;
/** Supplementary bits: a message that came before, is too old to tell, or comes behind a later one. One that skips some is no attack. */
export const outOfOrder = 2 | 4 | 8;
