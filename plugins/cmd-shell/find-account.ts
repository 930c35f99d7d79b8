import { execFile } from "node:child_process";
import type { Account } from "./accounts.js";

interface Said {
  /** Exit code, or why the program could not be started. */
  readonly status: number | string;
  readonly text: string;
}

const ask = (program: string, ...args: readonly string[]): Promise<Said> =>
  new Promise((resolve) => {
    execFile(program, args, { env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" } }, (error, output) => {
      resolve({ status: error === null ? 0 : (error.code ?? "ended by a signal"), text: output.trim() });
    });
  });

const isNumber = (text: string | undefined): text is string => text !== undefined && /^\d+$/u.test(text);

/**
 * Looks an account up wherever the machine keeps its accounts, files or directory. A number is not taken for a name, nor a name for another
 * that the machine holds for the same.
 * @returns `undefined` when there is none of exactly this name
 * @throws Error with a sentence when the machine cannot say
 */
export async function findAccount(name: string): Promise<Account | undefined> {
  if (name === "" || name.startsWith("-") || /[\0-\x1f:\x7f]/u.test(name)) return undefined;
  const entry = await ask("getent", "passwd", name);
  const account = entry.status === "ENOENT" ? await fromNumbers(name) : fromEntry(name, entry);
  if (account === undefined) return undefined;
  const groups = (await ask("id", "-G", name)).text.split(/\s+/u);
  if (groups.some((group) => !isNumber(group))) throw new Error(`the groups of the account "${name}" cannot be found out: id -G says "${groups.join(" ")}"`);
  return { ...account, groups: [...new Set([account.gid, ...groups.map(Number)])] };
}

type WithoutGroups = Omit<Account, "groups">;

/** passwd(5): name, password, number, group, description, home, shell. getent(1): exit code 2 for one that is not there. */
function fromEntry(name: string, { status, text }: Said): WithoutGroups | undefined {
  if (status !== 0 && status !== 2) throw new Error(`the account "${name}" cannot be looked up: getent ended with ${status}`);
  const [found, , uid, gid, , home, shell] = text.split("\n")[0]!.split(":");
  if (found !== name || !isNumber(uid) || !isNumber(gid)) return undefined;
  return { name, uid: Number(uid), gid: Number(gid), home: home === undefined || home === "" ? "/" : home, shell: shell === undefined || shell === "" ? "/bin/sh" : shell };
}

/** Systems without getent (macOS): id(1) knows the numbers, and by asking back that they belong to this name. */
async function fromNumbers(name: string): Promise<WithoutGroups | undefined> {
  const [uid, gid] = [await ask("id", "-u", name), await ask("id", "-g", name)];
  if (!isNumber(uid.text) || !isNumber(gid.text) || (await ask("id", "-un", uid.text)).text !== name) return undefined;
  return { name, uid: Number(uid.text), gid: Number(gid.text), home: "/", shell: "/bin/sh" };
}
