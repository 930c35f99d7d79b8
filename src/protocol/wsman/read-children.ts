import { nextChild } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { schemaFault } from "./body-scanner.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";

/**
 * Reads one child. The scanner stands on its start tag and afterwards on its end tag.
 * @param label how faults speak of it, such as `rsp:Lifetime`
 */
export type ChildReader = (scanner: XmlScanner, label: string) => Fault | undefined;

/** By local name. */
export type ChildReaders = Readonly<Record<string, ChildReader>>;

/** What a plug-in's own client says stands in that plug-in's namespace (MS-WSMV 2.2.4.37). */
const ofAnyNamespace: ReadonlySet<string> = new Set(["creationXml", "connectXml"]);

/**
 * Reads the children of an element of the shell namespace, in any order; those that nobody reads are passed over. The scanner stands on
 * the element's start tag.
 * @param once what may stand there one time: with two of a kind, who decides by the first and who does by the last would disagree
 * @param often what may stand there any number of times
 */
export function readChildren(scanner: XmlScanner, once: ChildReaders, often: ChildReaders = {}): Fault | undefined {
  const { depth } = scanner;
  const seen = new Set<string>();
  while (nextChild(scanner, depth)) {
    const name = scanner.localName;
    const isOurs = scanner.namespace === namespaces.rsp || ofAnyNamespace.has(name);
    const reader = isOurs ? (own(once, name) ?? own(often, name)) : undefined;
    if (reader === undefined) {
      scanner.skipElement();
      continue;
    }
    const label = ofAnyNamespace.has(name) ? name : `rsp:${name}`;
    if (seen.has(name) && own(once, name) !== undefined) return schemaFault(`The element ${label} stands there more than once; send it once.`);
    seen.add(name);
    const fault = reader(scanner, label);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const own = (readers: ChildReaders, name: string): ChildReader | undefined => (Object.hasOwn(readers, name) ? readers[name] : undefined);
