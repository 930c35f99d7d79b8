import type { BodyProblem, HostRequest, HostResponse } from "../../base/host-message.js";
import type { Result } from "../../base/result.js";
import type { Fault } from "../../protocol/wsman/fault.js";
import { decodeXml, type XmlCharset } from "../../protocol/xml/decode-xml.js";
import { readContentType, type ContentType } from "./content-type.js";
import { httpAnswers } from "./http-answers.js";

/** A message that arrived, or why it is answered without SOAP. */
export type Message =
  | { readonly kind: "text"; readonly text: string; readonly charset: XmlCharset }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "http"; readonly answer: HostResponse };

/** What can be refused before the body is read: other methods, other content types. */
export function checkHttp(request: HostRequest): HostResponse | ContentType {
  if (request.method !== "POST") return httpAnswers.methodNotAllowed;
  const contentType = readContentType(request.headers.get("content-type") ?? "");
  // multipart/encrypted comes with a later version; until then it is a type like any other that is not SOAP.
  if (contentType.type !== "application/soap+xml") return httpAnswers.unsupportedMediaType;
  const coding = request.headers.get("content-encoding");
  if (coding !== undefined && coding.trim().toLowerCase() !== "identity") return httpAnswers.unsupportedMediaType;
  return contentType;
}

/** Makes text of a body that was read within its limit: a larger one is never parsed. */
export function readMessage(body: Result<Uint8Array, BodyProblem>, { charset }: ContentType): Message {
  if (!body.ok) {
    const answer = body.error === "tooLarge" ? httpAnswers.tooLarge : body.error === "timedOut" ? httpAnswers.bodyTimedOut : httpAnswers.aborted;
    return { kind: "http", answer };
  }
  const decoded = decodeXml(body.value, charset);
  if (decoded.ok) return { kind: "text", text: decoded.value.text, charset: decoded.value.charset };
  return { kind: "fault", fault: { name: "encodingLimit", detail: "CharacterSet", message: decoded.error.message } };
}
