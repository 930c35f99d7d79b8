import { failure, type OperationFailure } from "wsmanor/sdk";
import type { Account } from "./accounts.js";

/** What a program needs to find its way, on POSIX systems and on Windows. */
const needed = new Set([
  "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR",
  "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP", "USERPROFILE", "PROGRAMFILES", "PROGRAMDATA", "APPDATA", "LOCALAPPDATA",
]);

/** Where the host itself is. */
const ofTheHost = new Set(["PWD", "OLDPWD"]);

export interface EnvironmentSources {
  readonly host: Readonly<Record<string, string | undefined>>;
  /** All of the host's variables, or only what a program needs. */
  readonly inherit: boolean;
  /** Whose commands they are, when that is not the host's own account. */
  readonly account: Account | undefined;
  /** The shell's own. */
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * The environment of a shell's commands: the host's, the account's over it, the client's over both.
 * @returns variables, or the refusal of a name or value that no environment can hold
 */
export function commandEnvironment({ host, inherit, account, variables }: EnvironmentSources): Readonly<Record<string, string>> | OperationFailure {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(host)) {
    if (value !== undefined && !ofTheHost.has(name) && (inherit || needed.has(name.toUpperCase()))) found[name] = value;
  }
  if (account !== undefined) Object.assign(found, { HOME: account.home, USER: account.name, LOGNAME: account.name, SHELL: account.shell });
  // Programs without a word about their characters would take everything beyond ASCII for none.
  if (!["LANG", "LC_ALL", "LC_CTYPE"].some((name) => found[name] !== undefined)) found["LANG"] = "C.UTF-8";
  for (const [name, value] of variables) {
    if (name === "" || /[=\0]/u.test(name) || value.includes("\0")) return failure("invalid-parameter", { message: `the variable ${JSON.stringify(name)} cannot be set: a name has no "=" in it, is not empty, and neither it nor its value has a NUL` });
    // Windows' names compare without case, and the first of two would count.
    if (process.platform === "win32") for (const other of Object.keys(found)) if (other.toUpperCase() === name.toUpperCase()) delete found[other];
    found[name] = value;
  }
  return found;
}
