import type { XmlElement } from "../../base/xml-element.js";

/** Why a request came to nothing: a fault, or something on the way. */
export interface ClientProblem {
  /** HRESULT, unsigned; printed as winrm does, signed and in hex. */
  readonly number: number;
  /** One sentence: what happened. */
  readonly message: string;
  /** One sentence: what to do. */
  readonly remedy?: string;
  /** The plug-in that answered with the fault. */
  readonly plugin?: string;
  /** Which application's problem it is, where several were asked. */
  readonly application?: string;
  /** The fault's `WSManFault` (or other detail), printed before the number. */
  readonly detail?: XmlElement;
}

/** Numbers that winrm shows for what goes wrong before a service answers; the 0x8007xxxx ones are Windows' HTTP client's. */
export const problemNumbers = {
  accessDenied: 0x80070005,
  cannotConnect: 0x80338012,
  networkTimedOut: 0x80338126,
  nameNotResolved: 0x803381b9,
  unencryptedNotAllowed: 0x803380de,
  requestTooLarge: 0x80338111,
  serviceUnavailable: 0x80338112,
  notFound: 0x80338113,
  connectionBroken: 0x80072efe,
  invalidAnswer: 0x80072f78,
  securityFailure: 0x80072f8f,
} as const;

/** Turns what Node says about a connection that failed into winrm's number and a sentence what to do. */
export function connectionProblem(error: NodeJS.ErrnoException, url: URL): ClientProblem {
  const code = error.code ?? "";
  const where = `${url.protocol}//${url.host}`;
  switch (code) {
    case "ECONNREFUSED":
      return {
        number: problemNumbers.cannotConnect,
        message: `Nothing listens at ${where}.`,
        remedy: `Check that the host is running and that port ${url.port || (url.protocol === "https:" ? "443" : "80")} is the right one (without a scheme it is 5985, http:// means 80, https:// means 443).`,
      };
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return { number: problemNumbers.nameNotResolved, message: `The name ${url.hostname} cannot be resolved.`, remedy: "Check its spelling and the name service, or give an address." };
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return { number: problemNumbers.networkTimedOut, message: `${where} does not answer.`, remedy: "Check the name, the network and the firewall on the way." };
    case "ECONNRESET":
    case "EPIPE":
      return { number: problemNumbers.connectionBroken, message: `${where} closed the connection before its answer was complete.`, remedy: "Try again; if it stays, look into the host's log." };
    default:
      return code.startsWith("HPE_")
        ? { number: problemNumbers.invalidAnswer, message: `What ${where} answers is not HTTP (${error.message}).`, remedy: "Check whether the port speaks HTTPS instead of HTTP, or belongs to something else." }
        : securityProblem(error, where) ?? { number: problemNumbers.cannotConnect, message: `The connection to ${where} failed: ${error.message}.` };
  }
}

function securityProblem(error: NodeJS.ErrnoException, where: string): ClientProblem | undefined {
  const code = error.code ?? "";
  const number = problemNumbers.securityFailure;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return { number, message: `The certificate of ${where} is for another name: ${error.message}.`, remedy: "Use the name in the certificate, or -skipCNcheck." };
  }
  if (/^(?:ERR_SSL_|EPROTO)/u.test(code)) {
    return { number, message: `${where} does not speak TLS as expected: ${error.message.trim()}.`, remedy: "Check that the port is an HTTPS one and offers TLS 1.2 or later." };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|CRL/u.test(code)) {
    return { number, message: `The certificate of ${where} is not trusted: ${error.message}.`, remedy: "Add its authority with NODE_EXTRA_CA_CERTS, or use -skipCAcheck." };
  }
  return undefined;
}
