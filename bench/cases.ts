import { authorization } from "./bench-host.js";
import { benchUri } from "./bench-uri.js";
import { envelope, identify, post } from "./envelopes.js";

/** What is measured: how a connection makes its next request. */
export interface Case {
  readonly name: string;
  readonly next: (connection: number, last: Buffer | undefined) => Buffer;
  /** Items in one answer, on the average. */
  readonly items?: number;
  /** Nothing is left open behind this answer, which would count against the user's limits in later slices. */
  readonly mayEnd?: (last: Buffer | undefined) => boolean;
}

const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
const enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
const selectors = (values: Readonly<Record<string, string | number>>): string =>
  `<w:SelectorSet>${Object.entries(values).map(([name, value]) => `<w:Selector Name="${name}">${value}</w:Selector>`).join("")}</w:SelectorSet>`;

const always = (name: string, request: Buffer): Case => ({ name, next: () => request });

export const identifyCase = always("Identify", post("/wsman", identify, authorization));

/** Nobody's, as clients ask before they know how to authenticate. */
export const anonymousIdentifyCase = always("Identify, anonymous", post("/wsman", identify, undefined, "WSMANIDENTIFY: unauthenticated\r\n"));

/** @param headers SOAP headers more than usual, and as many HTTP header fields */
export function getCase(headers = 0, uri = benchUri): Case {
  const more = Array.from({ length: headers }, (_, at) => `<x:Header${at} xmlns:x="urn:wsmanor:bench:headers">value ${at}</x:Header${at}>`).join("");
  const fields = Array.from({ length: headers }, (_, at) => `X-Header-${at}: value ${at}\r\n`).join("");
  return always("Get", post("/wsman", envelope(`${transfer}/Get`, uri, "", more), authorization, fields));
}

export const blockRequest = post("/wsman", envelope(`${transfer}/Get`, benchUri, "", selectors({ Kind: "block" })), authorization);

function contextOf(body: Buffer | undefined): string | undefined {
  if (body === undefined) return undefined;
  const from = body.indexOf("EnumerationContext>");
  if (from < 0) return undefined;
  const end = body.indexOf("<", from);
  return end > from + 19 ? body.toString("latin1", from + 19, end) : undefined;
}

/** 100 items by twenties: an Enumerate and five Pulls. @param kind `small`: items of five properties instead of ten */
export function pullCase(kind: "small" | "thing"): Case {
  const chosen = selectors({ Count: 100, Kind: kind });
  return {
    name: "Enumerate and Pull",
    items: 100 / 6,
    mayEnd: (last) => contextOf(last) === undefined,
    next: (_connection, last) => {
      const context = contextOf(last);
      if (context === undefined) return post("/wsman", envelope(`${enumeration}/Enumerate`, benchUri, "<n:Enumerate/>", chosen), authorization);
      const pull = `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>20</n:MaxElements></n:Pull>`;
      return post("/wsman", envelope(`${enumeration}/Pull`, benchUri, pull, chosen), authorization);
    },
  };
}

/** Optimized: all items in the first answer. */
export function atOnceCase(count: number, kind: "small" | "thing"): Case {
  const body = "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>32000</w:MaxElements></n:Enumerate>";
  const asked = envelope(`${enumeration}/Enumerate`, benchUri, body, selectors({ Count: count, Kind: kind })).replace(">153600<", ">8000000<");
  return { ...always(`${count} items`, post("/wsman", asked, authorization)), items: count };
}
