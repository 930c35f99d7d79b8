import type { NodeDefinition, NodeFormat } from "../../base/node-definition.js";
import { fail, ok, type Result } from "../../base/result.js";
import type { Item, Meta } from "../syncml/message.js";
import { writeElement } from "../xml/write-element.js";
import { refuseValue } from "./allowed-values.js";
import { readNodeValue, writeNodeValue, type NodeValue } from "./node-value.js";

/** A value that may stand at its node. */
export interface CheckedValue extends NodeValue {
  /** MIME type. */
  readonly type: string;
}

/** Why a value may not, and the status that says so. */
export interface ValueProblem {
  readonly status: 415;
  /** One sentence, for the log of who was sent it and for who wants to queue it. */
  readonly message: string;
}

/**
 * Is what an item carries a value that its node takes? Looked at before any provider is asked, and by a server before it queues a command.
 * @param around Meta of the command, which holds where the item says nothing else
 * @param matches as of `refuseValue`: what `createPatternMatcher` makes
 */
export function checkValue(definition: NodeDefinition, item: Pick<Item, "data" | "meta">, around: Meta | undefined, matches: (pattern: string, value: string) => boolean): Result<CheckedValue, ValueProblem> {
  const meta = { ...around, ...item.meta };
  const format = formatOf(definition, meta.format?.trim());
  if (!format.ok) return format;
  const type = typeOf(definition, meta.type?.trim());
  if (!type.ok) return type;
  const data = textOf(item.data);
  const read = readNodeValue(format.value, data);
  if (!read.ok) return refuse(read.error);
  const why = definition.allowedValues === undefined ? undefined : refuseValue(writeNodeValue(read.value), definition.allowedValues, matches);
  return why === undefined ? ok({ ...read.value, type: type.value }) : refuse(why);
}

/** Octets travel in XML as b64 whatever the node calls them, so that the two are one here. */
function formatOf({ formats }: NodeDefinition, sent: string | undefined): Result<NodeValue["format"], ValueProblem> {
  const isOctets = (format: string): boolean => format === "b64" || format === "bin";
  const wanted = sent ?? formats[0];
  const found = formats.find((format) => format === wanted) ?? (isOctets(wanted) ? formats.find(isOctets) : undefined);
  if (isLeaf(found)) return ok(found);
  if (formats.every((format) => format === "node")) return refuse("The node holds other nodes, and no value.");
  return refuse(`The format ${wanted} is none that the node takes; it takes ${formats.filter(isLeaf).join(", ")}.`);
}

const isLeaf = (format: NodeFormat | undefined): format is NodeValue["format"] => format !== undefined && format !== "node";

/** Parameters of a type, such as its charset, are not compared. A description whose types are no MIME types says nothing about them. */
function typeOf({ types = [] }: NodeDefinition, sent: string | undefined): Result<string, ValueProblem> {
  const known = types.filter((type) => type.includes("/"));
  if (sent === undefined || sent === "") return ok(known[0] ?? "text/plain");
  const bare = (type: string): string => type.split(";")[0]!.trim().toLowerCase();
  return known.length === 0 || known.some((type) => bare(type) === bare(sent)) ? ok(sent) : refuse(`The type ${sent} is none that the node takes; it takes ${known.join(", ")}.`);
}

/** A value that is not there is an empty one. Elements are text of the format xml. */
function textOf(data: Item["data"]): string | Uint8Array {
  switch (data?.kind) {
    case undefined: return "";
    case "text": return data.text;
    case "octets": return data.octets;
    case "markup": return data.children.map((child) => (typeof child === "string" ? child : writeElement(child))).join("");
  }
}

const refuse = (message: string): Result<never, ValueProblem> => fail({ status: 415, message });
