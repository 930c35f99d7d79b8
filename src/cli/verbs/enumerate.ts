import { fail, ok } from "../../base/result.js";
import type { EnumerateRequest } from "../../protocol/wsman/write-enumerate-request.js";
import type { Command } from "../command.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { switchesOf } from "../grammar/winrm-switches.js";
import { readFilter } from "./read-filter.js";
import { readTarget, refuseRest } from "./read-target.js";
import { runVerb } from "./run-verb.js";

/** `winrm enumerate`: every instance, printed as the answers come. */
export const enumerate: Command = {
  name: "enumerate",
  aliases: ["e", "enum"],
  usage: "RESOURCE_URI[?NAME=value[+NAME=value]…] [-switch:value …]",
  summary: "lists the instances of a resource",
  switches: switchesOf("resource", "filter", "dialect", "associations", "returntype", "shallow", "basePropertiesOnly"),
  examples: ["enumerate plugin", "enumerate winrm/config/listener -format:pretty", "enumerate 'urn:wsmanor:registry?Key=Software' -returntype:epr"],
  run: (args, terminal) =>
    runVerb("enumerate", args, terminal, () => {
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
      return ok(async (client, printer) => {
        let count = 0;
        const done = await client.enumerate(target.value, request, (item) => {
          terminal.write((count === 0 ? printer.open : "") + printer.item(item, count === 0));
          count++;
        });
        if (!done.ok && count === 0) return done;
        // What was begun is closed, so that a reader of XML or JSON is not left without its end.
        terminal.write((count === 0 ? printer.open : "") + printer.close(count === 0));
        return done.ok ? ok("printed" as const) : done;
      });
    }),
};

function modeOf(args: ParsedArguments): EnumerateRequest["mode"] {
  const type = args.get("returntype");
  return type === "epr" ? "epr" : type === "objectandepr" ? "objectAndEpr" : "object";
}

function polymorphismOf(args: ParsedArguments): EnumerateRequest["polymorphism"] {
  if (args.has("shallow")) return "None";
  return args.has("BasePropertiesOnly") ? "ExcludeSubClassProperties" : undefined;
}
