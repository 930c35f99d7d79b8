import { SOAP_12 } from "../soap/namespaces.js";
import { escapeText } from "../xml/escape.js";
import { namespaces, WSMID } from "./namespaces.js";

export interface IdentifyAnswer {
  readonly productVendor: string;
  /** `OS: … SP: … Stack: …`. Say less to strangers: the caller decides, knowing who asks. */
  readonly productVersion: string;
  /** URIs of the enabled authentication schemes; left out when empty (only for authenticated users). */
  readonly securityProfiles?: readonly string[];
}

const opening =
  `<s:Envelope xml:lang="en-US" xmlns:s="${SOAP_12}"><s:Header/><s:Body><wsmid:IdentifyResponse xmlns:wsmid="${WSMID}">` +
  `<wsmid:ProtocolVersion>${namespaces.w}</wsmid:ProtocolVersion><wsmid:ProductVendor>`;

/** The answer to Identify: no addressing headers, children in the recorded order. */
export function writeIdentifyResponse(answer: IdentifyAnswer): string {
  const names = (answer.securityProfiles ?? []).map((uri) => `<wsmid:SecurityProfileName>${escapeText(uri)}</wsmid:SecurityProfileName>`);
  const profiles = names.length === 0 ? "" : `<wsmid:SecurityProfiles>${names.join("")}</wsmid:SecurityProfiles>`;
  return (
    `${opening}${escapeText(answer.productVendor)}</wsmid:ProductVendor><wsmid:ProductVersion>${escapeText(answer.productVersion)}</wsmid:ProductVersion>` +
    `${profiles}</wsmid:IdentifyResponse></s:Body></s:Envelope>`
  );
}
