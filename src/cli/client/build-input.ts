import { fail, ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { XSI } from "../../protocol/soap/namespaces.js";
import type { InputPair } from "../grammar/input-value.js";
import { quote, type UsageProblem } from "../grammar/usage-problem.js";

/** Builds the element that create and invoke send: one child for each pair, all in one namespace; null becomes `xsi:nil`. */
export function buildInput(name: string, namespace: string, pairs: readonly InputPair[]): Result<XmlElement, UsageProblem> {
  const stepping = pairs.find(({ key }) => key.includes("/"));
  if (stepping !== undefined) return fail({ message: `${quote(stepping.key)} (argument ${stepping.position}): a path is for set; give nested values as JSON` });
  const children: XmlElement[] = [];
  for (const { key, value } of pairs) {
    const nested = value === null || typeof value === "string" ? ok(leaf(key, namespace, value)) : buildInput(key, namespace, value);
    if (!nested.ok) return nested;
    children.push(nested.value);
  }
  return ok({ name, namespace, prefix: "q", attributes: [], children });
}

function leaf(name: string, namespace: string, value: string | null): XmlElement {
  const head = { name, namespace, prefix: "q" };
  if (value === null) return { ...head, attributes: [{ name: "nil", namespace: XSI, prefix: "xsi", value: "true" }], children: [] };
  return { ...head, attributes: [], children: value === "" ? [] : [value] };
}
