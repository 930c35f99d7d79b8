import type { Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import type { Filter, OptionSet, RequestOption, SelectorSet, SenderDetails, XmlInput } from "../../sdk/operation-request.js";
import { readerOf } from "../../sdk/reader-of.js";
import type { AnyParts, AskedRequest } from "../plugin-request.js";
import type { RequestData, SelectorData, SenderData, XmlInputData } from "./messages.js";

/** The host's own forms of what a request holds, so that they behave the same on both sides; and its writer. */
export interface RequestForms {
  selectors(values: readonly SelectorData[]): SelectorSet;
  options(values: readonly RequestOption[], mustUnderstand: boolean): OptionSet;
  textInput(text: string): XmlInput;
  /** @param limit characters, about */
  write(element: XmlElement, limit: number): Result<string, string>;
}

/** What the plug-in is called with, but the signal; and a way to tell it how much room is left. */
export interface RebuiltRequest {
  readonly request: AskedRequest;
  setRemaining(octets: number): void;
}

/** The request that the data was made from. */
export function fromRequestData(data: RequestData, forms: RequestForms): RebuiltRequest {
  const { limits, own } = data;
  let left = limits.remaining;
  const parts: AnyParts = {
    resourceUri: data.resourceUri,
    action: data.action,
    selectors: forms.selectors(data.selectors),
    options: forms.options(data.options, data.optionsMustUnderstand),
    sender: fromSenderData(data.sender),
    locale: data.locale,
    dataLocale: data.dataLocale,
    limits: { maxEnvelopeSize: limits.maxEnvelopeSize, timeout: limits.timeout, largestResultSize: limits.largestResultSize, remainingResultSize: () => left },
    fragment: own.fragment,
    body: own.body === undefined ? undefined : fromInputData(own.body, forms),
    method: own.method!,
    filter: own.filter === undefined ? undefined : filterOf(own.filter, forms),
    query: own.query,
    polymorphism: own.polymorphism,
    mode: own.mode!,
  };
  return { request: parts as AskedRequest, setRemaining: (octets) => void (left = octets) };
}

const filterOf = ({ dialect, text, selectors }: NonNullable<RequestData["own"]["filter"]>, forms: RequestForms): Filter =>
  ({ dialect, text, selectors: selectors === undefined ? undefined : forms.selectors(selectors) });

export const fromSenderData = (sender: SenderData): SenderDetails => ({ ...sender, environment: new Map(sender.environment) });

export function fromInputData(data: XmlInputData, forms: RequestForms): XmlInput {
  if (data.renderingType === "text") return forms.textInput(data.text);
  const { element } = data;
  return { renderingType: "XmlReader", reader: () => readerOf(element), element: () => element };
}
