import { requestEnvelope } from "../support/operation-messages.js";

/** What a refusal looks like from outside. */
export interface Verdict {
  readonly status: number;
  /** `w:SchemaValidationError`; absent for answers below SOAP. */
  readonly subcode?: string;
  /** Code of WSManFault. */
  readonly code?: number;
}

export interface HostileMessage {
  readonly name: string;
  readonly body: string | Uint8Array;
  readonly contentType?: string;
  readonly verdict: Verdict;
}

/** ERROR_WSMAN_INVALID_XML: the text is no XML that a SOAP processor takes. */
const invalidXml: Verdict = { status: 500, subcode: "w:SchemaValidationError", code: 0x80338043 };
/** The octets are not in the charset they say. */
const characterSet: Verdict = { status: 500, subcode: "w:EncodingLimit", code: 0x8033804c };
const anonymous = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";
const served: Verdict = { status: 200 };

const soapType = (charset: string): string => `application/soap+xml;charset=${charset}`;
const body = (text: string): string => requestEnvelope({ body: text });
const before = (text: string): string => requestEnvelope({ before: text });
const repeat = (count: number, piece: (index: number) => string): string => Array.from({ length: count }, (_, index) => piece(index)).join("");

function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const octets = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "le" ? octets : octets.swap16();
}

/** The request with some octets in place of a mark in its body. */
function withOctets(octets: readonly number[], text = body("<x>@@@</x>")): Uint8Array {
  const [head, tail] = text.split("@@@");
  return Buffer.concat([Buffer.from(head!), Buffer.from(octets), Buffer.from(tail!)]);
}

