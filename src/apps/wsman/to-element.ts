import { fail, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { readElement } from "../../protocol/xml/read-element.js";
import { wireLimits } from "../../protocol/xml/xml-limits.js";
import type { PluginXml } from "../../routing/plugin-port.js";
import { renderXml } from "./render-xml.js";

/** Octets: more than any envelope may have by the shipped configuration. What is larger is too large to be sent anyway. */
const largest = 8 * 1024 * 1024;

/**
 * What a plug-in gave, to look into. An element is written and read again: its parts are the plug-in's own and may be anything.
 * @returns a sentence when it is no XML
 */
export function toElement(xml: PluginXml): Result<XmlElement, string> {
  const text = renderXml(xml, undefined, largest);
  if (!text.ok) return text;
  const read = readElement(text.value, wireLimits);
  return read.ok ? read : fail(`${read.error.message} (at character ${read.error.offset})`);
}
