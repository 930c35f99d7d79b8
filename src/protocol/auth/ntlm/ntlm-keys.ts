import { utf16 } from "../utf16.js";
import type { Digests } from "../digests.js";
import { md4 } from "./md4.js";

/** NTOWFv1: what a password is worth to NTLM. Whoever has it needs no password. */
export const ntHash = (password: string): Uint8Array => md4(utf16.encode(password));

/** NTOWFv2 (MS-NLMP 3.3.2). The name counts in upper case, the domain as it is sent. */
export const ntlmV2Key = (hash: Uint8Array, user: string, domain: string, { hmacMd5 }: Digests): Uint8Array =>
  hmacMd5(hash, utf16.encode(upperCase(user) + domain));

/** As Windows does it, character by character: a letter that becomes two (ß) stays as it is. */
const upperCase = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index);
    const upper = letter.toUpperCase();
    return upper.length === 1 ? upper : letter;
  }).join("");
