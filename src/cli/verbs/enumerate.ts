import { fail, ok, type Result } from "../../base/result.js";
import type { EnumerateRequest } from "../../protocol/wsman/write-enumerate-request.js";
import type { Target } from "../client/wsman-client.js";
import type { Command } from "../command.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { resourceAliases } from "../grammar/parse-resource.js";
import type { UsageProblem } from "../grammar/usage-problem.js";
import { switchesOf } from "../grammar/winrm-switches.js";
import { ItemList } from "../printers/item-list.js";
import { enumerateApplications } from "./enumerate-applications.js";
import type { Enumeration } from "./enumeration.js";
import { readFilter } from "./read-filter.js";
import { readTarget, refuseRest } from "./read-target.js";
import { runVerb } from "./run-verb.js";

/** `winrm enumerate`: every instance, printed as the answers come. The plug-ins of the local host are those of all its applications. */
export const enumerate: Command = {
  name: "enumerate",
  aliases: ["e", "enum"],
  usage: "RESOURCE_URI[?NAME=value[+NAME=value]…] [-switch:value …]",
  summary: "lists the instances of a resource",
  switches: switchesOf("resource", "filter", "dialect", "associations", "returntype", "shallow", "basePropertiesOnly"),
  examples: ["enumerate plugin", "enumerate winrm/config/listener -format:pretty", "enumerate 'urn:wsmanor:registry?Key=Software' -returntype:epr"],
  run: (args, terminal) => {
    const asked = readEnumeration(args);
    if (asked.ok && !args.has("remote") && isPluginList(asked.value.target)) return enumerateApplications(asked.value, args, terminal);
    return runVerb("enumerate", args, terminal, () => {
      if (!asked.ok) return asked;
      const { target, request } = asked.value;
      return ok(async (client, printer) => {
        const list = new ItemList(printer, terminal.write);
        const done = await client.enumerate(target, request, (item) => list.add(item));
        if (!done.ok && list.isEmpty) return done;
        list.close();
        return done.ok ? ok("printed" as const) : done;
      });
    });
  },
};

function readEnumeration(args: ParsedArguments): Result<Enumeration, UsageProblem> {
  const [resource, ...others] = args.positionals;
  const rest = refuseRest(others, "the resource URI");
  if (!rest.ok) return rest;
  const target = readTarget(resource, args);
  if (!target.ok) return target;
  if (args.has("shallow") && args.has("BasePropertiesOnly")) return fail({ message: "-shallow and -BasePropertiesOnly exclude each other" });
  const filter = readFilter(args, target.value.resourceUri);
  if (!filter.ok) return filter;
  const polymorphism = polymorphismOf(args);
  const request = { mode: modeOf(args), ...(filter.value === undefined ? {} : { filter: filter.value }), ...(polymorphism === undefined ? {} : { polymorphism }) };
  return ok({ target: target.value, request });
}

/** The resource under which an application lists its own plug-ins. */
const isPluginList = ({ resourceUri }: Target): boolean => resourceUri.toLowerCase().replace(/\/$/u, "") === resourceAliases["plugin"];

function modeOf(args: ParsedArguments): EnumerateRequest["mode"] {
  const type = args.get("returntype");
  return type === "epr" ? "epr" : type === "objectandepr" ? "objectAndEpr" : "object";
}

function polymorphismOf(args: ParsedArguments): EnumerateRequest["polymorphism"] {
  if (args.has("shallow")) return "None";
  return args.has("BasePropertiesOnly") ? "ExcludeSubClassProperties" : undefined;
}
