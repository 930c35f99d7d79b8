import { ok } from "../../base/result.js";
import type { Command } from "../command.js";
import { switchesOf } from "../grammar/winrm-switches.js";
import { readTarget, refuseRest } from "./read-target.js";
import { answered, runVerb } from "./run-verb.js";

/** `winrm delete`. */
export const deleteResource: Command = {
  name: "delete",
  aliases: ["d"],
  usage: "RESOURCE_URI[?NAME=value[+NAME=value]…] [-switch:value …]",
  summary: "deletes one resource",
  switches: switchesOf("resource", "fragment", "dialect"),
  examples: ["delete 'urn:wsmanor:registry?Key=Software\\Example'"],
  run: (args, terminal) =>
    runVerb("delete", args, terminal, () => {
      const [resource, ...others] = args.positionals;
      const rest = refuseRest(others, "the resource URI");
      if (!rest.ok) return rest;
      const target = readTarget(resource, args);
      return target.ok ? ok((client) => answered(client.delete(target.value))) : target;
    }),
};
