import { readFileSync } from "node:fs";
import { fail, ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { decodeXml } from "../../protocol/xml/decode-xml.js";
import { readElement } from "../../protocol/xml/read-element.js";
import { configurationLimits } from "../../protocol/xml/xml-limits.js";
import type { InputPair } from "../grammar/input-value.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { parsePairs } from "../grammar/parse-pairs.js";
import { refuseCharacters, refuseCharactersIn } from "../grammar/refuse-characters.js";
import { nameToken, type Token, type UsageProblem } from "../grammar/usage-problem.js";
import type { Terminal } from "../terminal.js";

/** What is sent: a document from `-file:`, or pairs from the command line. */
export type Representation = { readonly document: XmlElement } | { readonly pairs: readonly InputPair[] };

/** Reads the input of set, create and invoke. @param needsInput whether nothing at all is a mistake */
export async function readRepresentation(tokens: readonly Token[], args: ParsedArguments, terminal: Terminal, needsInput: boolean): Promise<Result<Representation, UsageProblem>> {
  const file = args.get("file");
  if (file === undefined) {
    const carried = refuseCharacters(tokens, args);
    const pairs = carried.ok ? parsePairs(tokens) : carried;
    if (!pairs.ok) return pairs;
    const values = refuseCharactersIn(pairs.value);
    if (!values.ok) return values;
    if (tokens.length === 0 && needsInput) return fail({ message: 'nothing to send: add @{key="value"}, key=value, JSON or -file:FILE' });
    return ok({ pairs: pairs.value });
  }
  const { position } = args.token("file")!;
  if (tokens[0] !== undefined) return fail({ message: `${nameToken(tokens[0])} and -file (argument ${position}) both say what to send; one is enough` });
  let bytes: Uint8Array;
  try {
    bytes = file === "-" ? new TextEncoder().encode(await terminal.readInput()) : readFileSync(file);
  } catch (error) {
    return fail({ message: `-file (argument ${position}) cannot be read: ${(error as Error).message}` });
  }
  const text = decodeXml(bytes, undefined);
  const document = text.ok ? readElement(text.value.text, configurationLimits) : text;
  if (document.ok) return ok({ document: document.value });
  return fail({ message: `-file (argument ${position}): ${file === "-" ? "standard input" : file} is not XML, at character ${document.error.offset + 1}: ${document.error.message.replace(/\.$/u, "")}` });
}
