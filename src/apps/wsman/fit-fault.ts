import { cutText } from "../../base/cut-text.js";
import type { Fault } from "../../protocol/wsman/fault.js";
import { writeFault, type FaultHead } from "../../protocol/wsman/write-fault.js";
import type { XmlCharset } from "../../protocol/xml/decode-xml.js";
import { octetsOf } from "./build-operation-request.js";

/** How long the texts of a fault may be, characters, from one attempt to the next. */
const lengths = [Infinity, 1024, 256, 64] as const;

/**
 * Writes a fault so that it fits the client's envelope, which has room for one (DSP0226 6.2: at least 8192 octets). A fault must
 * arrive: what does not fit is the plug-in's extended information first, then the ends of long texts. Its names and codes stay.
 * @param limit octets
 */
export function fitFault(fault: Fault, head: FaultHead, charset: XmlCharset, limit: number): string {
  const whole = writeFault(fault, head);
  if (whole.length * 3 + 2 <= limit) return whole;
  let text = whole;
  for (const length of lengths) {
    if (octetsOf(text, { charset }) <= limit) return text;
    text = writeFault(shortened(fault, length), head);
  }
  return text;
}

function shortened({ provider, ...fault }: Fault, length: number): Fault {
  return {
    ...fault,
    ...(fault.message === undefined ? {} : { message: cutText(fault.message, length) }),
    ...(provider === undefined ? {} : { provider: { name: cutText(provider.name, length), path: cutText(provider.path, length), message: cutText(provider.message, length), code: provider.code } }),
  };
}
