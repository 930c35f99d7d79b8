import { escapeAttribute, escapeText } from "../xml/escape.js";
import { ANONYMOUS, dialects } from "./namespaces.js";
import type { EnumerateBody, SelectorValue } from "./request.js";
import { writeSelectorSet } from "./write-reference.js";

/** A filter to ask with: text in some dialect, selectors that must match, or the neighbours of one instance. */
export type RequestFilter =
  | { readonly kind: "text"; readonly dialect: string; readonly text: string }
  | { readonly kind: "selectors"; readonly selectors: readonly SelectorValue[] }
  | AssociationFilter;

/** DSP0227 8.2. */
export interface AssociationFilter {
  readonly kind: "association";
  /** The association instances themselves instead of the instances at their other end. */
  readonly associations: boolean;
  readonly object: { readonly resourceUri: string; readonly selectors: readonly SelectorValue[] };
  readonly associationClassName?: string;
  readonly role?: string;
  readonly resultClassName?: string;
  readonly resultRole?: string;
}

export interface EnumerateRequest {
  readonly filter?: RequestFilter;
  readonly mode: EnumerateBody["mode"];
  readonly polymorphism?: EnumerateBody["polymorphism"];
  /** At most so many items in one answer. */
  readonly maxElements: number;
}

const modes = { object: "", epr: "<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>", objectAndEpr: "<w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode>" };

/** Body of an optimized Enumerate: the first items come with the answer. A server that does not know the optimization ignores it. */
export function writeEnumerateBody(request: EnumerateRequest): string {
  const polymorphism = request.polymorphism === undefined ? "" : `<b:PolymorphismMode>${request.polymorphism}</b:PolymorphismMode>`;
  return (
    `<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>${request.maxElements}</w:MaxElements>` +
    `${request.filter === undefined ? "" : writeFilter(request.filter)}${modes[request.mode]}${polymorphism}</n:Enumerate>`
  );
}

/** Body of a Pull. The mode is not repeated: the enumeration knows it. */
export const writePullBody = (context: string, maxElements: number): string =>
  `<n:Pull><n:EnumerationContext>${escapeText(context)}</n:EnumerationContext><n:MaxElements>${maxElements}</n:MaxElements></n:Pull>`;

/** Body of a Release: the client wants no more. */
export const writeReleaseBody = (context: string): string => `<n:Release><n:EnumerationContext>${escapeText(context)}</n:EnumerationContext></n:Release>`;

function writeFilter(filter: RequestFilter): string {
  switch (filter.kind) {
    case "text": return `<w:Filter Dialect="${escapeAttribute(filter.dialect)}">${escapeText(filter.text)}</w:Filter>`;
    case "selectors": return `<w:Filter Dialect="${dialects.selector}">${writeSelectorSet(filter.selectors)}</w:Filter>`;
    case "association": return `<w:Filter Dialect="${dialects.association}">${writeAssociations(filter)}</w:Filter>`;
  }
}

function writeAssociations(filter: AssociationFilter): string {
  const name = filter.associations ? "AssociationInstances" : "AssociatedInstances";
  const optional = (element: string, value: string | undefined): string => (value === undefined ? "" : `<b:${element}>${escapeText(value)}</b:${element}>`);
  return (
    `<b:${name}><b:Object><a:Address>${ANONYMOUS}</a:Address><a:ReferenceParameters>` +
    `<w:ResourceURI>${escapeText(filter.object.resourceUri)}</w:ResourceURI>${writeSelectorSet(filter.object.selectors)}</a:ReferenceParameters></b:Object>` +
    optional("AssociationClassName", filter.associationClassName) +
    optional("Role", filter.role) +
    optional("ResultClassName", filter.resultClassName) +
    optional("ResultRole", filter.resultRole) +
    `</b:${name}>`
  );
}
