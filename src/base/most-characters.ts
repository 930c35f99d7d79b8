/** Octets. What is not far larger than any envelope is never given up while it is built: what is too large for this one is said when it is whole. */
const leastLimit = 65_536;

/** Characters, about, that an answer may come to before it is called endless. @param limit octets of the whole envelope */
export const mostCharacters = (limit: number): number => Math.max(limit, leastLimit) * 2;
