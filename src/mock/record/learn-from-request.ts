import type { XmlElement } from "../../base/xml-element.js";
import type { WsmanRequest } from "../../protocol/wsman/request.js";
import { readElement } from "../../protocol/xml/read-element.js";
import { wireLimits } from "../../protocol/xml/xml-limits.js";
import { childrenOf, textIn } from "./element-access.js";
import type { Redactor } from "./redactor.js";

/** Learns the secrets that a request says by name: in selectors, options and the elements of its body. */
export function learnFromRequest({ selectors, options, body, operation }: WsmanRequest, redactor: Redactor): void {
  for (const { name, value } of [...selectors, ...options]) if (typeof value === "string") redactor.learnFromValue("request", name, value);
  // Their words are looked at where they are put together; input is only carried.
  if (body.count === 0 || operation === "Send" || operation === "Receive" || operation === "Command") return;
  const root = readElement(body.text(), wireLimits);
  if (root.ok) learnFromElement(root.value, redactor);
}

function learnFromElement(element: XmlElement, redactor: Redactor): void {
  const children = childrenOf(element);
  if (children.length === 0) redactor.learnFromValue("request", element.name, textIn(element));
  else for (const child of children) learnFromElement(child, redactor);
}
