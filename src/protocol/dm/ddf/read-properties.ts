import { nodeAccesses, nodeFormats, type AllowedValues, type NodeAccess, type NodeDefinition, type NodeFormat, type NodeOccurrence } from "../../../base/node-definition.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { readPattern } from "../pattern/create-pattern-matcher.js";
import { additionsNamed, childNamed, childrenNamed, childText, elementsIn, textIn } from "../tree-element.js";
import { readAllowedValues } from "./read-allowed-values.js";

type Properties = Omit<NodeDefinition, "children" | "name">;

/** What DFProperties says of a node. @param report told of each mistake, in a sentence that begins small */
export function readProperties(properties: XmlElement, report: (message: string) => void): Properties {
  const formats = readFormats(properties, report);
  const types = childNamed(properties, "DFType");
  const named = types === undefined ? [] : [...childrenNamed(types, "MIME"), ...childrenNamed(types, "DDFName")].map((each) => textIn(each).trim()).filter((text) => text !== "");
  const occurrence = readOccurrence(properties, report);
  const [title, description, defaultValue] = ["DFTitle", "Description", "DefaultValue"].map((name) => childText(properties, name));
  return {
    access: readAccess(properties, report),
    formats,
    ...(named.length === 0 ? {} : { types: named }),
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(wordIn(properties, "Scope") === "Permanent" ? { isPermanent: true } : {}),
    ...(wordIn(properties, "CaseSense") === "CIS" ? { ignoresCase: true } : {}),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(defaultValue === undefined ? {} : { defaultValue: formats[0] === "int" ? decimalOf(defaultValue) : defaultValue }),
    ...readAdditions(properties, formats, report),
  };
}

function readAccess(properties: XmlElement, report: (message: string) => void): NodeAccess[] {
  const element = childNamed(properties, "AccessType");
  if (element === undefined) report("AccessType is missing.");
  const found: NodeAccess[] = [];
  for (const { name } of element === undefined ? [] : elementsIn(element)) {
    const access = nodeAccesses.find((each) => each === name);
    if (access === undefined) report(`AccessType names ${name}, which is none of ${nodeAccesses.join(", ")}.`);
    else found.push(access);
  }
  return found;
}

function readFormats(properties: XmlElement, report: (message: string) => void): readonly [NodeFormat, ...NodeFormat[]] {
  const element = childNamed(properties, "DFFormat");
  const found: NodeFormat[] = [];
  for (const { name } of element === undefined ? [] : elementsIn(element)) {
    const format = nodeFormats.find((each) => each === name);
    if (format === undefined) report(`DFFormat names ${name}, which is none of ${nodeFormats.join(", ")}.`);
    else found.push(format);
  }
  const [first, ...others] = found;
  if (first !== undefined) return [first, ...others];
  report("DFFormat names no format.");
  return ["chr"];
}

/** The name of the only element in an element. */
function wordIn(properties: XmlElement, name: string): string | undefined {
  const element = childNamed(properties, name);
  return element === undefined ? undefined : elementsIn(element)[0]?.name;
}

function readOccurrence(properties: XmlElement, report: (message: string) => void): NodeOccurrence | undefined {
  const element = childNamed(properties, "Occurrence");
  if (element === undefined) return undefined;
  const word = elementsIn(element)[0];
  switch (word?.name) {
    case "One":
    case "OneOrMore":
    case "ZeroOrMore":
    case "ZeroOrOne": return { kind: word.name };
    case "OneOrN":
    case "ZeroOrN": {
      const max = Number(textIn(word));
      if (!Number.isInteger(max) || max < 2 || max > 65_536) report(`${word.name} is "${textIn(word).trim()}", and a number of 2 to 65536 belongs there.`);
      return { kind: word.name, max };
    }
    default: report(`Occurrence names ${word?.name ?? "nothing"}, which is none of One, OneOrMore, OneOrN, ZeroOrMore, ZeroOrN, ZeroOrOne.`);
  }
  return undefined;
}

/** What Windows' DDF v2 adds. Which builds and editions have the node is nobody's business here. */
function readAdditions(properties: XmlElement, formats: readonly NodeFormat[], report: (message: string) => void): Partial<Properties> {
  const [allowed] = additionsNamed(properties, "AllowedValues");
  const values = allowed === undefined ? undefined : readAllowedValues(allowed, report);
  const isInterior = formats.includes("node");
  // An interior node has no value: what it allows are names.
  const pattern = readNamePattern(properties) ?? (isInterior && values?.kind === "regex" ? values.pattern : undefined);
  const reboot = (["Automatic", "None", "ServerInitiated"] as const).find((word) => additionsNamed(properties, "RebootBehavior").some((each) => textIn(each).trim() === word));
  return {
    ...(values === undefined || isInterior ? {} : { allowedValues: formats[0] === "int" ? decimal(values) : values }),
    ...(pattern === undefined ? {} : { namePattern: pattern }),
    ...(reboot === undefined ? {} : { rebootBehavior: reboot }),
    ...(additionsNamed(properties, "AtomicRequired").length === 0 ? {} : { isAtomicRequired: true }),
    ...(additionsNamed(properties, "Deprecated").length === 0 ? {} : { isDeprecated: true }),
  };
}

/** UniqueName is a regular expression by its schema; most of Windows' own files have sentences about the name there, which have blanks. */
function readNamePattern(properties: XmlElement): string | undefined {
  const texts = additionsNamed(properties, "DynamicNodeNaming").flatMap((naming) => additionsNamed(naming, "UniqueName")).map((each) => textIn(each).trim());
  return texts.find((text) => text !== "" && !/\s/.test(text) && readPattern(text).ok);
}

/** Files write numbers as 0x1F; they travel as decimals. */
const decimal = (allowed: AllowedValues): AllowedValues => (allowed.kind === "enum" ? { ...allowed, values: allowed.values.map(decimalOf) } : allowed);

const decimalOf = (value: string): string => (/^0x[0-9a-fA-F]{1,8}$/.test(value) ? String(Number(value)) : value);
