import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { failure, OperationFailure, type Clock, type Logger, type OpenShellRequest, type Operations } from "wsmanor/sdk";
import type { Account, Accounts } from "./accounts.js";
import { checkDirectory } from "./check-directory.js";
import { codePage, untouchedPage } from "./code-page.js";
import { commandEnvironment } from "./command-environment.js";
import { CommandShell, type StreamNames } from "./command-shell.js";
import { hasGroups } from "./process-tree.js";
import type { Parameters } from "./parameters.js";
import { readOptions, readSwitch } from "./read-options.js";
import { Watcher } from "./watcher.js";

/** Variable in the environment of every command: Linux tells by it whose a process is. */
const markName = "WSMANOR_COMMAND";
const whereSetprivIs = ["/usr/bin/setpriv", "/bin/setpriv", "/usr/local/bin/setpriv"];

export interface ShellParts {
  readonly parameters: Parameters;
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What the host calls. */
export function shellOperations({ parameters, accounts, clock, logger }: ShellParts): Operations<"Shell"> {
  // Nobody outside can guess it, and so name somebody else's process a command's.
  const marks = randomBytes(12).toString("hex");
  let commands = 0;
  const watcher = new Watcher(`${markName}=${marks}.`, clock, logger);
  const setpriv = whereSetprivIs.find((path) => existsSync(path));
  return {
    openShell: async (request) => {
      const streams = streamNames(request);
      if (streams instanceof OperationFailure) return streams;
      const options = readOptions(request.options, ["WINRS_CODEPAGE", "WINRS_NOPROFILE"]);
      if (options instanceof OperationFailure) return options;
      // No profile is ever loaded.
      const noProfile = readSwitch(options, "WINRS_NOPROFILE");
      if (noProfile instanceof OperationFailure) return noProfile;
      const page = options.get("WINRS_CODEPAGE");
      const pages = page === undefined ? untouchedPage : await codePage(page);
      if (pages instanceof OperationFailure) return pages;
      const account = parameters.runAsSender ? await senderAccount(request.sender.senderName, accounts) : undefined;
      if (account instanceof OperationFailure) return account;
      const environment = commandEnvironment({ host: process.env, inherit: parameters.inheritEnvironment, account, variables: request.environment });
      if (environment instanceof OperationFailure) return environment;
      const base = parameters.defaultWorkingDirectory ?? account?.home ?? process.cwd();
      const directory = resolve(base, request.workingDirectory ?? "");
      const problem = await checkDirectory(directory);
      if (problem !== undefined) return problem;
      if (request.signal.aborted) return failure("endpoint-unavailable", { message: "the request was given up while the shell was being opened" });
      return new CommandShell({
        surroundings: { environment, directory, account, limits: parameters.limits, setpriv },
        // The console of Windows converts itself.
        streams, codePage: hasGroups ? pages : untouchedPage, consolePage: page,
        shell: parameters.shell, markName, nextMark: () => `${marks}.${++commands}`, watcher, clock, logger,
      });
    },
    shutdown: () => watcher.end(),
  };
}

/** Those of the client that are the three of a program, in the client's spelling. */
function streamNames({ inputStreams, outputStreams }: OpenShellRequest): StreamNames | OperationFailure {
  const named = (names: readonly string[], meant: string): string | undefined => names.find((name) => name.toLowerCase() === meant);
  const stranger = inputStreams.find((name) => name.toLowerCase() !== "stdin") ?? outputStreams.find((name) => !["stdout", "stderr"].includes(name.toLowerCase()));
  if (stranger !== undefined) return failure("invalid-parameter", { message: `commands have the input stream stdin and the output streams stdout and stderr, none called "${stranger}"` });
  return { input: named(inputStreams, "stdin"), output: named(outputStreams, "stdout"), errors: named(outputStreams, "stderr") };
}

/** The account that the sender's name names, never root. */
async function senderAccount(name: string, { findAccount, userId }: Accounts): Promise<Account | OperationFailure> {
  if (userId() !== 0) return failure("access-denied", { message: "commands are to run as their sender (RunAsSender), and this host, not being root, may not switch to another account" });
  let account: Account | undefined;
  try {
    account = await findAccount(name);
  } catch (error) {
    return failure("internal", { message: `commands are to run as their sender (RunAsSender): ${error instanceof Error ? error.message : String(error)}`, cause: error });
  }
  if (account === undefined) return failure("access-denied", { message: `commands are to run as their sender (RunAsSender), and the system of this host has no account "${name}"` });
  if (account.uid === 0) return failure("access-denied", { message: `commands are to run as their sender (RunAsSender), which is never done as root: "${name}" is an account of it` });
  return account;
}
