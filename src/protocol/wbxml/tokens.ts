/** Global tokens (WAP-192, 7.1). Those that are not here stand for attributes, instructions and extensions, which the languages here have none of. */
export const globalTokens = { switchPage: 0x00, end: 0x01, entity: 0x02, inlineString: 0x03, literal: 0x04, tableString: 0x83, opaque: 0xc3 } as const;

/** Bits of a tag token. */
export const tagBits = { attributes: 0x80, content: 0x40, identity: 0x3f } as const;

/** The token of the first tag of a code page. */
export const firstTag = 5;
