import { randomUUID } from "node:crypto";
import { ANONYMOUS, dialects } from "../protocol/wsman/namespaces.js";
import type { SelectorValue } from "../protocol/wsman/request.js";
import { writeEnumerateBody, writePullBody, writeReleaseBody, type RequestFilter } from "../protocol/wsman/write-enumerate-request.js";
import { requestActions, requestScope, writeRequest, type RequestedOption } from "../protocol/wsman/write-request.js";
import { writeElement } from "../protocol/xml/write-element.js";
import type { Ask, AskByOperation, AskedXml, AskWithBody, EnumerateAsk, InvokeAsk } from "./ask.js";

/** The whole envelope of a request, as Windows' client writes it. */
export function writeAsk<O extends keyof AskByOperation>(operation: O, ask: AskByOperation[O], resourceUri: string): string {
  const uri = ask.resourceUri ?? resourceUri;
  switch (operation) {
    case "get": return write(ask, uri, requestActions.Get, "");
    case "put": return write(ask, uri, requestActions.Put, writeXml((ask as AskWithBody).body));
    case "create": return write(ask, uri, requestActions.Create, writeXml((ask as AskWithBody).body));
    case "delete": return write(ask, uri, requestActions.Delete, "");
    case "invoke": {
      const { method, body } = ask as InvokeAsk;
      return write(ask, uri, `${uri}/${method}`, body === undefined ? "" : writeXml(body));
    }
    default: return writeEnumerate(ask, uri);
  }
}

/** A Pull of an open enumeration. */
export const writePull = (ask: EnumerateAsk, resourceUri: string, context: string, maxElements: number): string =>
  write({ ...ask, options: {} }, ask.resourceUri ?? resourceUri, requestActions.Pull, writePullBody(context, maxElements));

export const writeRelease = (ask: EnumerateAsk, resourceUri: string, context: string): string =>
  write({ ...ask, options: {} }, ask.resourceUri ?? resourceUri, requestActions.Release, writeReleaseBody(context));

function writeEnumerate(ask: EnumerateAsk, uri: string): string {
  const { filter, mode = "object", polymorphism, maxElements = 32_000 } = ask;
  const asked = filter === undefined ? undefined : requestFilter(filter);
  return write(ask, uri, requestActions.Enumerate, writeEnumerateBody({ mode, maxElements, ...(polymorphism === undefined ? {} : { polymorphism }), ...(asked === undefined ? {} : { filter: asked }) }), true);
}

function requestFilter(filter: NonNullable<EnumerateAsk["filter"]>): RequestFilter {
  if ("selectors" in filter) return { kind: "selectors", selectors: pairs(filter.selectors) };
  if ("wql" in filter) return { kind: "text", dialect: dialects.wql, text: filter.wql };
  return "xpath" in filter ? { kind: "text", dialect: dialects.xpath, text: filter.xpath } : { kind: "text", ...filter };
}

function write(ask: Ask, resourceUri: string, action: string, body: string, estimate = false): string {
  const { selectors = {}, options = {}, optionsMustUnderstand = false, fragment, locale = "en-US", operationTimeout = 60_000, maxEnvelopeSize = 512_000 } = ask;
  return writeRequest({
    to: "http://127.0.0.1:5985/wsman",
    resourceUri, action, maxEnvelopeSize, operationTimeout, locale, optionsMustUnderstand,
    messageId: `uuid:${randomUUID().toUpperCase()}`,
    selectors: Object.entries(selectors).map(([name, value]) => ({ name, value: typeof value === "string" ? value : { address: ANONYMOUS, resourceUri: value.resourceUri, selectors: pairs(value.selectors ?? {}) } })),
    options: Object.entries(options).map(([name, value]): RequestedOption => (typeof value === "string" ? { name, value } : { ...value, name, value: value.value ?? undefined })),
    requestTotalItemsCountEstimate: estimate,
    ...(fragment === undefined ? {} : { fragment }),
  }, body);
}

const pairs = (selectors: Readonly<Record<string, string>>): readonly SelectorValue[] => Object.entries(selectors).map(([name, value]) => ({ name, value }));

const writeXml = (xml: AskedXml): string => (typeof xml === "string" ? xml : writeElement(xml, { inScope: requestScope }));
