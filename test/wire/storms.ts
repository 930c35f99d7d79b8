import { requestEnvelope } from "../support/operation-messages.js";
import { actions } from "../support/soap-envelope.js";

/** A message that is right, or wrong in one place only, and made so that a careless host works much longer on it than on others of its size. */
export interface Storm {
  readonly name: string;
  readonly body: () => string;
  /** What stands in the answer beside its status. */
  readonly status: number;
  readonly says: RegExp;
}

const registry = "urn:wsmanor:registry";
const fault = (subcode: string): Pick<Storm, "status" | "says"> => ({ status: 500, says: new RegExp(`<s:Subcode><s:Value>w:${subcode}<`, "u") });
const served: Pick<Storm, "status" | "says"> = { status: 200, says: /<s:Envelope/u };

/** Repeats a piece until there are so many characters. */
function fill(size: number, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    pieces.push(piece(index));
    length += pieces[index]!.length;
  }
  return pieces.join("");
}

const times = (count: number, piece: (index: number) => string): string => Array.from({ length: count }, (_, index) => piece(index)).join("");

/** Digits that tables of numbers by their last bits put into one place: each differs from the others by a multiple of 2^15. */
const digits = (index: number): string => String(1_000_000_000 + ((index * 32_768) % 3_200_000_000));
const body = (text: string): string => requestEnvelope({ body: text });

/** What any client might send: elements, attributes and text. */
export const ordinary = (size: number): string => body(`<x>${fill(size - 1000, (index) => `<p:Value xmlns:p="urn:p" Name="name${index}" Type="String">some text of it</p:Value>`)}</x>`);

/** A key with values as any client might store it. */
export const ordinaryKey = (size: number): string => key(fill(size - 1000, (index) => value(`n${1_000_000_000 + index}`)));

/** @param size octets of each; the parser's limit for one element ends the first at once */
export const attributeStorms = (size: number): readonly Storm[] => [
  { name: "attributes, all in one element", body: () => body(`<x${fill(size, (index) => ` a${index}="1"`)}/>`), ...fault("SchemaValidationError") },
  { name: "attributes, as many as an element may have", body: () => body(`<x>${fill(size, (index) => `<y${times(60, (at) => ` a${index}-${at}="1"`)}/>`)}</x>`), ...served },
  { name: "one attribute", body: () => body(`<x a="${"v".repeat(size)}"/>`), ...served },
];

/** @param size octets of each */
export const nameStorms = (size: number): readonly Storm[] => [
  { name: "attributes that are namespaced, under two prefixes for one name", body: () => body(`<x xmlns:p="urn:1" xmlns:q="urn:1">${fill(size, (index) => `<y${times(60, (at) => ` ${at % 2 === 0 ? "p" : "q"}:a${index}-${at}="1"`)}/>`)}</x>`), ...served },
  { name: "attributes whose names end in colliding digits", body: () => body(`<x>${fill(size, (index) => `<y${times(60, (at) => ` a${digits(index * 60 + at)}="1"`)}/>`)}</x>`), ...served },
  { name: "one attribute of references", body: () => body(`<x a="${"&lt;".repeat(size / 4)}"/>`), ...served },
  { name: "namespaces, all in one element", body: () => body(`<x${fill(size, (index) => ` xmlns:p${index}="urn:${index}"`)}/>`), ...fault("SchemaValidationError") },
  { name: "namespaces, as many as may be in scope, again and again", body: () => body(`<x>${fill(size, (index) => `<y${times(60, (at) => ` xmlns:p${at}="urn:${index}"`)}/>`)}</x>`), ...served },
  { name: "namespaces whose names are colliding digits", body: () => body(`<x>${fill(size, (index) => `<p:y xmlns:p="${digits(index)}" p:a="1"/>`)}</x>`), ...served },
  { name: "prefixes that are declared anew on each of 50 levels, again and again", body: () => body(`<x>${fill(size, (index) => `${times(50, (at) => `<p:y xmlns:p="u${index}-${at}">`)}${"</p:y>".repeat(50)}`)}</x>`), ...served },
  { name: "names that search all prefixes in scope", body: () => body(`<x${times(60, (at) => ` xmlns:p${at}="urn:${at}"`)}><q xmlns="urn:q">${fill(size, (index) => `<p0:y p1:a="${index}"/>`)}</q></x>`), ...served },
  { name: "headers of different names", body: () => requestEnvelope({ headers: fill(size, (index) => `<h${digits(index)}/>`) }), ...served },
  { name: "headers in namespaces of colliding digits", body: () => requestEnvelope({ headers: fill(size, (index) => `<h:x xmlns:h="${digits(index)}"/>`) }), ...served },
  { name: "selectors whose names are colliding digits", body: () => requestEnvelope({ headers: `<w:SelectorSet>${fill(size, (index) => `<w:Selector Name="${digits(index)}">1</w:Selector>`)}</w:SelectorSet>` }), ...fault("EncodingLimit") },
  { name: "options whose names are colliding digits", body: () => requestEnvelope({ headers: `<w:OptionSet>${fill(size, (index) => `<w:Option Name="${digits(index)}">1</w:Option>`)}</w:OptionSet>` }), ...fault("EncodingLimit") },
  { name: "elements of different names, and none known", body: () => body(`<x>${fill(size, (index) => `<e${digits(index)}/>`)}</x>`), ...served },
  { name: "elements called as JavaScript's own properties", body: () => body(`<x>${fill(size, (index) => ["<__proto__/>", "<constructor/>", '<y __proto__="1" constructor="2" toString="3"/>'][index % 3]!)}</x>`), ...served },
];

/** Values of a key, kept: by names that collide. @param size at most what a client may send as the host is shipped */
export const keptStorm = (size: number): Storm => ({ name: "values of a key whose names are colliding digits", body: () => key(fill(size - 1000, (index) => value(digits(index)))), ...served });

/** The key of both. */
export const deleteKey = requestEnvelope({ resourceUri: registry, action: actions.delete, selectors: { Key: "Many" } });

function key(values: string): string {
  return requestEnvelope({ resourceUri: registry, action: actions.create, selectors: { Key: "Many" }, body: `<r:Key xmlns:r="${registry}">${values}</r:Key>` });
}

function value(name: string): string {
  return `<r:Value Name="${name}" Type="String"><r:Data>1</r:Data></r:Value>`;
}
