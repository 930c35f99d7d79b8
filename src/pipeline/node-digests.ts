import { createHash, createHmac } from "node:crypto";
import type { Digests } from "../protocol/auth/digests.js";

/** The machine's own MD5. */
export const nodeDigests: Digests = {
  md5: (...parts) => parts.reduce((sum, part) => sum.update(part), createHash("md5")).digest(),
  hmacMd5: (key, ...parts) => parts.reduce((sum, part) => sum.update(part), createHmac("md5", key)).digest(),
};

/** @returns why this machine cannot compute them: OpenSSL in FIPS mode; `undefined` when it can */
export function whyNoDigests(): string | undefined {
  try {
    nodeDigests.hmacMd5(nodeDigests.md5(), new Uint8Array(1));
    return undefined;
  } catch (error) {
    return `MD5 is not to be had here (FIPS mode?): ${(error as Error).message}`;
  }
}
