import type { SettingsReader } from "./effective-element.js";
import type { FarmSettings } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

/** A name that may stand in a cookie as it is (RFC 6265 4.1.1), in a log and in a sentence. */
const nodeName = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/u;

/** Reads the element `farm` of `system.webServer/wsmanor`. */
export function readFarm(reader: SettingsReader, report: Report): FarmSettings | undefined {
  const node = reader.text("node").trim();
  const nodes = reader.text("nodes").split(",").map((name) => name.trim()).filter((name) => name !== "");
  const wrong = (attribute: string, message: string, allowed: string): undefined => {
    report.error({ rule: "invalid-value", message: `The '${attribute}' attribute is invalid.  ${message}`, allowed, code: hresults.invalidData }, reader.written(attribute)!.spot);
    return undefined;
  };
  const form = "Allowed: letters, digits, dots, hyphens and underscores, at most 64, with a letter or digit at both ends.";
  if (node === "") return nodes.length === 0 ? undefined : wrong("nodes", "A farm needs to know which of its nodes this host is.", 'Add node="…", one of them.');
  if (!nodeName.test(node)) return wrong("node", `"${node}" is no name of a node.`, form);
  const misnamed = nodes.find((name) => !nodeName.test(name));
  if (misnamed !== undefined) return wrong("nodes", `"${misnamed}" is no name of a node.`, form);
  const folded = nodes.map((name) => name.toLowerCase());
  if (new Set(folded).size < folded.length) return wrong("nodes", "One of them stands there twice.", "Name each node once.");
  if (nodes.length > 0 && !folded.includes(node.toLowerCase())) return wrong("nodes", `This node, ${node}, is not among them.`, "Name all nodes of the farm, this one too.");
  return { node, nodes };
}
