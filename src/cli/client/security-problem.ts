import type { PeerCertificate } from "node:tls";
import { problemNumbers } from "./problem-numbers.js";

interface Told {
  /** Goes on after `https://server:5986`'s certificate or the server itself. */
  readonly message: string;
  readonly remedy: string;
}

const trust = "Add its authority with NODE_EXTRA_CA_CERTS, or use -skipCAcheck.";
const unknownAuthority = "was signed by an authority that is not known here";

/** What is wrong with a certificate, by Node's code (OpenSSL's X509_V_ERR names). */
const certificates: Readonly<Record<string, Told>> = {
  CERT_HAS_EXPIRED: { message: "has expired", remedy: "Renew it on the host, or use -skipCAcheck." },
  CERT_NOT_YET_VALID: { message: "is not valid yet", remedy: "Check the clocks of both machines, or use -skipCAcheck." },
  CERT_REVOKED: { message: "was revoked", remedy: "Have a new one issued for the host." },
  DEPTH_ZERO_SELF_SIGNED_CERT: { message: "is not trusted: it is self-signed", remedy: trust },
  SELF_SIGNED_CERT_IN_CHAIN: { message: `is not trusted: it ${unknownAuthority} (a self-signed one)`, remedy: trust },
  UNABLE_TO_GET_ISSUER_CERT: { message: `is not trusted: it ${unknownAuthority}`, remedy: trust },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { message: `is not trusted: it ${unknownAuthority}`, remedy: trust },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { message: "is not trusted: the host does not send the certificate of the authority that signed it", remedy: `Have the host send the whole chain. ${trust}` },
};

/** What is wrong with the talk itself, by words in OpenSSL's reason. */
const handshakes: readonly (readonly [reason: RegExp, told: Told])[] = [
  [/wrong version number|packet length too long|http request|unexpected message|record layer failure/u, { message: "speaks no TLS", remedy: "Check that the port is the HTTPS one; for plain HTTP write http:// and leave -usessl out." }],
  [/unsupported protocol|protocol version|no protocols available/u, { message: "offers no TLS version that is still safe", remedy: "Have it offer TLS 1.2 or later." }],
  [/certificate required/u, { message: "wants a certificate of the caller", remedy: "Client certificates are not supported; use another listener with -a:Basic." }],
  [/handshake failure|no shared cipher|no ciphers/u, { message: "and this machine have no way to encrypt in common", remedy: "Have it offer TLS 1.2 or later with today's ciphers." }],
  [/unrecognized name/u, { message: "has no certificate for that host name", remedy: "Use a name that it serves." }],
];

/**
 * What TLS says, in a sentence: OpenSSL's own texts are for those who read its source.
 * @returns `undefined` for an error that is not TLS's
 */
export function securityProblem(error: NodeJS.ErrnoException, where: string): { readonly number: number; readonly message: string; readonly remedy: string } | undefined {
  const code = error.code ?? "";
  const number = problemNumbers.securityFailure;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    const names = (error as { readonly cert?: PeerCertificate }).cert?.subjectaltname ?? "";
    return { number, message: `The certificate of ${where} is for another name${names === "" ? "" : `: ${names}`}.`, remedy: "Use the name in the certificate, or -skipCNcheck." };
  }
  if (/^(?:ERR_SSL_|EPROTO)/u.test(code)) {
    const reason = reasonOf(error);
    const told = handshakes.find(([words]) => words.test(reason))?.[1];
    return { number, message: told === undefined ? `TLS with ${where} failed: ${reason}.` : `${where} ${told.message}.`, remedy: told?.remedy ?? "Check that the port is the HTTPS one and offers TLS 1.2 or later." };
  }
  if (!/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|CRL/u.test(code)) return undefined;
  const told = certificates[code] ?? { message: `is not trusted (${code.toLowerCase().replaceAll("_", " ")})`, remedy: trust };
  return { number, message: `The certificate of ${where} ${told.message}.`, remedy: told.remedy };
}

/** OpenSSL's reason: `80DC42…:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:…` has it in the fifth field. */
function reasonOf(error: NodeJS.ErrnoException): string {
  const { reason } = error as { readonly reason?: string };
  const written = reason ?? /:error:[0-9A-F]+:[^:]*:[^:]*:([^:\n]+)/u.exec(error.message)?.[1] ?? (error.code ?? "").replace(/^ERR_SSL_/u, "");
  return written.toLowerCase().replaceAll("_", " ").trim();
}
