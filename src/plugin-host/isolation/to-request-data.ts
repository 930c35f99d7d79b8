import type { EndpointReference, Filter, SelectorSet, SenderDetails, XmlInput } from "../../sdk/operation-request.js";
import type { AnyParts, AskedRequest } from "../plugin-request.js";
import type { RequestData, SelectorData, SenderData, XmlInputData } from "./messages.js";

/** A request as data. */
export function toRequestData(request: AskedRequest): RequestData {
  const { resourceUri, action, selectors, options, sender, locale, dataLocale, limits } = request;
  return {
    resourceUri, action, locale, dataLocale,
    selectors: toSelectorData(selectors),
    options: options.size === 0 ? [] : [...options.entries()].map(({ name, value, mustComply, type }) => ({ name, value, mustComply, type })),
    optionsMustUnderstand: options.mustUnderstand,
    sender: toSenderData(sender),
    limits: { maxEnvelopeSize: limits.maxEnvelopeSize, timeout: limits.timeout, largestResultSize: limits.largestResultSize, remaining: limits.remainingResultSize() },
    own: ownParts(request),
  };
}

function ownParts(request: AskedRequest): RequestData["own"] {
  const { fragment, body, method, filter, query, polymorphism, mode }: AnyParts = request;
  return {
    fragment: fragment === undefined ? undefined : { path: fragment.path, dialect: fragment.dialect },
    body: body === undefined ? undefined : toInputData(body),
    method,
    filter: filter === undefined ? undefined : toFilterData(filter),
    query: query === undefined ? undefined : { className: query.className, properties: query.properties, equals: new Map(query.equals) },
    polymorphism,
    mode,
  };
}

function toSelectorData(selectors: SelectorSet): readonly SelectorData[] {
  if (selectors.size === 0) return [];
  return Array.from(selectors.entries(), ([name, value]) => ({ name, value: typeof value === "string" ? value : toReferenceData(value) }));
}

const toReferenceData = ({ address, resourceUri, selectors }: EndpointReference) => ({ address, resourceUri, selectors: toSelectorData(selectors) });

const toFilterData = ({ dialect, text, selectors }: Filter) => ({ dialect, text, selectors: selectors === undefined ? undefined : toSelectorData(selectors) });

/** A reader's source is not shown to anybody, its element is. */
export const toInputData = (input: XmlInput): XmlInputData =>
  input.renderingType === "text" ? { renderingType: "text", text: input.text } : { renderingType: "XmlReader", element: input.element() };

export function toSenderData({ senderName, authenticationMechanism, isAdministrator, certificateDetails, httpUrl, environment }: SenderDetails): SenderData {
  return {
    senderName, authenticationMechanism, isAdministrator, httpUrl, environment: environment.size === 0 ? [] : [...environment],
    ...(certificateDetails === undefined ? {} : { certificateDetails: { ...certificateDetails } }),
  };
}
