import type { StreamData } from "../script/mock-script.js";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Output as a script says it: as text where that gives the same octets again. */
export function streamData(octets: Uint8Array): StreamData {
  try {
    return utf8.decode(octets);
  } catch {
    return { base64: Buffer.from(octets).toString("base64") };
  }
}
