import { lastSegment } from "../../../base/last-segment.js";
import type { ClassDefinition } from "../../../base/class-definition.js";
import type { SelectorValue } from "../../../protocol/wsman/request.js";

const wmi = /^https?:\/\/schemas\.microsoft\.com\/wbem\/wsman\/1\/wmi\//i;
const cim = /^https?:\/\/schemas\.dmtf\.org\/wbem\/(?:(?:wscim\/1|cim-xml\/2)\/cim-schema\/|wscim\/1\/\*$)/i;

/** A resource URI of Windows' WMI: a namespace and a class in it. */
export const isOfWmi = (resourceUri: string): boolean => wmi.test(resourceUri);

/** Of WMI or of the DMTF's CIM schema; `…/wscim/1/*` is all its classes (DSP0230). */
export const isOfCim = (resourceUri: string): boolean => isOfWmi(resourceUri) || cim.test(resourceUri);

/** The namespace that a resource URI of WMI names: `root/cimv2`. */
export const namespaceOf = (resourceUri: string): string | undefined => (isOfWmi(resourceUri) ? resourceUri.replace(wmi, "").replace(/\/[^/]*$/, "") : undefined);

/** Does the URI name all classes of its namespace? */
export const asksAllClasses = (resourceUri: string): boolean => resourceUri.endsWith("/*");

/** Selectors that are keys: a namespace may stand among them. */
export const keysIn = (selectors: readonly SelectorValue[]): readonly SelectorValue[] => selectors.filter(({ name }) => name.toLowerCase() !== "__cimnamespace");

/** The class that a URI names, as its definition spells it, where there is one. */
export function classOf(resourceUri: string, classes: readonly ClassDefinition[]): { readonly name: string; readonly definition: ClassDefinition | undefined } {
  const name = lastSegment(resourceUri);
  const definition = classes.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return { name: definition?.name ?? name, definition };
}
