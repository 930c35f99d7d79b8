/** A device's own numbers of sessions, before they begin again. */
export const lastSession = 0xffff;

/**
 * SessionID of a session that the device begins. Decimal, as the specification's examples; as two octets in hexadecimal digits once the server has
 * said that it understands version 2.0 of the sync protocol (Windows' SyncApplicationVersion; the pages on the DM client).
 * @param number of the session, from 1. Beyond 65535 they begin again
 */
export const writeSessionId = (number: number, isHexadecimal: boolean): string => (((number - 1) % lastSession) + 1).toString(isHexadecimal ? 16 : 10).toUpperCase();

/** May a peer's be used? It is opaque: 1 to 16 characters that can be printed. */
export const isSessionId = (text: string): boolean => /^[\x21-\x7e]{1,16}$/.test(text);
