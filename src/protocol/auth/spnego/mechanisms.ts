/** Mechanisms by the octets of their object identifiers, hex. */
export const mechanisms = {
  /** 1.3.6.1.4.1.311.2.2.10 */
  ntlm: "2b06010401823702020a",
  /** 1.2.840.113554.1.2.2 */
  kerberos: "2a864886f712010202",
  /** 1.2.840.48018.1.2.2: as Windows 2000 wrote it, and all later ones offer it too. */
  oldKerberos: "2a864882f712010202",
  /** 1.3.6.1.5.5.2 */
  spnego: "2b0601050502",
} as const;
