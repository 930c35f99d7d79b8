import { fail, ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { decodeXml } from "../../protocol/xml/decode-xml.js";
import { readElement } from "../../protocol/xml/read-element.js";
import { wireLimits } from "../../protocol/xml/xml-limits.js";
import { SOAP_12 } from "../../protocol/soap/namespaces.js";
import { namespaces } from "../../protocol/wsman/namespaces.js";
import type { ClientProblem } from "./client-problem.js";
import { problemNumbers } from "./problem-numbers.js";
import { childElements, findChild, textOf } from "./element-access.js";
import type { HttpAnswer } from "./http-sender.js";
import { readFault } from "./read-fault.js";

/**
 * Takes an HTTP answer apart.
 * @param messageId the request's, which RelatesTo must repeat where it is there; `undefined` for Identify
 * @param loggedIn whether credentials went with the request
 * @returns the child elements of the Body; a fault or anything that is no SOAP answer as problem
 */
export function readAnswer(answer: HttpAnswer, url: URL, messageId: string | undefined, loggedIn: boolean): Result<readonly XmlElement[], ClientProblem> {
  const isSoap = /^\s*application\/soap\+xml\s*(?:;|$)/iu.test(answer.contentType);
  if (!isSoap || answer.status === 401 || (answer.status !== 200 && answer.status < 400)) return fail(httpProblem(answer, url, isSoap, loggedIn));
  const charset = /charset\s*=\s*"?([^\s";]+)/iu.exec(answer.contentType)?.[1];
  const decoded = decodeXml(answer.body, charset);
  if (!decoded.ok) return fail(invalid(url, decoded.error.message));
  const envelope = readElement(decoded.value.text, wireLimits);
  if (!envelope.ok) return fail(invalid(url, `${envelope.error.message} (at character ${envelope.error.offset + 1} of the answer)`));
  const body = envelope.value.namespace === SOAP_12 && envelope.value.name === "Envelope" ? findChild(envelope.value, SOAP_12, "Body") : undefined;
  if (body === undefined) return fail(invalid(url, "it holds no SOAP 1.2 Body"));
  const content = childElements(body);
  const fault = content[0];
  if (fault?.namespace === SOAP_12 && fault.name === "Fault") return fail(readFault(fault));
  if (answer.status !== 200) return fail(httpProblem(answer, url, true, loggedIn));
  const header = findChild(envelope.value, SOAP_12, "Header");
  const relatesTo = header === undefined ? undefined : findChild(header, namespaces.a, "RelatesTo");
  if (messageId !== undefined && relatesTo !== undefined && textOf(relatesTo) !== messageId) return fail(invalid(url, "it answers another request (RelatesTo)"));
  return ok(content);
}

const invalid = (url: URL, why: string): ClientProblem => ({
  number: problemNumbers.invalidAnswer,
  message: `The answer of ${url.host} cannot be read: ${why}.`,
  remedy: "Check that the URL belongs to a WS-Management service.",
});

function httpProblem(answer: HttpAnswer, url: URL, isSoap: boolean, loggedIn: boolean): ClientProblem {
  const where = url.href;
  switch (answer.status) {
    case 401:
      if (!loggedIn) {
        return {
          number: problemNumbers.accessDenied,
          message: `Access is denied: ${where} wants a user name and password, and none were sent.`,
          remedy: `It offers: ${offeredSchemes(answer.challenge)}. Leave out -authentication:None and log in with -username:NAME.`,
        };
      }
      return {
        number: problemNumbers.accessDenied,
        message: `Access is denied: ${where} did not accept the user name and password.`,
        remedy: `It offers: ${offeredSchemes(answer.challenge)}. Check -username and -password; Basic over plain HTTP is accepted only where the host allows it.`,
      };
    case 403: return { number: problemNumbers.accessDenied, message: `Access is denied: ${where} refuses this user or this machine (HTTP 403).` };
    case 404: return { number: problemNumbers.notFound, message: `${where} is not there (HTTP 404).`, remedy: "Check the path of the URL; the usual one is /wsman." };
    case 413: return { number: problemNumbers.requestTooLarge, message: "The request is larger than the host's MaxEnvelopeSizeKB allows (HTTP 413).", remedy: "Send less at once, or raise the limit on the host." };
    case 503: return { number: problemNumbers.serviceUnavailable, message: `${where} is overloaded or being shut down (HTTP 503).`, remedy: "Try again in a moment." };
    default: {
      const type = answer.contentType === "" ? "no content type" : `content type "${answer.contentType}"`;
      return {
        number: problemNumbers.invalidAnswer,
        message: `${where} answered HTTP ${answer.status}${isSoap ? "" : ` with ${type} instead of application/soap+xml`}.`,
        remedy: "Check that the URL belongs to a WS-Management service.",
      };
    }
  }
}

/** Scheme names of a WWW-Authenticate header; several challenges come joined by commas. */
function offeredSchemes(challenge: string): string {
  const schemes = [...challenge.matchAll(/(?:^|,)\s*([A-Za-z]+)(?=\s|,|$)/gu)].map((match) => match[1]!);
  return schemes.length === 0 ? "no way to log in" : schemes.join(", ");
}
