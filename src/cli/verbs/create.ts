import { ok } from "../../base/result.js";
import { buildInput } from "../client/build-input.js";
import type { Command } from "../command.js";
import { switchesOf } from "../grammar/winrm-switches.js";
import { readRepresentation } from "./read-representation.js";
import { readTarget } from "./read-target.js";
import { answered, runVerb } from "./run-verb.js";

/** `winrm create`: the new resource's element is named after the last part of the URI, as winrm names it. */
export const create: Command = {
  name: "create",
  aliases: ["c"],
  usage: 'RESOURCE_URI[?NAME=value[+NAME=value]…] [@{key="value"[;…]} | key=value … | JSON | -file:FILE] [-switch:value …]',
  summary: "creates a resource",
  switches: switchesOf("resource", "file", "fragment", "dialect"),
  examples: [`create 'urn:wsmanor:registry?Key=Software\\Example+Value=Greeting' '@{Type="String";Data="hello"}'`],
  run: (args, terminal) =>
    runVerb("create", args, terminal, async () => {
      const [resource, ...input] = args.positionals;
      const target = readTarget(resource, args);
      if (!target.ok) return target;
      const given = await readRepresentation(input, args, terminal, false);
      if (!given.ok) return given;
      const { resourceUri } = target.value;
      const element = "document" in given.value ? ok(given.value.document) : buildInput(lastPart(resourceUri), resourceUri, given.value.pairs);
      return element.ok ? ok((client) => answered(client.create(target.value, element.value))) : element;
    }),
};

/** After the last slash; of a URN, which has none, after the last colon. */
export function lastPart(uri: string): string {
  const trimmed = uri.replace(/\/+$/u, "");
  const cut = Math.max(trimmed.lastIndexOf("/"), trimmed.includes("/") ? -1 : trimmed.lastIndexOf(":"));
  const part = trimmed.slice(cut + 1).replace(/[^\p{L}\p{N}_.-]/gu, "_");
  return /^[\p{L}_]/u.test(part) ? part : `_${part}`;
}
