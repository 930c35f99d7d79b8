import { fail, ok, type Result } from "../../base/result.js";
import { nextChild, readText, trimSpace } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { openBody } from "./body-scanner.js";
import { readMode, readPositive } from "./enumeration-values.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import { quote } from "./quote.js";
import { readFilter } from "./read-filter.js";
import type { EnumerateBody, FilterBody, WsmanRequest } from "./request.js";

interface Draft {
  expires: string | undefined;
  filter: FilterBody | undefined;
  optimize: boolean;
  maxElements: number;
  mode: EnumerateBody["mode"];
  polymorphism: EnumerateBody["polymorphism"];
}

type Polymorphism = NonNullable<EnumerateBody["polymorphism"]>;
const polymorphisms: ReadonlySet<string> = new Set<Polymorphism>(["IncludeSubClassProperties", "ExcludeSubClassProperties", "None"]);

/** Reads n:Enumerate (WS-Enumeration 3.1, DSP0226 8.2). Children in any order; unknown ones are passed over. */
export function readEnumerateBody(request: WsmanRequest): Result<EnumerateBody, Fault> {
  const open = openBody(request, "Enumerate");
  if (!open.ok) return open;
  const scanner = open.value;
  const draft: Draft = { expires: undefined, filter: undefined, optimize: false, maxElements: 1, mode: "object", polymorphism: undefined };
  const depth = scanner.depth;
  while (nextChild(scanner, depth)) {
    const fault = readChild(scanner, draft);
    if (fault !== undefined) return fail(fault);
  }
  if (!draft.optimize) draft.maxElements = 1;
  return ok(draft);
}

function readChild(scanner: XmlScanner, draft: Draft): Fault | undefined {
  const { namespace, localName } = scanner;
  if (localName === "Filter" && (namespace === namespaces.w || namespace === namespaces.n)) return takeFilter(scanner, draft);
  if (namespace === namespaces.n && localName === "Expires") return takeExpires(scanner, draft);
  if (namespace === namespaces.n && localName === "EndTo") return endToRefused;
  else if (namespace === namespaces.w && localName === "OptimizeEnumeration") {
    draft.optimize = true;
    scanner.skipElement();
  } else if (namespace === namespaces.w && localName === "MaxElements") return takeMaxElements(scanner, draft);
  else if (namespace === namespaces.w && localName === "EnumerationMode") return takeMode(scanner, draft);
  else if (namespace === namespaces.b && localName === "PolymorphismMode") return takePolymorphism(scanner, draft);
  else scanner.skipElement();
  return undefined;
}

/** DSP0226 8.2.1: nobody here sends EnumerationEnd messages. */
const endToRefused: Fault = {
  name: "unsupportedFeature",
  detail: "AddressingMode",
  message: "The element n:EndTo asks for a message when the enumeration ends; none is sent here, so leave it out.",
};

/** A duration of any unit, or a moment. The pattern is loose about which of its parts may stand together. */
const expiration = /^(?:P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?|-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)$/;

/** A wish: enumerations end when they are idle for too long (WS-Enumeration 3.1 lets a source do as it likes). Nonsense is no wish. */
function takeExpires(scanner: XmlScanner, draft: Draft): Fault | undefined {
  const text = trimSpace(readText(scanner));
  if (text.length <= 64 && expiration.test(text) && (!text.startsWith("P") || /[1-9]/.test(text))) {
    draft.expires = text;
    return undefined;
  }
  return { name: "enumerationInvalidExpirationTime", message: `The element n:Expires has the value ${quote(text)}; send a positive xs:duration such as PT60S, an xs:dateTime, or nothing.` };
}

function takeFilter(scanner: XmlScanner, draft: Draft): Fault | undefined {
  if (draft.filter !== undefined) return { name: "cannotProcessFilter", message: "The n:Enumerate has two filters; send either w:Filter or n:Filter, once." };
  const read = readFilter(scanner);
  if (!read.ok) return read.error;
  draft.filter = read.value;
  return undefined;
}

function takeMaxElements(scanner: XmlScanner, draft: Draft): Fault | undefined {
  const read = readPositive("w:MaxElements", trimSpace(readText(scanner)));
  if (!read.ok) return read.error;
  draft.maxElements = read.value;
  return undefined;
}

function takeMode(scanner: XmlScanner, draft: Draft): Fault | undefined {
  const read = readMode(trimSpace(readText(scanner)));
  if (!read.ok) return read.error;
  draft.mode = read.value;
  return undefined;
}

function takePolymorphism(scanner: XmlScanner, draft: Draft): Fault | undefined {
  const text = trimSpace(readText(scanner));
  if (polymorphisms.has(text)) {
    draft.polymorphism = text as Polymorphism;
    return undefined;
  }
  return { name: "polymorphismModeNotSupported", message: `The element b:PolymorphismMode has the value ${quote(text)}; send ${[...polymorphisms].join(", ")}.` };
}
