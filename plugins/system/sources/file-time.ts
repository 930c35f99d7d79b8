/** Windows' clock: units of 100 ns since 1601. @param time milliseconds since 1970 */
export const fileTime = (time: number): bigint => (BigInt(Math.round(time * 1000)) + 11_644_473_600_000_000n) * 10n;
