import type { XmlElement } from "../../base/xml-element.js";
import type { XmlInput } from "../../sdk/operation-request.js";
import type { RequestBody } from "../../protocol/wsman/request.js";
import { readElement } from "../../protocol/xml/read-element.js";
import { wireLimits } from "../../protocol/xml/xml-limits.js";
import { createXmlReader } from "../../protocol/xml/xml-reader.js";

/** The Body's element in the form that the plug-in's XmlRenderingType asks for. The text is cut out once, the element read when asked. */
export function createXmlInput(body: Pick<RequestBody, "text">, renderingType: "text" | "XmlReader"): XmlInput {
  const text = body.text();
  let read: XmlElement | undefined;
  const element = (): XmlElement => (read ??= readChecked(text));
  return renderingType === "text" ? { renderingType, text, element } : { renderingType, reader: () => createXmlReader(text), element };
}

/** The whole message was read before, so its part reads too. */
function readChecked(text: string): XmlElement {
  const element = readElement(text, wireLimits);
  if (!element.ok) throw new Error(`the body was well-formed and no longer is: ${element.error.message}`);
  return element.value;
}
