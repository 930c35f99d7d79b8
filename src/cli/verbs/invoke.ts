import { fail, ok } from "../../base/result.js";
import { buildInput } from "../client/build-input.js";
import type { Command } from "../command.js";
import { switchesOf } from "../grammar/winrm-switches.js";
import { refuseCharacters } from "../grammar/refuse-characters.js";
import { nameToken } from "../grammar/usage-problem.js";
import { lastPart } from "./create.js";
import { readRepresentation } from "./read-representation.js";
import { readTarget } from "./read-target.js";
import { answered, runVerb } from "./run-verb.js";

/** `winrm invoke`: the method first, then the resource. A method written as a URI is the whole Action. */
export const invoke: Command = {
  name: "invoke",
  aliases: ["i"],
  usage: 'METHOD RESOURCE_URI[?NAME=value[+NAME=value]…] [@{key="value"[;…]} | key=value … | JSON | -file:FILE] [-switch:value …]',
  summary: "calls a method of a resource",
  switches: switchesOf("resource", "file"),
  examples: ["invoke Export 'urn:wsmanor:registry?Key=Software' -format:pretty"],
  run: (args, terminal) =>
    runVerb("invoke", args, terminal, async () => {
      const [method, resource, ...input] = args.positionals;
      if (method === undefined) return fail({ message: "the method is missing: invoke METHOD RESOURCE_URI" });
      const isUri = /^[A-Za-z][A-Za-z0-9+.-]*:./u.test(method.text);
      if (!isUri && !/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(method.text)) {
        return fail({ message: `${nameToken(method)} cannot be a method; the method comes first, then the resource URI` });
      }
      const carried = refuseCharacters([method], args);
      if (!carried.ok) return carried;
      const target = readTarget(resource, args);
      if (!target.ok) return target;
      const given = await readRepresentation(input, args, terminal, false);
      if (!given.ok) return given;
      const { resourceUri } = target.value;
      const body = "document" in given.value ? ok(given.value.document) : buildInput(`${isUri ? lastPart(method.text) : method.text}_INPUT`, resourceUri, given.value.pairs);
      const action = isUri ? method.text : `${resourceUri}/${method.text}`;
      return body.ok ? ok((client) => answered(client.invoke(target.value, action, body.value))) : body;
    }),
};
