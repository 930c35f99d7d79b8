import { fail, ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { readElement } from "../../protocol/xml/read-element.js";
import { wireLimits } from "../../protocol/xml/xml-limits.js";
import type { PluginXml } from "../../routing/plugin-port.js";

/** What a plug-in gave, to look into. @returns a sentence when its text is no XML */
export function toElement(xml: PluginXml): Result<XmlElement, string> {
  if (typeof xml !== "string") return ok(xml);
  const read = readElement(xml, wireLimits);
  return read.ok ? read : fail(`${read.error.message} (at character ${read.error.offset})`);
}
