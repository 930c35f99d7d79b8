import type { XmlElement } from "../base/xml-element.js";
import { printXml } from "./print-xml.js";
import type { RecordingLogger } from "./recording-logger.js";
import type { Enumerated, EnumeratedItem, InstanceReference } from "./test-client.js";
import type { WsmanFault } from "./wsman-fault.js";

/** Whatever a client's method gives. */
export type Answer = XmlElement | InstanceReference | Enumerated | undefined;

/** An answer for people, and for comparison. */
export function describeAnswer(answer: Answer): string {
  if (answer === undefined) return "an empty Body";
  if ("selectors" in answer) return describeInstance(answer);
  if ("items" in answer) return answer.items.length === 0 ? "no items" : answer.items.map(describeItem).join("\n");
  return printXml(answer);
}

export const describeItem = ({ object, reference }: EnumeratedItem): string =>
  [...(object === undefined ? [] : [printXml(object)]), ...(reference === undefined ? [] : [describeInstance(reference)])].join("\n");

/** Selectors in one order, so that their order never tells two apart. */
export const describeInstance = ({ resourceUri, selectors }: InstanceReference): string =>
  `-> ${resourceUri}?${Object.entries(selectors).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => `${name}=${JSON.stringify(value)}`).join("+")}`;

/** A fault with what the log knows about it: an author wants the exception, not its id. */
export function describeFault(fault: WsmanFault, logger: RecordingLogger): string {
  const { kind, subcode, detail, code, message, plugin, extended } = fault;
  const lines = [
    `${kind ?? "no failure of a plug-in"} (${subcode}${detail === undefined ? "" : `, ${detail}`}, code ${code}), ${plugin === undefined ? "by the host" : `by the plug-in "${plugin}"`}`,
    `message: ${message}`,
  ];
  if (extended !== undefined) lines.push(`extended: ${typeof extended === "string" ? extended : printXml(extended)}`);
  for (const line of logger.lines) {
    if (line.level !== "error" && line.level !== "warn") continue;
    const { stack } = line.fields;
    lines.push(`log: ${line.message}`, ...(typeof stack === "string" ? stack.split("\n").slice(1, 5) : []));
  }
  return lines.join("\n");
}
