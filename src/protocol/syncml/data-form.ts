import { writeEmbedded } from "./embedded-tree.js";
import { toBase64 } from "../../base/base64.js";
import type { ItemData, Meta } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { DMDDF } from "./namespaces.js";
import { treeTypes } from "./tree-types.js";
import { writeElement } from "../xml/write-element.js";

/** What one encoding makes of data that the other carries differently. */
export interface DataForm {
  /** @param meta of the item. @returns what stands in `Data`, and the Meta that goes with it */
  write(data: ItemData, meta: Meta | undefined): { readonly children: MessageElement["children"]; readonly meta: Meta | undefined };
}

/** Octets become base64, and Format says so. */
export const xmlForm: DataForm = {
  write(data, meta) {
    switch (data.kind) {
      case "text": return { children: [data.text], meta };
      case "octets": return { children: [toBase64(data.octets)], meta: { ...meta, format: "b64" } };
      case "markup": return { children: data.children, meta };
    }
  },
};

/** Octets stay octets; a serialised tree becomes a document of its own; other elements are written as text. */
export const wbxmlForm: DataForm = {
  write(data, meta) {
    switch (data.kind) {
      case "text": return { children: [data.text], meta };
      case "octets": return { children: [data.octets], meta };
      case "markup": {
        const tree = data.children.find((child) => typeof child !== "string");
        const isTree = tree?.namespace === DMDDF && meta?.type === treeTypes.xml;
        if (isTree) return { children: [writeEmbedded(tree)], meta: { ...meta, type: treeTypes.wbxml } };
        return { children: data.children.map((child) => (typeof child === "string" ? child : writeElement(child))), meta };
      }
    }
  },
};
