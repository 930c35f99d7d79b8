import { escapeAttribute, escapeText } from "../xml/escape.js";
import type { Reference, SelectorValue } from "./request.js";

/** w:SelectorSet; nothing for no selectors. Uses the prefixes a and w. */
export function writeSelectorSet(selectors: readonly SelectorValue[]): string {
  return selectors.length === 0 ? "" : `<w:SelectorSet>${selectors.map(writeSelector).join("")}</w:SelectorSet>`;
}

function writeSelector({ name, value }: SelectorValue): string {
  const content = typeof value === "string" ? escapeText(value) : writeEndpointReference(value);
  return `<w:Selector Name="${escapeAttribute(name)}">${content}</w:Selector>`;
}

function writeInside(reference: Reference): string {
  return (
    `<a:Address>${escapeText(reference.address)}</a:Address>` +
    `<a:ReferenceParameters><w:ResourceURI>${escapeText(reference.resourceUri)}</w:ResourceURI>${writeSelectorSet(reference.selectors)}</a:ReferenceParameters>`
  );
}

/** a:EndpointReference: an item of an enumeration by reference, or the value of a selector. Uses the prefixes a and w. */
export function writeEndpointReference(reference: Reference): string {
  return `<a:EndpointReference>${writeInside(reference)}</a:EndpointReference>`;
}

/**
 * Body of the answer to Create. Uses the prefixes x, a and w.
 * @param created what identifies the new resource
 * @param address anonymous for configuration, the request URL for shells
 */
export function writeResourceCreated(created: Omit<Reference, "address">, address: string): string {
  return `<x:ResourceCreated>${writeInside({ ...created, address })}</x:ResourceCreated>`;
}

/** w:Item: one item of EnumerateObjectAndEPR. */
export function writeObjectAndReference(object: string, reference: Reference): string {
  return `<w:Item>${object}${writeEndpointReference(reference)}</w:Item>`;
}
