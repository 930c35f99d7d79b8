import type { XmlElement } from "../../../base/xml-element.js";
import { treeElement } from "../tree-element.js";
import type { SerialisedNode, SerialisedPart, SerialisedProperty } from "./serialised-node.js";

/** The root element of a serialised tree. @param wanted what of each node is told besides its name */
export const writeTree = (parts: readonly SerialisedPart[], wanted: ReadonlySet<SerialisedProperty>): XmlElement =>
  treeElement("MgmtTree", treeElement("VerDTD", "1.2"), ...parts.map(({ path, node }) => writeNode(node, wanted, path)));

function writeNode({ name, format, type, acl, title, tStamp, verNo, value, children }: SerialisedNode, wanted: ReadonlySet<SerialisedProperty>, path = ""): XmlElement {
  const told = (property: SerialisedProperty, text: string | undefined): readonly XmlElement[] => (text === undefined || !wanted.has(property) ? [] : [treeElement(property, text)]);
  const properties = [
    ...told("ACL", acl),
    ...(wanted.has("Format") ? [treeElement("Format", treeElement(format))] : []),
    ...told("Title", title), ...told("TStamp", tStamp),
    ...(wanted.has("Type") && type !== "" ? [treeElement("Type", treeElement(format === "node" ? "DDFName" : "MIME", type))] : []),
    ...told("VerNo", verNo),
  ];
  return treeElement("Node",
    treeElement("NodeName", name), ...(path === "" ? [] : [treeElement("Path", path)]),
    ...(properties.length === 0 ? [] : [treeElement("RTProperties", ...properties)]),
    ...told("Value", format === "node" ? undefined : value),
    ...children.map((child) => writeNode(child, wanted)),
  );
}
