import type { XmlElement } from "../../../base/xml-element.js";
import type { Result } from "../../../base/result.js";
import { ok } from "../../../base/result.js";
import { writeTextFragment, writeXmlFragment } from "../../../protocol/wsman/write-xml-fragment.js";
import { writeBehind } from "../../../protocol/wsman/write-response.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { wrongAnswer } from "../operations/finish-answer.js";
import { findPart, type Part } from "./find-part.js";

/** An answer with the part of a representation that the request asks for. */
export function replyWithPart(exchange: Exchange, representation: XmlElement): Reply {
  const part = findPart(representation, exchange.part!);
  if (!part.ok) return { fault: part.error };
  const written = write(exchange, part.value);
  if (!written.ok) return { fault: wrongAnswer(exchange, exchange.route!.target, written.error) };
  return fitEnvelope(exchange, writeBehind(exchange.opening, written.value));
}

function write({ part }: Exchange, { elements, texts }: Part): Result<string, string> {
  if (texts === undefined) return writeXmlFragment(elements);
  const { leaf } = part!.path;
  // The type of an embedded object is told as the name of its class.
  const isType = leaf?.kind === "attribute" && leaf.name.local === "type";
  return ok(writeTextFragment(texts.map((text) => (isType && text.endsWith("_Type") ? text.slice(text.indexOf(":") + 1, -"_Type".length) : text)).join("")));
}
