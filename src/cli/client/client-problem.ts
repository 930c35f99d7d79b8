import type { XmlElement } from "../../base/xml-element.js";
import { problemNumbers } from "./problem-numbers.js";
import { securityProblem } from "./security-problem.js";

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
  /** Where the service sends the user instead; an absolute http or https URL. */
  readonly redirect?: string;
  /** The fault's `WSManFault` (or other detail), printed before the number. */
  readonly detail?: XmlElement;
}

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
