import { ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { namespaces } from "../../protocol/wsman/namespaces.js";
import { buildInput } from "../client/build-input.js";
import { problemNumbers } from "../client/problem-numbers.js";
import { editRepresentation } from "../client/edit-representation.js";
import type { Target, WsmanClient } from "../client/wsman-client.js";
import type { Command } from "../command.js";
import { switchesOf } from "../grammar/winrm-switches.js";
import { quote, type UsageProblem } from "../grammar/usage-problem.js";
import type { Trouble } from "../report-trouble.js";
import { readRepresentation, type Representation } from "./read-representation.js";
import { readTarget } from "./read-target.js";
import { answered, runVerb } from "./run-verb.js";

/** `winrm set`: Get, change what the keys name, Put. With `-file:` the file is put as it is. */
export const set: Command = {
  name: "set",
  aliases: ["s", "put"],
  usage: 'RESOURCE_URI[?NAME=value[+NAME=value]…] {@{key="value"[;…]} | key=value … | JSON | -file:FILE} [-switch:value …]',
  summary: "changes values of one resource",
  switches: switchesOf("resource", "file", "fragment", "dialect"),
  examples: [
    `set 'urn:wsmanor:registry?Key=Software\\Example+Value=Greeting' '@{Data="hello again"}'`,
    "set 'urn:wsmanor:registry?Key=Software\\Example+Value=Greeting' Data=hi",
  ],
  run: (args, terminal) =>
    runVerb("set", args, terminal, async () => {
      const [resource, ...input] = args.positionals;
      const target = readTarget(resource, args);
      if (!target.ok) return target;
      const given = await readRepresentation(input, args, terminal, true);
      return given.ok ? ok((client) => change(client, target.value, given.value)) : given;
    }),
};

async function change(client: WsmanClient, target: Target, given: Representation): Promise<Result<{ readonly answer: XmlElement | undefined }, Trouble>> {
  const representation = target.fragment === undefined ? await editedRepresentation(client, target, given) : fragmentOf(target, given);
  return representation.ok ? answered(client.put(target, representation.value)) : representation;
}

async function editedRepresentation(client: WsmanClient, target: Target, given: Representation): Promise<Result<XmlElement, Trouble>> {
  if ("document" in given) return ok(given.document);
  const current = await client.get(target);
  if (!current.ok) return current;
  if (current.value !== undefined) return editRepresentation(current.value, given.pairs);
  return { ok: false, error: { number: problemNumbers.invalidAnswer, message: "The host answered Get with an empty Body: there is nothing to change." } };
}

/** DSP0226 7.9: what replaces the fragment stands in `w:XmlFragment`. */
function fragmentOf(target: Target, given: Representation): Result<XmlElement, UsageProblem> {
  if ("document" in given && given.document.name === "XmlFragment") return ok(given.document);
  const inner = "document" in given ? ok([given.document]) : endsInText.test(target.fragment?.path ?? "") ? textOf(given) : childrenOf(target, given);
  return inner.ok ? ok({ name: "XmlFragment", namespace: namespaces.w, prefix: "w", attributes: [], children: inner.value }) : inner;
}

/** A path to a text or an attribute, whose new value is text and no element. */
const endsInText = /(?:\btext\s*\(\s*\)|@[^/\]]+)\s*$/u;

/** The one value given; its key only says what it is about. */
function textOf({ pairs: [first, ...others] }: Extract<Representation, { readonly pairs: unknown }>): Result<XmlElement["children"], UsageProblem> {
  const extra = others[0];
  if (extra !== undefined) return { ok: false, error: { message: `${quote(extra.key)} (argument ${extra.position}) is one too many: -fragment leads to one text` } };
  if (typeof first?.value === "string") return ok(first.value === "" ? [] : [first.value]);
  return { ok: false, error: { message: `${quote(first?.key ?? "")} (argument ${first?.position ?? 0}) is no text, which -fragment leads to; for $null leave /text() out` } };
}

function childrenOf(target: Target, given: Extract<Representation, { readonly pairs: unknown }>): Result<XmlElement["children"], UsageProblem> {
  const built = buildInput("XmlFragment", target.resourceUri, given.pairs);
  return built.ok ? ok(built.value.children) : built;
}
