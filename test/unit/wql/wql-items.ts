import type { ClassDefinition } from "../../../src/base/class-definition.js";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { applyQuery } from "../../../src/protocol/wql/apply-query.js";
import { checkQuery } from "../../../src/protocol/wql/check-query.js";
import { ClassTable } from "../../../src/protocol/wql/class-table.js";
import { describeProblem } from "../../../src/protocol/wql/query-problem.js";
import { readQuery } from "../../../src/protocol/wql/read-query.js";
import { element, type Content } from "../../../src/sdk/element.js";

export const CIM = "http://schemas.dmtf.org/wbem/wscim/1/common";

export const classes: readonly ClassDefinition[] = [
  {
    name: "Win32_Service", keys: ["Name"],
    properties: { Name: "string", State: "string", StartMode: "string", ProcessId: "uint32", Started: "boolean", Size: "uint64", Load: "real64", InstallDate: "datetime", Tags: "string[]", Owner: "object", Uptime: "datetime", Host: "reference" },
  },
  { name: "Win32_TerminalService", superClass: "Win32_Service", keys: ["Name"], properties: { Name: "string", TotalSessions: "uint32" } },
];

export const item = (properties: Readonly<Record<string, Content | readonly Content[]>>, name = "Win32_Service"): XmlElement => ({
  name, namespace: "urn:c", prefix: "p", attributes: [],
  children: Object.entries(properties).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => element("urn:c", key, one as Content))),
});

export const date = (text: string, form = "Datetime"): XmlElement => element(CIM, form, text);

/** The query's answer about one item: its XML-free form, `undefined` when it is not asked for; the sentence when the query is refused. */
export function ask(query: string, about: XmlElement, typed = true): XmlElement | undefined | string {
  const read = readQuery(query);
  if (!read.ok) return describeProblem(read.error, query);
  const checked = checkQuery(read.value, typed ? new ClassTable(classes) : undefined);
  return checked.ok ? applyQuery(checked.value, about) : describeProblem(checked.error, query);
}

/** Does the condition hold? A sentence when it is refused. */
export function holds(condition: string, about: XmlElement, typed = true): boolean | string {
  const answer = ask(`SELECT * FROM Win32_Service WHERE ${condition}`, about, typed);
  return typeof answer === "string" ? answer : answer !== undefined;
}
