import type { XmlElement } from "../base/xml-element.js";
import type { XmlReader, XmlReaderNode } from "./operation-request.js";

/** What is still to come: text, an element, or the end of one that was begun. */
type Coming = XmlElement | string | { readonly endOf: XmlElement };

/** A pull reader over an element that was built or kept: for code that is written against XmlReader, and for its tests. */
export function readerOf(root: XmlElement): XmlReader {
  /** The next one last. */
  const coming: Coming[] = [root];
  let depth = 0;
  let current: XmlElement | undefined;
  /** @throws Error when the node read last is not an element: a mistake of the caller */
  const leave = (what: string): XmlElement => {
    if (current === undefined) throw new Error(`${what} may be called only after read returned an "element" node.`);
    const element = current;
    for (const end = depth; depth >= end; ) read();
    return element;
  };
  const read = (): XmlReaderNode | undefined => {
    const next = coming.pop();
    current = undefined;
    if (next === undefined) return undefined;
    if (typeof next === "string") return { type: "text", depth, text: next };
    if ("endOf" in next) return { type: "endElement", depth: depth--, name: next.endOf.name, namespace: next.endOf.namespace };
    const { children, ...element } = next;
    const inside = joined(children);
    coming.push({ endOf: next }, ...inside.reverse());
    current = next;
    return { type: "element", depth: ++depth, element, isEmpty: inside.length === 0 };
  };
  return { read, skip: () => void leave("skip"), readElement: () => leave("readElement") };
}

/** Adjacent text comes as one node, empty text as none. */
function joined(children: XmlElement["children"]): (XmlElement | string)[] {
  const pieces: (XmlElement | string)[] = [];
  for (const child of children) {
    const last = pieces.at(-1);
    if (typeof child === "string" && typeof last === "string") pieces[pieces.length - 1] = last + child;
    else if (child !== "") pieces.push(child);
  }
  return pieces;
}
