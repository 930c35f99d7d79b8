import type { HostResponse } from "../../base/host-message.js";
import type { XmlCharset } from "../../protocol/xml/decode-xml.js";
import { encodeXml } from "../../protocol/xml/encode-xml.js";

const utf8Headers = [["Content-Type", "application/soap+xml;charset=UTF-8"]] as const;
const utf16Headers = [["Content-Type", "application/soap+xml;charset=UTF-16"]] as const;

/** In the charset of the request; UTF-16 with its byte order mark, as Windows writes it. */
export function envelopeResponse(status: number, envelope: string, charset: XmlCharset): HostResponse {
  if (charset === "utf-8") return { status, headers: utf8Headers, body: envelope };
  return { status, headers: utf16Headers, body: encodeXml(envelope, charset, true) };
}
