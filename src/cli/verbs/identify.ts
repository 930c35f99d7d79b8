import { ok } from "../../base/result.js";
import type { Command } from "../command.js";
import { switchesOf } from "../grammar/winrm-switches.js";
import { refuseRest } from "./read-target.js";
import { answered, runVerb } from "./run-verb.js";

/** `winrm identify`: what is there, and which protocol it speaks. */
export const identify: Command = {
  name: "identify",
  aliases: ["id"],
  usage: "[-switch:value …]",
  summary: "asks a host what it is",
  switches: switchesOf("identify"),
  examples: ["identify", "identify -r:https://server/wsman -a:None"],
  run: (args, terminal) =>
    runVerb("identify", args, terminal, () => {
      const rest = refuseRest(args.positionals, "identify but switches");
      return rest.ok ? ok((client) => answered(client.identify())) : rest;
    }),
};
