import type { Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import type { OptionSet, RequestOption, SelectorSet, SenderDetails, XmlInput } from "../../sdk/operation-request.js";
import { readerOf } from "../../sdk/reader-of.js";
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
  readonly request: Readonly<Record<string, unknown>>;
  setRemaining(octets: number): void;
}

/** The request that the data was made from. */
export function fromRequestData(data: RequestData, forms: RequestForms): RebuiltRequest {
  const { selectors, options, optionsMustUnderstand, limits, own, sender, ...plain } = data;
  const { remaining, ...fixed } = limits;
  let left = remaining;
  const { body, filter } = own;
  return {
    request: {
      ...plain,
      sender: fromSenderData(sender),
      selectors: forms.selectors(selectors),
      options: forms.options(options, optionsMustUnderstand),
      limits: { ...fixed, remainingResultSize: () => left },
      ...own,
      ...(body === undefined ? {} : { body: inputOf(body, forms) }),
      ...(filter === undefined ? {} : { filter: { ...filter, selectors: filter.selectors === undefined ? undefined : forms.selectors(filter.selectors) } }),
    },
    setRemaining: (octets) => void (left = octets),
  };
}

export const fromSenderData = (sender: SenderData): SenderDetails => ({ ...sender, environment: new Map(sender.environment) });

function inputOf(data: XmlInputData, forms: RequestForms): XmlInput {
  if (data.renderingType === "text") return forms.textInput(data.text);
  const { element } = data;
  return { renderingType: "XmlReader", reader: () => readerOf(element), element: () => element };
}
