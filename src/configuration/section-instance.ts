import type { PositionedAttribute, PositionedElement } from "../protocol/xml/positioned-tree.js";
import { hresults } from "./hresults.js";
import { lockAttributeNames } from "./lock-attributes.js";
import { readValue, type Value } from "./read-value.js";
import type { Report } from "./report.js";
import { childMeaning, type AttributeSchema, type ElementSchema } from "./schema-model.js";
import type { SourceFile } from "./source-file.js";
import { nameSpot, valueSpot } from "./spots.js";

/** Where a piece of an instance comes from. */
export interface InstanceOrigin {
  readonly element: PositionedElement;
  readonly schema: ElementSchema;
  readonly role: "element" | "entry" | "remove" | "clear" | "unknown";
}

export interface SectionInstance {
  /** In the shape that `toJsonSchema` describes. */
  readonly value: Instance;
  /** For every object inside `value`. */
  readonly origins: ReadonlyMap<object, InstanceOrigin>;
}

export interface Instance {
  [key: string]: Value | Instance | Instance[];
}

/** Attributes that every section element may carry besides those of its schema. */
const sectionAttributes = ["configSource", "configBuilders", "configProtectionProvider"];

/** Attributes that say something about the file, not about the setting. */
export const isMetaAttribute = (name: string, isSection: boolean): boolean =>
  lockAttributeNames.includes(name) || name === "xmlns" || name.startsWith("xmlns:") || (isSection && sectionAttributes.includes(name));

/** Turns one written section into the instance that its validator checks. Values are typed, names stay what they are. */
export function sectionInstance(source: SourceFile, element: PositionedElement, schema: ElementSchema, report: Report): SectionInstance {
  const origins = new Map<object, InstanceOrigin>();

  const build = (node: PositionedElement, of: ElementSchema, role: InstanceOrigin["role"], isSection: boolean): Instance => {
    const instance = Object.create(null) as Instance;
    origins.set(instance, { element: node, schema: of, role });
    if (role === "unknown") return instance;
    for (const attribute of node.attributes) {
      if (isMetaAttribute(attribute.name, isSection)) continue;
      const described = of.attributes.get(attribute.name);
      instance[`@${attribute.name}`] = described === undefined ? attribute.value : readAttribute(source, attribute, described, report);
    }
    reportText(source, node, report);
    for (const child of node.children) addChild(instance, child, of, role);
    return instance;
  };

  const addChild = (instance: Instance, child: PositionedElement, of: ElementSchema, role: InstanceOrigin["role"]): void => {
    const meaning = role === "remove" || role === "clear" ? undefined : childMeaning(of, child.name);
    if (meaning === undefined || meaning.kind === "element") {
      const key = `<${child.name}`;
      if (key in instance && meaning !== undefined) reportRepeated(source, child, report);
      else instance[key] = build(child, meaning?.schema ?? of, meaning === undefined ? "unknown" : "element", false);
      return;
    }
    const role2 = meaning.kind === "add" ? "entry" : meaning.kind;
    const list = (instance[`[${child.name}`] ??= []) as Instance[];
    list.push(build(child, meaning.collection.entry, role2, false));
  };

  return { value: build(element, schema, "element", true), origins };
}

const encryptedText = /^\[enc:([^:]*):([^\]]*):enc\]$/;

/** Types a value. An encrypted one is only readable when it is empty: its key is in the Windows machine that wrote it. */
function readAttribute(source: SourceFile, attribute: PositionedAttribute, described: AttributeSchema, report: Report): Value {
  const encrypted = described.encrypted ? encryptedText.exec(attribute.value) : null;
  if (encrypted === null) return readValue(described, attribute.value);
  if (encrypted[2] !== "") {
    report.error(
      {
        rule: "encrypted-value",
        message: `The value of ${attribute.name} is encrypted by "${encrypted[1]!}", whose key this host does not have.`,
        remedy: "Remove the attribute, or write the value in a file that only the host may read.",
        schemaPlace: described.place,
        code: hresults.accessDenied,
      },
      valueSpot(source, attribute),
    );
  }
  return "";
}

function reportText(source: SourceFile, node: PositionedElement, report: Report): void {
  const message = `Text is not allowed in <${node.name}>: settings are attributes and elements.`;
  for (const piece of node.textPieces) {
    report.error({ rule: "unexpected-text", message, remedy: "Remove the text, or make it a comment.", code: hresults.invalidData }, { source, ...piece });
  }
}

function reportRepeated(source: SourceFile, child: PositionedElement, report: Report): void {
  report.error(
    { rule: "repeated-element", message: `<${child.name}> may stand here only once.`, remedy: "Put the content of both into one.", code: hresults.invalidData },
    nameSpot(source, child),
  );
}
