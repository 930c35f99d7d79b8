import type { XmlElement } from "../../base/xml-element.js";
import { childrenNamed, textOf } from "./item-view.js";
import type { Constant, RelationalOperator } from "./query.js";
import { QueryTokens } from "./query-tokens.js";
import { QueryRefused } from "./query-problem.js";
import type { Comparison } from "./compare-value.js";

/** An instance by class and keys; names in lower case. A single key may come without its name. */
interface ObjectPath {
  readonly className: string;
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * Compares a reference with an object path in quotes: `Win32_Service.Name="spooler"`. Server and namespace in front of the class are not
 * compared: a reference inside this host has neither.
 * @returns a sentence when the constant is no object path
 */
export function referenceComparison(operator: RelationalOperator, constant: Constant): Comparison | string {
  if (operator !== "=" && operator !== "<>") return "References have no order; compare them with = or <>.";
  const wanted = constant.kind === "string" ? parseObjectPath(constant.text) : undefined;
  if (wanted === undefined) return `A reference is compared with an object path, such as 'Win32_Service.Name="spooler"'.`;
  return (value) => {
    const found = readReference(value);
    return found === undefined ? undefined : same(found, wanted) === (operator === "=");
  };
}

function parseObjectPath(text: string): ObjectPath | undefined {
  try {
    const tokens = new QueryTokens(text.slice(text.lastIndexOf(":", text.search(/[="']|$/u)) + 1));
    const className = tokens.expectWord("a class").text.toLowerCase();
    const keys = new Map<string, string>();
    if (tokens.takeSymbol(".")) {
      do {
        const name = tokens.expectWord("a key").text.toLowerCase();
        tokens.expectSymbol("=", "=");
        keys.set(name, takeValue(tokens));
      } while (tokens.takeSymbol(","));
    } else if (tokens.takeSymbol("=")) keys.set("", tokens.takeSymbol("@") ? "@" : takeValue(tokens));
    tokens.expectEnd();
    return { className, keys };
  } catch (error) {
    if (error instanceof QueryRefused) return undefined;
    throw error;
  }
}

function takeValue(tokens: QueryTokens): string {
  const { kind, text } = tokens.current;
  if (kind !== "string" && kind !== "integer" && kind !== "name") tokens.refuse("a value");
  tokens.advance();
  return text;
}

/** The property holds what an endpoint reference holds (DSP0227). */
function readReference(value: XmlElement): ObjectPath | undefined {
  const [parameters] = childrenNamed(value, "ReferenceParameters");
  const [uri] = parameters === undefined ? [] : childrenNamed(parameters, "ResourceURI");
  if (parameters === undefined || uri === undefined) return undefined;
  const selectors = childrenNamed(parameters, "SelectorSet").flatMap((set) => childrenNamed(set, "Selector"));
  const keys = selectors.map((selector) => [selector.attributes.find(({ name }) => name === "Name")?.value.toLowerCase() ?? "", textOf(selector)] as const);
  return { className: textOf(uri).trim().toLowerCase().split("/").at(-1)!, keys: new Map(keys.filter(([name]) => name !== "__cimnamespace")) };
}

function same(found: ObjectPath, wanted: ObjectPath): boolean {
  if (found.className !== wanted.className || found.keys.size !== wanted.keys.size) return false;
  if (wanted.keys.has("")) return [...found.keys.values()][0]?.toLowerCase() === wanted.keys.get("")!.toLowerCase();
  return [...wanted.keys].every(([name, value]) => found.keys.get(name)?.toLowerCase() === value.toLowerCase());
}
