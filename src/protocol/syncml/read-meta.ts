import type { XmlElement } from "../../base/xml-element.js";
import { elementsOf, textOf, toXmlElement } from "./element-parts.js";
import type { Meta } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { isMeta } from "./namespaces.js";
import { MessageError } from "./syncml-problem.js";

/** Elements of Meta that a message's reader knows, and what they are called in the model. */
const known = { Format: "format", Type: "type", Mark: "mark", Size: "size", NextNonce: "nextNonce", MaxMsgSize: "maxMessageSize", MaxObjSize: "maxObjectSize" } as const;

const isKnown = (name: string): name is keyof typeof known => Object.hasOwn(known, name);

/** Reads `Meta`; a `MetInf` around its elements, which the DTD has, is looked through. */
export function readMeta(meta: MessageElement): Meta {
  const read: { -readonly [K in keyof Meta]: Meta[K] } = {};
  const others: XmlElement[] = [];
  for (const child of elementsOf(meta).flatMap((each) => (each.name === "MetInf" && isMeta(each.namespace) ? elementsOf(each) : [each]))) {
    if (!isMeta(child.namespace) || !isKnown(child.name)) {
      others.push(toXmlElement(child));
      continue;
    }
    const key = known[child.name];
    if (read[key] !== undefined) throw new MessageError("doubled-element", `Meta has more than one ${child.name}.`);
    read[key] = textOf(child);
  }
  return others.length === 0 ? read : { ...read, others };
}
