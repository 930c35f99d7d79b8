import { fail, ok, type Result } from "../../../base/result.js";
import type { XmlElement } from "../../../base/xml-element.js";

/** A characteristic of a provisioning document (OMA Client Provisioning 1.1): parameters and characteristics, both in order. */
export interface Characteristic {
  readonly type: string;
  readonly parameters: readonly Parameter[];
  readonly inner: readonly Characteristic[];
}

export interface Parameter {
  readonly name: string;
  /** `undefined`: it has none, and means something by being there. */
  readonly value?: string | undefined;
  /** Microsoft's: `integer`, `boolean`, … */
  readonly dataType?: string | undefined;
}

const attribute = ({ attributes }: XmlElement, wanted: string): string | undefined => attributes.find(({ name }) => name.toLowerCase() === wanted)?.value;

/** @returns the characteristics of the document, or one sentence for what it is instead */
export function readProvisioning(root: XmlElement): Result<readonly Characteristic[], string> {
  if (root.name !== "wap-provisioningdoc") return fail(`The document is a ${root.name} and no provisioning document, which is a wap-provisioningdoc.`);
  const problems: string[] = [];
  const inner = characteristicsOf(root, problems);
  return problems.length === 0 ? ok(inner) : fail(problems.join(" "));
}

function characteristicsOf(parent: XmlElement, problems: string[]): readonly Characteristic[] {
  return elements(parent, "characteristic").map((element) => {
    const type = attribute(element, "type");
    if (type === undefined) problems.push("A characteristic has no type.");
    const parameters = elements(element, "parm").map((each): Parameter => {
      const [name, value, dataType] = [attribute(each, "name"), attribute(each, "value"), attribute(each, "datatype")];
      if (name === undefined) problems.push(`A parm of ${type ?? "a characteristic"} has no name.`);
      return { name: name ?? "", ...(value === undefined ? {} : { value }), ...(dataType === undefined ? {} : { dataType }) };
    });
    return { type: type ?? "", parameters, inner: characteristicsOf(element, problems) };
  });
}

const elements = ({ children }: XmlElement, name: string): readonly XmlElement[] => children.filter((child) => typeof child !== "string" && child.name === name) as readonly XmlElement[];

export const writeProvisioning = (characteristics: readonly Characteristic[]): XmlElement => make("wap-provisioningdoc", { version: "1.1" }, characteristics.map(write));

const write = ({ type, parameters, inner }: Characteristic): XmlElement =>
  make("characteristic", { type }, [...parameters.map(({ name, value, dataType }) => make("parm", { name, value, datatype: dataType }, [])), ...inner.map(write)]);

const make = (name: string, attributes: Readonly<Record<string, string | undefined>>, children: readonly XmlElement[]): XmlElement => ({
  name, namespace: "", children,
  attributes: Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [{ name: key, namespace: "", value }])),
});

/** The first parameter of that name; names compare without case, as devices write both. */
export const parameterOf = ({ parameters }: Characteristic, wanted: string): Parameter | undefined => parameters.find(({ name }) => name.toUpperCase() === wanted.toUpperCase());

export const innerOf = ({ inner }: Characteristic, wanted: string): readonly Characteristic[] => inner.filter(({ type }) => type.toUpperCase() === wanted.toUpperCase());
