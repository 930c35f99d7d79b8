import { ok } from "../../base/result.js";
import type { Command } from "../command.js";
import { switchesOf } from "../grammar/winrm-switches.js";
import { readTarget, refuseRest } from "./read-target.js";
import { answered, runVerb } from "./run-verb.js";

/** `winrm get`. */
export const get: Command = {
  name: "get",
  aliases: ["g"],
  usage: "RESOURCE_URI[?NAME=value[+NAME=value]…] [-switch:value …]",
  summary: "gets one resource",
  switches: switchesOf("resource", "fragment", "dialect"),
  examples: ["get winrm/config", "get winrm/config/plugin?Name=registry -format:pretty"],
  run: (args, terminal) =>
    runVerb("get", args, terminal, () => {
      const [resource, ...others] = args.positionals;
      const rest = refuseRest(others, "the resource URI");
      if (!rest.ok) return rest;
      const target = readTarget(resource, args);
      return target.ok ? ok((client) => answered(client.get(target.value))) : target;
    }),
};
