import { nodeFormats } from "../../../base/node-definition.js";
import { fail, ok, type Result } from "../../../base/result.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { childNamed, childText, childrenNamed, elementsIn, isManagementTree, textIn } from "../tree-element.js";
import type { SerialisedNode, SerialisedPart } from "./serialised-node.js";

/** Makes the nodes of a serialised tree. @returns one sentence for the first mistake: one of them is as good as all, as nothing of it is applied */
export function readTree(root: XmlElement): Result<readonly SerialisedPart[], string> {
  try {
    if (!isManagementTree(root)) return fail(`The data is a ${root.name} and no serialised tree, which is a MgmtTree.`);
    const version = childText(root, "VerDTD");
    if (version !== "1.2") return fail(`VerDTD of the serialised tree is ${version === undefined ? "missing" : `"${version}"`}, and 1.2 is read.`);
    const parts = childrenNamed(root, "Node").map((node) => ({ path: childText(node, "Path") ?? "", node: readNode(node, "") }));
    return parts.length === 0 ? fail("The serialised tree has no Node.") : ok(parts);
  } catch (error) {
    if (error instanceof TreeError) return fail(error.message);
    throw error;
  }
}

class TreeError extends Error {}

function readNode(node: XmlElement, above: string): SerialisedNode {
  const name = childText(node, "NodeName") ?? "";
  const path = above === "" ? name : `${above}/${name}`;
  if (name === "") throw new TreeError(`A node ${above === "" ? "" : `below ${above} `}of the serialised tree has no NodeName.`);
  const properties = childNamed(node, "RTProperties");
  const inner = childrenNamed(node, "Node").map((child) => readNode(child, path));
  const value = childNamed(node, "Value");
  if (value !== undefined && inner.length > 0) throw new TreeError(`The node ${path} of the serialised tree has a Value and nodes below it.`);
  const seen = new Set<string>();
  const twice = inner.find((child) => seen.size === seen.add(child.name).size);
  if (twice !== undefined) throw new TreeError(`The node ${path}/${twice.name} stands twice in the serialised tree.`);
  // A node of which nothing is said holds nodes, or is text: descriptions of others leave it out.
  const format = readFormat(properties, path) ?? (inner.length > 0 || value === undefined ? "node" : "chr");
  if (format === "node" && value !== undefined) throw new TreeError(`The node ${path} of the serialised tree has a Value, and its Format is node.`);
  if (format !== "node" && inner.length > 0) throw new TreeError(`The node ${path} of the serialised tree has nodes below it, and its Format is ${format}.`);
  const read = (property: string): string | undefined => (properties === undefined ? undefined : childText(properties, property));
  const [acl, title, tStamp, verNo] = ["ACL", "Title", "TStamp", "VerNo"].map(read);
  return {
    name, format, type: readType(properties), children: inner,
    ...(acl === undefined ? {} : { acl }), ...(title === undefined ? {} : { title }), ...(tStamp === undefined ? {} : { tStamp }), ...(verNo === undefined ? {} : { verNo }),
    ...(value === undefined ? {} : { value: textIn(value) }),
  };
}

function readFormat(properties: XmlElement | undefined, path: string): SerialisedNode["format"] | undefined {
  const element = properties === undefined ? undefined : childNamed(properties, "Format");
  const word = element === undefined ? undefined : elementsIn(element)[0]?.name;
  if (word === undefined) return undefined;
  const format = nodeFormats.find((each) => each === word);
  if (format === undefined) throw new TreeError(`The node ${path} of the serialised tree has the Format ${word}, which is none of ${nodeFormats.join(", ")}.`);
  return format;
}

function readType(properties: XmlElement | undefined): string {
  const element = properties === undefined ? undefined : childNamed(properties, "Type");
  return element === undefined ? "" : (childText(element, "MIME") ?? childText(element, "DDFName") ?? "");
}
