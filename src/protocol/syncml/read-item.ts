import { joinOctets } from "../../base/join-octets.js";
import { decodeUtf8 } from "../wbxml/charsets.js";
import { allOf, elementsOf, oneOf, rawTextOf, textIn, toXmlChild } from "./element-parts.js";
import { readEmbedded } from "./embedded-tree.js";
import type { Address, Item, ItemData, Meta } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { readMeta } from "./read-meta.js";
import { treeTypes } from "./tree-types.js";

/** `Target` or `Source`. One without LocURI has an empty address, which no receiver resolves. */
export function readAddress(element: MessageElement): Address {
  const name = textIn(element, "LocName");
  return { uri: textIn(element, "LocURI") ?? "", ...(name === undefined ? {} : { name }) };
}

/** @param around Meta of the command, which holds for items that say nothing else */
export function readItem(element: MessageElement, around: Meta | undefined): Item {
  const [target, source, meta, data] = ["Target", "Source", "Meta", "Data"].map((name) => oneOf(element, name));
  const own = meta === undefined ? undefined : readMeta(meta);
  const read = data === undefined ? undefined : readData(data, own?.format ?? around?.format, own?.type ?? around?.type);
  return {
    ...(target === undefined ? {} : { target: readAddress(target) }),
    ...(source === undefined ? {} : { source: readAddress(source) }),
    ...(own === undefined ? {} : { meta: plainType(own) }),
    ...(read === undefined ? {} : { data: read }),
    ...(allOf(element, "MoreData").length === 0 ? {} : { hasMore: true }),
  };
}

/** A serialised tree has one type in the model, whatever encoding it came in. */
export const plainType = (meta: Meta): Meta => (meta.type === treeTypes.wbxml ? { ...meta, type: treeTypes.xml } : meta);

function readData(data: MessageElement, format: string | undefined, type: string | undefined): ItemData {
  if (elementsOf(data).length > 0) return { kind: "markup", children: data.children.map(toXmlChild) };
  const octets = data.children.some((child) => child instanceof Uint8Array) ? joined(data) : undefined;
  if (octets === undefined) return { kind: "text", text: rawTextOf(data) };
  const tree = type === treeTypes.wbxml ? readEmbedded(octets) : undefined;
  if (tree !== undefined) return { kind: "markup", children: [tree] };
  const text = format === "bin" ? undefined : decodeUtf8(octets);
  return text === undefined || text.includes("\0") ? { kind: "octets", octets } : { kind: "text", text };
}

/** Text and octets one behind the other, as they follow in the document. */
const joined = ({ children }: MessageElement): Uint8Array => joinOctets(...children.map((child) => (typeof child === "string" ? new TextEncoder().encode(child) : (child as Uint8Array))));
