import { fail, ok, type Result } from "../../../base/result.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { childElements, textOf } from "../../../sdk/read-element.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import { namespaces } from "../../../protocol/wsman/namespaces.js";
import { adoptElement } from "../../../protocol/xpath/adopt-element.js";
import { replaceNodes, type Replacement } from "../../../protocol/xpath/replace-nodes.js";
import { findPart } from "./find-part.js";
import { fragmentFault } from "./fragment-fault.js";
import type { HostFragment } from "./host-fragment.js";
import { invalidFragment } from "./invalid-fragment.js";

/**
 * The representation with one part replaced by what a request's Body holds.
 * @param body w:XmlFragment; or, as some clients send it, the element itself or the whole representation
 */
export function replacePart(whole: XmlElement, fragment: HostFragment, body: XmlElement): Result<XmlElement, Fault> {
  const found = findPart(whole, fragment);
  if (!found.ok) return found;
  const replacement = replacementIn(body, whole, fragment);
  if (!replacement.ok) return replacement;
  const { isKnownButAbsent, elements } = found.value;
  const { steps, leaf, fromParent } = fragment.path;
  const last = steps.at(-1);
  if (isKnownButAbsent && leaf === undefined && last !== undefined && last.index === undefined && last.key === undefined && steps.length === (fromParent ? 2 : 1)) {
    return insert(whole, last.name.local, replacement.value);
  }
  if (elements.length === 0) return fail(fragmentFault(`The fragment path ${fragment.text.slice(0, 100)} leads to nothing that could be replaced.`));
  const replaced = replaceNodes(whole, fragment.path, found.value, replacement.value);
  return replaced.ok ? replaced : fail(invalidFragment(replaced.error));
}

function replacementIn(body: XmlElement, whole: XmlElement, fragment: HostFragment): Result<Replacement, Fault> {
  if (body.name === "XmlFragment" && (body.namespace === namespaces.w || body.namespace === "")) {
    return ok({ elements: childElements(body), text: body.children.filter((child) => typeof child === "string").join("") });
  }
  const { steps, leaf } = fragment.path;
  const last = steps.at(-1);
  if (last !== undefined && body.name === last.name.local) return ok(leaf === undefined ? { elements: [body], text: "" } : { elements: [], text: textOf(body) });
  if (body.name !== whole.name) {
    return fail(invalidFragment(`the s:Body holds the element ${body.name.slice(0, 100)}; a Put of a part sends w:XmlFragment of the namespace ${namespaces.w}`));
  }
  const inBody = findPart(body, fragment);
  if (!inBody.ok) return inBody;
  const { elements, texts } = inBody.value;
  return ok(texts === undefined ? { elements, text: "" } : { elements: [], text: texts.join("") });
}

/** A property that was NULL and therefore absent; it gets its place in the alphabet, as everything in an instance has. */
function insert(whole: XmlElement, name: string, { elements, text }: Replacement): Result<XmlElement, Fault> {
  if (elements.length === 0 || text.trim() !== "" || elements.some((element) => element.name !== name)) return fail(invalidFragment(`the fragment holds no ${name}, or something beside it`));
  const before = whole.children.findIndex((child) => typeof child !== "string" && child.name.toLowerCase() > name.toLowerCase());
  const at = before < 0 ? whole.children.length : before;
  const adopted = elements.map((element) => adoptElement(element, { ...whole, children: [] }));
  return ok({ ...whole, children: [...whole.children.slice(0, at), ...adopted, ...whole.children.slice(at)] });
}
