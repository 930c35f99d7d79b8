import { readFile } from "node:fs/promises";
import { fail, ok, type Result } from "../../base/result.js";
import type { Users } from "../../host/manage-users.js";
import { exitCodes, type Command } from "../command.js";
import { defaultPaths } from "../default-paths.js";
import { closestName } from "../grammar/closest-name.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { listChoices, nameToken, type Token, type UsageProblem } from "../grammar/usage-problem.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { refuseRest } from "./read-target.js";
import { readNewPassword } from "./read-new-password.js";
import { requireState } from "./require-state.js";

const deeds = ["add", "list", "remove", "passwd", "import", "environment"] as const;
type Deed = (typeof deeds)[number];

/** The accounts of the host on this machine. */
export const user: Command = {
  name: "user",
  usage: "{add NAME | list | remove NAME | passwd NAME | import FILE | environment NAME [VARIABLE=VALUE ...]} [--password-file FILE] [--administrator] [--ntlm] [--state DIR] [--json]",
  summary: "adds, lists, removes, imports accounts, changes a password or an environment",
  switches: [
    { name: "password-file", value: "FILE", help: "reads the password from the first line of a file; - is standard input" },
    { name: "administrator", help: "with add: may see and end what belongs to others" },
    { name: "ntlm", help: "with add and passwd: NTLM may log this account in; stores its NT hash, which is as good as the password to whoever reads the file; off unless given" },
    { name: "state", value: "DIRECTORY", help: "state directory of the host" },
    { name: "json", help: "prints JSON" },
  ],
  examples: ["user add operator --password-file ./password", "user list", "user passwd operator --password-file - --ntlm", "user import ./htpasswd", "user environment operator EDITION=premium OLD="],
  run: async (args, terminal) => {
    const read = readDeed(args);
    if (!read.ok) return reportTrouble(read.error, terminal, "user");
    const { deed, name, variables } = read.value;
    const state = args.get("state") ?? defaultPaths(terminal.environment).state;
    const found = deed === "add" || deed === "import" ? ok(undefined) : requireState(state);
    if (!found.ok) return reportTrouble(found.error, terminal, "user");
    const needsPassword = deed === "add" || deed === "passwd";
    const password = needsPassword ? await readNewPassword(args, terminal, name) : ok("");
    if (!password.ok) return reportTrouble(password.error, terminal, "user");
    try {
      const { openUsers } = await import("../../host/manage-users.js");
      const users = await openUsers(state);
      const done = await perform({ deed, name, variables, password: password.value }, users, args, terminal);
      return done.ok ? exitCodes.done : reportFailure(`${done.error.replace(/\.$/u, "")}.`, terminal);
    } catch (error) {
      return reportFailure((error as Error).message, terminal);
    }
  },
};

interface Wish {
  readonly deed: Deed;
  readonly name: string;
  /** For `environment`: `undefined` takes a variable away. */
  readonly variables: ReadonlyMap<string, string | undefined>;
}

function readDeed(args: ParsedArguments): Result<Wish, UsageProblem> {
  const [verb, name, ...others] = args.positionals;
  const deed = deeds.find((known) => known === verb?.text.toLowerCase());
  if (verb === undefined) return fail({ message: `what to do is missing: ${listChoices(deeds)}` });
  if (deed === undefined) {
    const didYouMean = closestName(verb.text, deeds);
    return fail({ message: `${nameToken(verb)} is not something user does: it is ${listChoices(deeds)}`, ...(didYouMean === undefined ? {} : { didYouMean }) });
  }
  const variables = readVariables(deed === "environment" ? others : []);
  if (!variables.ok) return variables;
  const rest: readonly Token[] = deed === "environment" ? [] : deed === "list" && name !== undefined ? [name, ...others] : others;
  const refused = refuseRest(rest, deed === "list" ? "user list" : deed === "import" ? "the file" : "the account's name");
  if (!refused.ok) return refused;
  if (deed === "import" && name === undefined) return fail({ message: "the file is missing: user import FILE" });
  if (deed !== "list" && name === undefined) return fail({ message: `the account's name is missing: user ${deed} NAME` });
  const uses: Readonly<Record<string, readonly Deed[]>> = { "password-file": ["add", "passwd"], administrator: ["add"], ntlm: ["add", "passwd"] };
  const idle = Object.keys(uses).find((given) => args.has(given) && !uses[given]!.includes(deed));
  if (idle !== undefined) return fail({ message: `--${idle} (argument ${args.token(idle)!.position}) has no use with user ${deed}` });
  return ok({ deed, name: name?.text ?? "", variables: variables.value });
}

/** `NAME=VALUE` sets, `NAME=` takes away. */
function readVariables(tokens: readonly Token[]): Result<Wish["variables"], UsageProblem> {
  const variables = new Map<string, string | undefined>();
  for (const { text, position } of tokens) {
    const equals = text.indexOf("=");
    if (equals < 1) return fail({ message: `${nameToken({ text, position })} is not VARIABLE=VALUE` });
    variables.set(text.slice(0, equals), text.slice(equals + 1) === "" ? undefined : text.slice(equals + 1));
  }
  return ok(variables);
}

async function perform({ deed, name, variables, password }: Wish & { readonly password: string }, users: Users, args: ParsedArguments, terminal: Terminal): Promise<Result<unknown, string>> {
  switch (deed) {
    case "add": return told(await users.add(name, password, { administrator: args.has("administrator"), ntlm: args.has("ntlm") }), { added: name }, `Added the account ${name}.`, terminal);
    case "remove": return told(await users.remove(name), { removed: name }, `Removed the account ${name}.`, terminal);
    case "passwd": {
      const set = await users.setPassword(name, password, { ntlm: args.has("ntlm") });
      const more = set.ok && set.value ? ` NTLM no longer logs it in; to let it, give --ntlm.` : "";
      return told(set, { changed: name }, `Changed the password of ${name}.${more}`, terminal);
    }
    case "import": return importFile(name, users, terminal);
    case "environment": {
      const set = await users.setEnvironment(name, variables);
      if (set.ok && terminal.asJson) terminal.write(`${JSON.stringify(set.value, null, 2)}\n`);
      else if (set.ok) for (const [variable, value] of Object.entries(set.value)) terminal.write(`${variable}=${value}\n`);
      return set;
    }
    case "list": {
      const listed = await users.list();
      if (!listed.ok) return listed;
      if (args.has("json")) terminal.write(`${JSON.stringify(listed.value, null, 2)}\n`);
      else for (const account of listed.value) terminal.write(`${account.name}${account.administrator ? "  (administrator)" : ""}${account.ntlm === true ? "  (NTLM)" : ""}\n`);
      return listed;
    }
  }
}

async function importFile(path: string, users: Users, terminal: Terminal): Promise<Result<unknown, string>> {
  const text = await readFile(path, "utf8").catch((error: Error) => error);
  if (text instanceof Error) return fail(`the file ${path} cannot be read: ${text.message}`);
  const imported = await users.importHtpasswd(text);
  if (!imported.ok) return fail(`${path}: nothing was imported:\n  ${imported.error.join("\n  ")}`);
  const names = imported.value;
  terminal.write(terminal.asJson ? `${JSON.stringify({ imported: names })}\n` : `Imported ${names.length} account${names.length === 1 ? "" : "s"}: ${names.join(", ")}.\n`);
  return imported;
}

function told(done: Result<unknown, string>, event: Readonly<Record<string, string>>, sentence: string, terminal: Terminal): Result<unknown, string> {
  if (done.ok) terminal.write(`${terminal.asJson ? JSON.stringify(event) : sentence}\n`);
  return done;
}
