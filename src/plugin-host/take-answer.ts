import type { PluginCreated, PluginItem, ValueByCapability } from "./plugin-answer.js";
import { takeXml, WrongAnswer } from "./take-xml.js";

/** How each answer is taken from what the plug-in's method gave. @throws WrongAnswer, or what the plug-in's objects throw */
export const takeAnswer: { readonly [C in keyof ValueByCapability]: (value: unknown, limit: number) => ValueByCapability[C] } = {
  Get: takeXml,
  Put: (value, limit) => {
    if (value === undefined) return undefined;
    const renamed = typeof value === "object" && value !== null ? (value as { renamed?: unknown }).renamed : undefined;
    return renamed === undefined ? takeXml(value, limit) : { renamed: takeCreated(renamed) };
  },
  Create: takeCreated,
  // Whatever a Delete returns is nobody's.
  Delete: () => undefined,
  Invoke: (value, limit) => (value === undefined ? undefined : takeXml(value, limit)),
};

/** Selectors as a record or as pairs. */
function takeCreated(value: unknown): PluginCreated {
  const { selectors, resourceUri } = (typeof value === "object" && value !== null ? value : {}) as { selectors?: unknown; resourceUri?: unknown };
  if (typeof selectors !== "object" || selectors === null) throw new WrongAnswer("gave no selectors for the instance");
  if (resourceUri !== undefined && typeof resourceUri !== "string") throw new WrongAnswer("gave a resourceUri that is not text");
  const pairs: readonly unknown[] = Array.isArray(selectors) ? (selectors as readonly unknown[]) : Object.entries(selectors);
  return { resourceUri, selectors: pairs.map(takePair) };
}

function takePair(pair: unknown): readonly [string, string] {
  const [name, value] = (Array.isArray(pair) ? pair : []) as readonly unknown[];
  if (typeof name !== "string" || name === "" || typeof value !== "string") throw new WrongAnswer("gave a selector that is not a name with a text");
  return [name, value];
}

/** An item: an object alone, or with its reference. */
export function takeItem(value: unknown, limit: number): PluginItem {
  if (typeof value === "object" && value !== null && "object" in value && "epr" in value) return { object: takeXml(value.object, limit), epr: takeCreated(value.epr) };
  return { object: takeXml(value, limit), epr: undefined };
}