/** @param url of a listener that must never be called */
export function hostileMessages(url: string): readonly HostileMessage[] {
  const bad = (verdict: Verdict, messages: Readonly<Record<string, string | Uint8Array>>, contentType?: string): HostileMessage[] =>
    Object.entries(messages).map(([name, text]) => ({ name, body: text, verdict, ...(contentType === undefined ? {} : { contentType }) }));
  const laughs = `<!DOCTYPE l [<!ENTITY l0 "lol">${repeat(9, (index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`)}]>`;
  const external = `<!DOCTYPE s:Envelope [<!ENTITY x SYSTEM "${url}/entity">]>`;
  return [
    ...bad(invalidXml, {
      "a DTD, internal": before("<!DOCTYPE s:Envelope>"),
      "a DTD with an internal subset": before('<!DOCTYPE s:Envelope [<!ENTITY x "y">]>'),
      "a DTD, external SYSTEM": before(`<!DOCTYPE s:Envelope SYSTEM "${url}/dtd">`),
      "a DTD, external PUBLIC": before(`<!DOCTYPE s:Envelope PUBLIC "-//X//Y//EN" "${url}/dtd">`),
      "a DTD, SYSTEM file": before('<!DOCTYPE s:Envelope SYSTEM "file:///etc/passwd">'),
      "a DTD with an external entity that is used": requestEnvelope({ before: external, body: "<x>&x;</x>" }),
      "a DTD with a file entity that is used": requestEnvelope({ before: '<!DOCTYPE s:Envelope [<!ENTITY x SYSTEM "file:///etc/passwd">]>', body: "<x>&x;</x>" }),
      "a DTD with a parameter entity": before(`<!DOCTYPE s:Envelope [<!ENTITY % p SYSTEM "${url}/parameter"> %p;]>`),
      "a DTD with default attributes": before('<!DOCTYPE s:Envelope [<!ATTLIST s:Envelope x CDATA "y">]>'),
      "a DTD behind the XML declaration": before('<?xml version="1.0"?><!DOCTYPE s:Envelope>'),
      "a DTD behind a comment": before("<!-- c --><!DOCTYPE s:Envelope>"),
      "a DTD behind an instruction": before("<?p?>\n<!DOCTYPE s:Envelope>"),
      "a DTD in lower case": before("<!doctype s:Envelope>"),
      "a DTD in the body": body("<!DOCTYPE x><x/>"),
      "a DTD behind the envelope": `${requestEnvelope()}<!DOCTYPE x>`,
      "a DTD that never ends": "<!DOCTYPE s:Envelope [",
      "an entity declaration alone": before('<!ENTITY x "y">'),
      "a billion laughs": requestEnvelope({ before: laughs, body: "<x>&l9;</x>" }),
      "a quadratic blow-up": requestEnvelope({ before: `<!DOCTYPE x [<!ENTITY a "${"a".repeat(50_000)}">]>`, body: `<x>${"&a;".repeat(50_000)}</x>` }),
      "an entity that HTML knows": body("<x>&nbsp;</x>"),
      "an entity that nobody knows, in an attribute": body('<x a="&b;"/>'),
      "nesting 100,000 deep": body("<x>".repeat(100_000)),
      "nesting 100,000 deep, closed": body("<x>".repeat(100_000) + "</x>".repeat(100_000)),
      "nesting 65 deep": body("<x>".repeat(65) + "</x>".repeat(65)),
      "50,000 attributes": body(`<x${repeat(50_000, (index) => ` a${index}=""`)}/>`),
      "50,000 attributes of one name": body(`<x${' a=""'.repeat(50_000)}/>`),
      "50,000 namespaces": body(`<x${repeat(50_000, (index) => ` xmlns:a${index}="b"`)}/>`),
      "namespaces on every level": body(repeat(40, (index) => `<x${repeat(5, (at) => ` xmlns:p${index}-${at}="u"`)}>`)),
      "an attribute twice": body('<x a="1" a="2"/>'),
      "an attribute twice under two prefixes": body('<x xmlns:p="urn:1" xmlns:q="urn:1" p:a="1" q:a="2"/>'),
      "a namespace declared twice": body('<x xmlns:p="urn:1" xmlns:p="urn:2"/>'),
      "two roots": `${requestEnvelope()}<x/>`,
      "two envelopes": requestEnvelope() + requestEnvelope(),
      "text behind the root": `${requestEnvelope()}x`,
      "an undeclared prefix on an element": body("<q:x/>"),
      "an undeclared prefix on an attribute": body('<x q:a="1"/>'),
      "a prefix that went out of scope": body('<x xmlns:q="urn:q"/><q:x/>'),
      "the prefix xmlns on an element": body("<xmlns:x/>"),
      "a NUL": body("<x>\0</x>"),
      "a NUL in a name": body("<x\0/>"),
      "a NUL behind the envelope": `${requestEnvelope()}\0`,
      "a NUL by reference": body("<x>&#0;</x>"),
      "a NUL by hexadecimal reference": body("<x>&#x00;</x>"),
      "a surrogate by reference": body("<x>&#xD800;</x>"),
      "a number beyond Unicode": body(`<x>&#${"9".repeat(40)};</x>`),
      "U+FFFF": body("<x>\uffff</x>"),
      "a name of 100,000 characters": body(`<${"x".repeat(100_000)}/>`),
      "a million ampersands": body(`<x>${"&".repeat(100_000)}</x>`),
      "half an envelope": requestEnvelope().slice(0, 500),
      "an XML declaration that is not first": ` <?xml version="1.0"?>${requestEnvelope()}`,
      "an XML 2.0": before('<?xml version="2.0"?>'),
      nothing: "",
      JSON: '{"s:Envelope":{}}',
    }),
    ...bad(invalidXml, {
      "a DTD in UTF-16": utf16(before("<!DOCTYPE s:Envelope>"), "le", true),
      "a DTD in UTF-16, big-endian": utf16(before("<!DOCTYPE s:Envelope>"), "be", true),
      "U+FFFF in UTF-16": utf16(body("<x>\uffff</x>"), "le", true),
    }, soapType("UTF-16")),
    ...bad(characterSet, {
      "Latin-1 octets in UTF-8": withOctets([0xe9]),
      "an overlong slash": withOctets([0xc0, 0xaf]),
      "an overlong NUL": withOctets([0xc0, 0x80]),
      "an overlong <": withOctets([0xe0, 0x80, 0xbc]),
      "a surrogate in UTF-8": withOctets([0xed, 0xa0, 0x80]),
      "a surrogate pair in UTF-8 (CESU-8)": withOctets([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
      "a code point beyond Unicode": withOctets([0xf4, 0x90, 0x80, 0x80]),
      "a sequence of five octets": withOctets([0xf8, 0x88, 0x80, 0x80, 0x80]),
      "half a character at the end": Buffer.concat([Buffer.from(requestEnvelope()), Buffer.from([0xe2, 0x82])]),
      "an XML declaration that says UTF-16": before('<?xml version="1.0" encoding="utf-16"?>'),
      "an XML declaration that says UTF-7": before('<?xml version="1.0" encoding="utf-7"?>'),
      "an XML declaration that says EBCDIC": before('<?xml version="1.0" encoding="cp037"?>'),
    }),
    ...bad(characterSet, {
      "UTF-16 of an odd number of octets": utf16(requestEnvelope(), "le", true).subarray(0, -1),
      "a lone high surrogate in UTF-16": utf16(body("<x>\ud800</x>"), "le", true),
      "a lone low surrogate in UTF-16": utf16(body("<x>\udc00</x>"), "be", true),
      "an XML declaration that says UTF-8 in UTF-16": utf16(before('<?xml version="1.0" encoding="utf-8"?>'), "le", true),
    }, soapType("UTF-16")),
    ...bad(characterSet, { "octets beyond ASCII that say US-ASCII": body("<x>é</x>") }, soapType("us-ascii")),
    ...["utf-7", "utf-32", "iso-8859-1", "windows-1252", "ebcdic", "x".repeat(4000), "__proto__", "utf-8\\"].map(
      (charset): HostileMessage => ({ name: `the charset ${charset.slice(0, 20)}`, body: requestEnvelope(), contentType: soapType(charset), verdict: characterSet })),
    { name: "UTF-16 octets that say UTF-8", body: utf16(requestEnvelope(), "le", false), contentType: soapType("UTF-8"), verdict: invalidXml },
    { name: "UTF-8 octets that say UTF-16", body: Buffer.from(requestEnvelope().padEnd(2000)), contentType: soapType("UTF-16"), verdict: invalidXml },
    { name: "UTF-16 without a byte order mark", body: utf16(requestEnvelope(), "le", false), contentType: soapType("UTF-16"), verdict: served },
    { name: "UTF-16, big-endian, without a byte order mark", body: utf16(requestEnvelope(), "be", false), contentType: soapType("UTF-16"), verdict: served },
    // Nobody is called because a message says so: answers go back on the connection that asked.
    { name: "a ReplyTo that is somebody else", body: requestEnvelope().replace(anonymous, `${url}/reply`), verdict: { status: 500, subcode: "w:UnsupportedFeature" } },
    { name: "a FaultTo that is somebody else", body: requestEnvelope({ headers: `<a:FaultTo><a:Address>${url}/fault</a:Address></a:FaultTo>` }), verdict: { status: 500, subcode: "w:UnsupportedFeature" } },
    { name: "a From and a To that are somebody else", body: requestEnvelope({ headers: `<a:From><a:Address>${url}/from</a:Address></a:From>` }).replace("http://localhost/wsman", `${url}/to`), verdict: served },
    { name: "a schema location", body: requestEnvelope({ attributes: ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x ${url}/schema"`, before: `<?xml-stylesheet href="${url}/style"?>` }), verdict: served },
    { name: "an XInclude", body: body(`<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>`), verdict: served },
    { name: "a header that must be understood and is not", body: requestEnvelope({ headers: '<q:x xmlns:q="urn:q" s:mustUnderstand="1"/>' }), verdict: { status: 500, subcode: "" } },
    { name: "two Action headers", body: requestEnvelope({ headers: "<a:Action>urn:x</a:Action>" }), verdict: { status: 500, subcode: "a:InvalidMessageInformationHeader" } },
    { name: "two bodies", body: requestEnvelope().replace("</s:Body>", "</s:Body><s:Body/>"), verdict: { status: 500, subcode: "w:SchemaValidationError" } },
    { name: "two headers", body: requestEnvelope().replace("<s:Body>", "<s:Header/><s:Body>"), verdict: { status: 500, subcode: "w:SchemaValidationError" } },
    { name: "an Action split by a comment", body: requestEnvelope().replace("transfer/Get", "transfer/<!-- -->Delete"), verdict: served },
    { name: "another content type", body: requestEnvelope(), contentType: "text/xml", verdict: { status: 415 } },
    { name: "no content type", body: requestEnvelope(), contentType: "", verdict: { status: 415 } },
  ];
}

const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];

/** Names that mean something to JavaScript are names like all others, wherever they stand. */
export const prototypeMessages: readonly HostileMessage[] = names.flatMap((name): HostileMessage[] => [
  { name: `${name} as an element and an attribute`, body: body(`<${name} ${name}="1"><${name}/></${name}>`), verdict: served },
  { name: `${name} as a prefix`, body: body(`<${name}:x xmlns:${name}="urn:p" ${name}:${name}="1"/>`), verdict: served },
  { name: `${name} as a header`, body: requestEnvelope({ headers: `<${name}/><w:${name}/><q:${name} xmlns:q="${name}"/>` }), verdict: served },
  { name: `${name} as a header that must be understood`, body: requestEnvelope({ headers: `<w:${name} s:mustUnderstand="true"/>` }), verdict: { status: 500, subcode: "" } },
  { name: `${name} as a selector`, body: requestEnvelope({ headers: `<w:SelectorSet><w:Selector Name="${name}">1</w:Selector></w:SelectorSet>` }), verdict: served },
  { name: `${name} as an option`, body: requestEnvelope({ headers: `<w:OptionSet><w:Option Name="${name}">1</w:Option></w:OptionSet>` }), verdict: served },
]);

/** A hundred thousand names that are equal, or differ only at their end. */
export const manyNames: readonly HostileMessage[] = [
  { name: "100,000 headers of one name", body: requestEnvelope({ headers: "<h/>".repeat(100_000) }), verdict: served },
  { name: "50,000 headers of long names", body: requestEnvelope({ headers: repeat(9_000, (index) => `<${"h".repeat(100)}${index}/>`) }), verdict: { status: 200 } },
  { name: "100,000 headers known here", body: requestEnvelope({ headers: "<w:To/>".repeat(50_000) }), verdict: served },
  { name: "20,000 Action headers", body: requestEnvelope({ headers: "<a:Action>x</a:Action>".repeat(20_000) }), verdict: { status: 500, subcode: "a:InvalidMessageInformationHeader" } },
  { name: "20,000 selectors", body: requestEnvelope({ headers: `<w:SelectorSet>${repeat(20_000, (index) => `<w:Selector Name="a${index}">1</w:Selector>`)}</w:SelectorSet>` }), verdict: { status: 500, subcode: "w:EncodingLimit", code: 0x8033804a } },
  { name: "a selector twice", body: requestEnvelope({ headers: '<w:SelectorSet><w:Selector Name="a">1</w:Selector><w:Selector Name="A">2</w:Selector></w:SelectorSet>' }), verdict: { status: 500, subcode: "w:InvalidSelectors" } },
  { name: "20,000 options", body: requestEnvelope({ headers: `<w:OptionSet>${'<w:Option Name="a">1</w:Option>'.repeat(20_000)}</w:OptionSet>` }), verdict: { status: 500, subcode: "w:EncodingLimit", code: 0x8033804b } },
  { name: "100,000 elements in the body", body: body(`<x>${"<y/>".repeat(100_000)}</x>`), verdict: served },
  { name: "100,000 pieces of text", body: body(`<x>${"a<!---->".repeat(50_000)}</x>`), verdict: served },
  { name: "100,000 references", body: body(`<x>${"&amp;".repeat(100_000)}</x>`), verdict: served },
  { name: "CDATA in 30,000 pieces", body: body(`<x>${"<![CDATA[]]>".repeat(30_000)}</x>`), verdict: served },
];
