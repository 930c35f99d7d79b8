import { packageVersion } from "../host/package-root.js";
import { exitCodes } from "./command.js";
import { commands, findCommand } from "./commands.js";
import { closestName } from "./grammar/closest-name.js";
import { parseArguments } from "./grammar/parse-arguments.js";
import { nameToken, type Token } from "./grammar/usage-problem.js";
import { wantsJson } from "./grammar/wants-json.js";
import { printCommandHelp, printOverview } from "./print-help.js";
import { reportTrouble } from "./report-trouble.js";
import type { BareTerminal, Terminal } from "./terminal.js";

const helpWords: ReadonlySet<string> = new Set(["--help", "-help", "-h", "-?", "/?", "help"]);

/** Runs one command line (without `node` and the script). @returns the exit code */
export async function runCommand(words: readonly string[], bare: BareTerminal): Promise<number> {
  const terminal: Terminal = { ...bare, asJson: wantsJson(words) };
  const tokens = words.map((text, at): Token => ({ text, position: at + 1 }));
  const [first, ...rest] = tokens;
  if (first === undefined) {
    terminal.complain(printOverview(commands));
    return exitCodes.wrongUse;
  }
  if (first.text === "--version" || first.text === "-version") {
    terminal.write(`${packageVersion}\n`);
    return exitCodes.done;
  }
  // `help --help` and `help --json` are about help itself.
  if (helpWords.has(first.text)) return help(rest.find(({ text }) => !helpWords.has(text) && !wantsJson([text])), terminal);
  const command = findCommand(first.text);
  if (command === undefined) return unknownCommand(first, terminal);
  const literal = rest.findIndex(({ text }) => text === "--");
  const mayAskHelp = literal < 0 ? rest : rest.slice(0, literal);
  if (mayAskHelp.some(({ text }) => text !== "help" && helpWords.has(text))) return help(first, terminal);
  const parsed = parseArguments(rest, command.switches, command.name);
  return parsed.ok ? command.run(parsed.value, terminal) : reportTrouble(parsed.error, terminal, command.name);
}

function help(about: Token | undefined, terminal: Terminal): number {
  const command = about === undefined ? undefined : findCommand(about.text);
  if (about !== undefined && command === undefined) return unknownCommand(about, terminal);
  terminal.write(command === undefined ? printOverview(commands) : printCommandHelp(command));
  return exitCodes.done;
}

/** winrm has these and we do not; each is refused by name, with what to do instead. */
const notOurs: Readonly<Record<string, string>> = {
  quickconfig: "wsmanor serve starts a host with the shipped configuration, whose bindings say where it listens; firewall and start with the machine are the system's",
  configsddl: "who may do what is decided by the application's AuthorizationPlugin, as config/examples/authorization shows",
};

function unknownCommand(token: Token, terminal: Terminal): number {
  // winrm's short form.
  const written = token.text.toLowerCase() === "qc" ? "quickconfig" : token.text.toLowerCase();
  const instead = Object.hasOwn(notOurs, written) ? notOurs[written] : undefined;
  if (instead !== undefined) return reportTrouble({ message: `${nameToken(token)} is winrm's alone: ${instead}` }, terminal, "");
  const names = commands.flatMap(({ name, aliases }) => [name, ...(aliases ?? []).filter((alias) => alias.length > 2)]);
  const didYouMean = closestName(token.text, names);
  const remedy = didYouMean === undefined ? {} : { didYouMean };
  return reportTrouble({ message: `${nameToken(token)} is not a command`, ...remedy }, terminal, "");
}
