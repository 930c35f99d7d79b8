import type { NodeDefinition, NodeOccurrence } from "../../../base/node-definition.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { treeElement } from "../tree-element.js";
import type { Description } from "./read-description.js";

/** The root element of a description in DDF 1.2: what Windows' additions say is left out, as no other reader knows them. */
export const writeDescription = ({ manufacturer, model, parts }: Description): XmlElement =>
  treeElement("MgmtTree", treeElement("VerDTD", "1.2"), ...optional("Man", manufacturer), ...optional("Mod", model), ...parts.map(({ path, definition }) => writeNode(definition, path)));

function writeNode(definition: NodeDefinition, path?: string): XmlElement {
  const { name = "", children = [] } = definition;
  return treeElement("Node", treeElement("NodeName", name), ...(path === undefined || path === "" ? [] : [treeElement("Path", path)]), writeProperties(definition), ...children.map((child) => writeNode(child)));
}

function writeProperties({ access, formats, types = [], occurrence, isPermanent, ignoresCase, title, description, defaultValue }: NodeDefinition): XmlElement {
  const isInterior = formats.includes("node");
  const typeNames = types.length === 0 ? [treeElement(isInterior ? "DDFName" : "MIME", isInterior ? "" : "text/plain")] : types.map((type) => treeElement(isInterior ? "DDFName" : "MIME", type));
  return treeElement("DFProperties",
    treeElement("AccessType", ...[...access].sort().map((word) => treeElement(word))),
    ...optional("DefaultValue", defaultValue), ...optional("Description", description),
    treeElement("DFFormat", ...formats.map((word) => treeElement(word))),
    ...(occurrence === undefined ? [] : [treeElement("Occurrence", writeOccurrence(occurrence))]),
    treeElement("Scope", treeElement(isPermanent === true ? "Permanent" : "Dynamic")),
    ...optional("DFTitle", title),
    treeElement("DFType", ...typeNames),
    ...(ignoresCase === true ? [treeElement("CaseSense", treeElement("CIS"))] : []),
  );
}

const writeOccurrence = (occurrence: NodeOccurrence): XmlElement => ("max" in occurrence ? treeElement(occurrence.kind, String(occurrence.max)) : treeElement(occurrence.kind));

const optional = (name: string, text: string | undefined): readonly XmlElement[] => (text === undefined ? [] : [treeElement(name, text)]);
