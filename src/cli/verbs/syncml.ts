import { readFileSync, writeFileSync } from "node:fs";
import type { Result } from "../../base/result.js";
import { fail, ok } from "../../base/result.js";
import { fileTrouble } from "../../host/file-trouble.js";
import { exitCodes, type Command } from "../command.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { nameToken, type Token } from "../grammar/usage-problem.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { decodeSyncml, encodeSyncml } from "./syncml-deed.js";
import { refuseRest } from "./read-target.js";

/** Reads and converts messages of device management, without any host. */
export const syncml: Command = {
  name: "syncml",
  usage: "{decode FILE [--json] | encode FILE {--out FILE | --hex}} [--tolerate-nul]",
  summary: "prints SyncML messages (OMA DM), XML or WBXML, and makes WBXML of XML",
  switches: [
    { name: "json", help: "with decode: prints the message as JSON: header, commands, items" },
    { name: "out", short: "o", value: "FILE", help: "with encode: where the WBXML goes" },
    { name: "hex", help: "with encode: prints the WBXML in hexadecimal digits" },
    { name: "tolerate-nul", help: "takes U+0000 out of XML, which Intel's client ends some of its texts with, instead of refusing it" },
  ],
  examples: ["syncml decode ./message.wbxml", "syncml decode - --json", "syncml encode ./message.xml --out ./message.wbxml", "syncml encode ./message.xml --hex"],
  run: async (args, terminal) => {
    const [deed, file, ...others] = args.positionals;
    if (deed === undefined) return reportTrouble({ message: "say what to do: decode or encode, and a file" }, terminal, "syncml");
    const wanted = deed.text.toLowerCase();
    if (wanted !== "decode" && wanted !== "encode") return reportTrouble({ message: `${nameToken(deed)} is neither decode nor encode` }, terminal, "syncml");
    if (file === undefined) return reportTrouble({ message: "the file is missing; - is standard input" }, terminal, "syncml");
    const rest = refuseRest(others, "the file");
    if (!rest.ok) return reportTrouble(rest.error, terminal, "syncml");
    const misplaced = misplacedSwitch(wanted, args);
    if (misplaced !== undefined) return reportTrouble({ message: misplaced }, terminal, "syncml");
    const octets = await read(file, terminal);
    if (!octets.ok) return reportFailure(octets.error, terminal);
    return wanted === "decode" ? decode(octets.value, file, args, terminal) : encode(octets.value, file, args, terminal);
  },
};

function misplacedSwitch(deed: "decode" | "encode", args: ParsedArguments): string | undefined {
  if (deed === "decode") return ["out", "hex"].filter((name) => args.has(name)).map((name) => `-${name} goes with encode; decode prints`)[0];
  if (args.has("json")) return "-json goes with decode";
  return args.has("out") === args.has("hex") ? "encode needs one of -out:FILE and -hex: WBXML is no text" : undefined;
}

async function read({ text }: Token, terminal: Terminal): Promise<Result<Uint8Array, string>> {
  try {
    // Not Node's own kind of octets, which would write itself otherwise as JSON.
    return ok(new Uint8Array(text === "-" ? await terminal.readOctets() : readFileSync(text)));
  } catch (error) {
    return fail(`${text} cannot be read: ${fileTrouble(error, "read")}.`);
  }
}

const nameOf = ({ text }: Token): string => (text === "-" ? "standard input" : text);

function decode(octets: Uint8Array, file: Token, args: ParsedArguments, terminal: Terminal): number {
  const decoded = decodeSyncml(octets, { asJson: args.has("json"), toleratesNul: args.has("tolerate-nul") });
  if (!decoded.ok) return reportFailure(`${nameOf(file)}, ${decoded.error}`, terminal);
  terminal.write(`${decoded.value}\n`);
  return exitCodes.done;
}

function encode(octets: Uint8Array, file: Token, args: ParsedArguments, terminal: Terminal): number {
  const encoded = encodeSyncml(octets, { toleratesNul: args.has("tolerate-nul") });
  if (!encoded.ok) return reportFailure(`${nameOf(file)}, ${encoded.error}`, terminal);
  const out = args.get("out");
  if (out === undefined) {
    terminal.write(`${Buffer.from(encoded.value).toString("hex")}\n`);
    return exitCodes.done;
  }
  try {
    writeFileSync(out, encoded.value);
  } catch (error) {
    return reportFailure(`${out} cannot be written: ${fileTrouble(error, "write")}.`, terminal);
  }
  return exitCodes.done;
}
