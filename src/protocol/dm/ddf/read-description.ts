import type { NodeDefinition } from "../../../base/node-definition.js";
import { fail, ok, type Result } from "../../../base/result.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { childNamed, childText, childrenNamed, isManagementTree } from "../tree-element.js";
import { readProperties } from "./read-properties.js";

/** A device description: which nodes there may be, from where on. */
export interface Description {
  readonly manufacturer?: string | undefined;
  readonly model?: string | undefined;
  readonly parts: readonly DescribedPart[];
}

export interface DescribedPart {
  /** Where it stands, as written: `./Device/Vendor/MSFT`; empty for the tree's own root. */
  readonly path: string;
  readonly definition: NodeDefinition;
}

/**
 * Makes a description of its root element: DDF 1.2, and Windows' DDF v2.
 * @returns everything that is wrong with it, each with the node that it is about
 */
export function readDescription(root: XmlElement): Result<Description, readonly string[]> {
  const problems: string[] = [];
  if (!isManagementTree(root)) return fail([`The document is a ${root.name} and no description, which is a MgmtTree.`]);
  const version = childText(root, "VerDTD");
  if (version !== "1.2") problems.push(`VerDTD is ${version === undefined ? "missing" : `"${version}"`}; descriptions of version 1.2 are read.`);
  const nodes = childrenNamed(root, "Node");
  if (nodes.length === 0) problems.push("The description has no Node.");
  if (nodes.some((node) => childNamed(node, "RTProperties") !== undefined)) return fail([...problems, "The document is a serialised tree (RTProperties), and no description (DFProperties)."]);
  const parts = nodes.map((node): DescribedPart => ({ path: childText(node, "Path") ?? "", definition: readNode(node, childText(node, "Path") ?? "", problems) }));
  const [manufacturer, model] = [childText(root, "Man"), childText(root, "Mod")];
  if (problems.length > 0) return fail(problems);
  return ok({ ...(manufacturer === undefined ? {} : { manufacturer }), ...(model === undefined ? {} : { model }), parts });
}

/** @param above path of the node around it, for what is told */
function readNode(node: XmlElement, above: string, problems: string[]): NodeDefinition {
  const name = childText(node, "NodeName") ?? "";
  const path = `${above === "" ? "" : `${above}/`}${name === "" ? "<any name>" : name}`;
  const report = (message: string): void => void problems.push(`${path}: ${message}`);
  if (childNamed(node, "NodeName") === undefined) report("the node has no NodeName; an empty one stands for any name.");
  const properties = childNamed(node, "DFProperties");
  if (properties === undefined) report("the node has no DFProperties.");
  const own = properties === undefined ? { access: [], formats: ["node"] as const } : readProperties(properties, report);
  const inner = childrenNamed(node, "Node").map((child) => readNode(child, path, problems));
  if (inner.length > 0 && !own.formats.some((format) => format === "node")) report("the node has nodes below it, and DFFormat is not node.");
  for (const twice of doubled(inner)) report(`${twice === undefined ? "a node of any name" : `the node ${twice}`} stands there twice.`);
  return { name: name === "" ? undefined : name, ...own, ...(inner.length === 0 ? {} : { children: inner }) };
}

/** Names of which there are more than one. */
function doubled(nodes: readonly NodeDefinition[]): ReadonlySet<string | undefined> {
  const seen = new Set<string | undefined>();
  return new Set(nodes.map(({ name }) => name).filter((name) => seen.size === seen.add(name).size));
}
