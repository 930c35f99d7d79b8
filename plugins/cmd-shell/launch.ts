import type { SpawnOptions } from "node:child_process";
import type { Account } from "./accounts.js";
import { limitScript } from "./limit-script.js";
import type { Limits } from "./parameters.js";
import { hasGroups } from "./process-tree.js";
import { shellExports } from "./shell-exports.js";

/** What is to run. */
export interface Program {
  readonly file: string;
  readonly arguments: readonly string[];
  /** Windows only: the arguments are the end of the command line as they are. */
  readonly isVerbatim?: boolean;
}

/** Where and as what it is to run. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  /** `undefined`: the host's own. */
  readonly account: Account | undefined;
  readonly limits: Limits;
  /** Path of util-linux's setpriv(1), which gives an account all its groups; `undefined` where it is not installed. */
  readonly setpriv: string | undefined;
}

/** How the operating system is asked. */
export interface Launch {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly options: SpawnOptions;
  /** Text for file descriptor 3, which is to be a pipe; `undefined`: there is none. */
  readonly handed: string | undefined;
}

/** What /bin/sh finds before it knows the environment of the command. */
const bare = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };

/**
 * Directly where nothing has to be done before; otherwise through /bin/sh, which bounds itself, goes to the folder as the account that may or
 * may not, and then becomes the program: its process id stays the leader's.
 *
 * Nothing of the client's environment reaches a process that is still root: with LD_PRELOAD in it, that process would be the client's. So
 * setpriv runs with an environment of ours, and the client's is read from descriptor 3 when the account is the other one.
 */
export function launch(program: Program, { environment, directory, account, limits, setpriv }: Surroundings): Launch {
  const options: SpawnOptions = { cwd: directory, env: { ...environment }, detached: hasGroups, windowsHide: true, windowsVerbatimArguments: program.isVerbatim === true };
  const bounds = hasGroups ? limitScript(limits) : "";
  if (account === undefined) {
    if (bounds === "") return { file: program.file, arguments: program.arguments, options, handed: undefined };
    return { file: "/bin/sh", arguments: ["-c", `${bounds}exec "$@"`, "sh", program.file, ...program.arguments], options, handed: undefined };
  }
  const enter = 'cd -- "$1" || exit 126\nshift\n';
  const rest = ["sh", directory, program.file, ...program.arguments];
  const asAccount = { ...options, cwd: "/" };
  if (setpriv === undefined) {
    const owner = { uid: account.uid, gid: account.gid };
    return { file: "/bin/sh", arguments: ["-c", `${bounds}${enter}exec "$@"`, ...rest], options: { ...asAccount, ...owner }, handed: undefined };
  }
  const switching = [`--reuid=${account.uid}`, `--regid=${account.gid}`, `--groups=${account.groups.join(",")}`, "--inh-caps=-all"];
  const script = `eval "$(cat <&3)" && exec 3<&- || exit 126\n${bounds}${enter}exec "$@"`;
  return { file: setpriv, arguments: [...switching, "--", "/bin/sh", "-c", script, ...rest], options: { ...asAccount, env: bare }, handed: shellExports(environment, Object.keys(bare)) };
}
