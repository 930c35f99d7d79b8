import type { XmlElement } from "../../base/xml-element.js";
import type { ClientProblem } from "../client/client-problem.js";
import { exitCodes } from "../command.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { ItemList } from "../printers/item-list.js";
import { reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import type { Enumeration } from "./enumeration.js";
import { openLocalClients, type ApplicationClient } from "./open-client.js";
import { printerFor } from "./run-verb.js";

/** `a:DestinationUnreachable`: nobody in the application serves the resource. */
const notServed = 0x80338000;

/**
 * Enumerates in every WS-Management application of the local host, into one list. An application that does not answer is told of on
 * standard error and hides nobody else's items.
 * @returns failure only when no application answered
 */
export async function enumerateApplications({ target, request }: Enumeration, args: ParsedArguments, terminal: Terminal): Promise<number> {
  const opened = await openLocalClients(args, terminal);
  if (!opened.ok) return reportTrouble(opened.error, terminal, "enumerate");
  const applications = opened.value;
  const list = new ItemList(printerFor(args), terminal.write);
  const problems: ClientProblem[] = [];
  for (const application of applications) {
    const named = applications.length === 1 ? undefined : nameOf(application, applications);
    const done = await application.client.enumerate(target, request, (item) => list.add(named === undefined ? item : withApplication(item, named)));
    application.client.close();
    if (!done.ok) problems.push(explain(done.error, application.path, named));
  }
  const hasAnswer = problems.length < applications.length;
  if (hasAnswer || !list.isEmpty) list.close();
  for (const problem of problems) reportTrouble(problem, terminal, "enumerate");
  return hasAnswer ? exitCodes.done : exitCodes.failed;
}

/** Its path; where sites have applications of one path, its URL. */
const nameOf = ({ path, url }: ApplicationClient, all: readonly ApplicationClient[]): string => (all.filter((other) => other.path === path).length === 1 ? path : url.href);

/** Says of an item whose it is. In a namespace of its own: the item stays what the schema of the resource says it is. */
const withApplication = (item: XmlElement, name: string): XmlElement => ({
  ...item,
  attributes: [...item.attributes, { name: "Application", namespace: "urn:wsmanor:command", prefix: "wsmanor", value: name }],
});

/** What the application itself says when it serves no such resource is to enumerate the plug-ins, which is what was done. */
function explain(problem: ClientProblem, path: string, named: string | undefined): ClientProblem {
  const application = named === undefined ? {} : { application: named };
  if (problem.number !== notServed) return { ...problem, ...application };
  return {
    ...application,
    number: notServed,
    message: `The application ${named ?? path} cannot list its plug-ins: none of them serves winrm/config/plugin.`,
    remedy: "Add the bundled plug-in winrm-config to the application's web.config, as the shipped config/wsman/web.config has it, and restart the host.",
  };
}
