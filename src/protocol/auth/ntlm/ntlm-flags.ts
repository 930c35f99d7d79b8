/** Bits of NegotiateFlags (MS-NLMP 2.2.2.5) that this host reads or sets. */
export const ntlmFlags = {
  unicode: 0x1,
  oem: 0x2,
  requestTarget: 0x4,
  sign: 0x10,
  seal: 0x20,
  ntlm: 0x200,
  anonymous: 0x800,
  domainSupplied: 0x1000,
  workstationSupplied: 0x2000,
  alwaysSign: 0x8000,
  targetTypeServer: 0x20000,
  extendedSessionSecurity: 0x80000,
  targetInfo: 0x800000,
  version: 0x2000000,
  key128: 0x20000000,
  keyExchange: 0x40000000,
  key56: 0x80000000,
} as const;

/** @returns the bits of both, as an unsigned number */
export const commonFlags = (one: number, other: number): number => (one & other) >>> 0;

/** Is the bit set? */
export const hasFlag = (flags: number, flag: number): boolean => (flags & flag) !== 0;
