import type { TLSSocket } from "node:tls";
import type { ServerCertificateFacts } from "../base/host-message.js";

/** What the server has shown on a connection. */
export function serverCertificate(socket: TLSSocket): ServerCertificateFacts | undefined {
  const shown = socket.getCertificate();
  if (shown === null || !("subject" in shown)) return undefined;
  return { keyBits: "bits" in shown && typeof shown.bits === "number" ? shown.bits : 0, subject: nameOf(shown.subject), issuer: nameOf("issuer" in shown ? shown.issuer : {}) };
}

/** `CN=host, O=Example` from Node's object. */
const nameOf = (name: object): string => Object.entries(name as Readonly<Record<string, string | readonly string[]>>).flatMap(([type, values]) => [values].flat().map((value) => `${type}=${value}`)).join(", ");
