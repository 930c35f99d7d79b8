import { RequestOptions } from "../../apps/wsman/option-set.js";
import { RequestSelectors } from "../../apps/wsman/selector-set.js";
import { createXmlInput } from "../../apps/wsman/xml-input.js";
import type { RequestForms } from "../../plugin-host/isolation/from-request-data.js";
import { tryWriteElement } from "../../protocol/xml/write-element.js";

/** On the plug-in's side: the same classes that the SOAP processor hands out here. */
export const requestForms: RequestForms = {
  selectors: (values) => new RequestSelectors(values),
  options: (values, mustUnderstand) => new RequestOptions(values, mustUnderstand),
  textInput: (text) => createXmlInput({ text: () => text }, "text"),
  write: (element, limit) => tryWriteElement(element, { limit }),
};
