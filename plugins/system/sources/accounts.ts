import type { Machine } from "../machine.js";
import { readCim, textIn } from "./windows-cim.js";

/** A user that the machine itself knows, not a directory of the network. What is not known is `undefined`. */
export interface Account {
  readonly name: string;
  /** Of Unix; `undefined` on Windows. */
  readonly id: number | undefined;
  readonly sid: string;
  readonly fullName: string | undefined;
  readonly description: string | undefined;
  /** Empty where there is none. */
  readonly home: string;
  readonly disabled: boolean | undefined;
  readonly lockedOut: boolean | undefined;
  readonly password: Readonly<Record<"required" | "expires" | "changeable", boolean | undefined>>;
}

/** Identifiers for users of Unix as Samba makes them: S-1-22-1 and the number. */
export const unixSid = (id: number): string => `S-1-22-1-${id}`;

/** Name of the user with that number in /etc/passwd, or the number itself: directories of a network are not asked. */
export function userName(machine: Machine, id: number): string {
  for (const line of (machine.readText("/etc/passwd") ?? "").split("\n")) {
    const [name, , number] = line.split(":");
    if (number === String(id) && name !== undefined && name !== "") return name;
  }
  return String(id);
}

/** @returns empty where nobody tells */
export async function readAccounts(machine: Machine): Promise<readonly Account[]> {
  if (machine.platform === "win32") return windowsAccounts(machine);
  return machine.platform === "darwin" ? macAccounts(machine) : passwdAccounts(machine);
}

const noLogin = /\/(?:nologin|false|sync|shutdown|halt)$/u;
const unknown = { required: undefined, expires: undefined, changeable: undefined };
const day = 86_400_000;
/** Days of shadow(5) that stand for "never", as the tools write them. */
const never = 99_999;

/** passwd(5), and shadow(5) where this account may read it. Nothing of a password goes further than this function. */
function passwdAccounts(machine: Machine): readonly Account[] {
  const shadow = new Map((machine.readText("/etc/shadow") ?? "").split("\n").map((line) => line.split(":")).map((fields) => [fields[0]!, fields]));
  const lockedNames = machine.list("/run/faillock");
  const accounts: Account[] = [];
  for (const [name, written, id, , comment, home, shell] of (machine.readText("/etc/passwd") ?? "").split("\n").map((line) => line.split(":"))) {
    // NIS's lines begin with + or -, and are nobody.
    if (name === undefined || !/^[^+#-]/u.test(name) || !/^\d+$/u.test(id ?? "")) continue;
    const [, secret, , , longest, , , end] = shadow.get(name) ?? [undefined, written === "x" ? undefined : written];
    const hasExpired = end !== undefined && /^\d+$/u.test(end) && Number(end) * day <= machine.now();
    const isKnown = shadow.has(name);
    accounts.push({
      name, id: Number(id), sid: unixSid(Number(id)), fullName: comment?.split(",", 1)[0] ?? "", description: "", home: home ?? "",
      disabled: noLogin.test(shell ?? "") || secret?.startsWith("!") === true || hasExpired ? true : isKnown ? false : undefined,
      // Whether the failures that were noted are too many, only pam_faillock can tell.
      lockedOut: lockedNames.includes(name) ? undefined : false,
      password: { required: secret === undefined ? undefined : secret !== "", expires: isKnown ? longest !== "" && Number(longest) < never : undefined, changeable: undefined },
    });
  }
  return accounts;
}

/** Directory Services' own list; its records end with a line of one hyphen, and a long value stands in the line below its name. */
async function macAccounts(machine: Machine): Promise<readonly Account[]> {
  const result = await machine.run("/usr/bin/dscl", [".", "-readall", "/Users", "RecordName", "UniqueID", "RealName", "NFSHomeDirectory", "UserShell"]);
  const accounts: Account[] = [];
  for (const record of result?.status === 0 ? result.stdout.split(/^-$/mu) : []) {
    const value = (name: string): string | undefined => new RegExp(`^${name}:(?:\\n)? (.*)$`, "mu").exec(record)?.[1];
    const [name, id] = [value("RecordName")?.split(" ", 1)[0], value("UniqueID")];
    if (name === undefined || !/^-?\d+$/u.test(id ?? "")) continue;
    const number = Number(id) >>> 0;
    accounts.push({
      name, id: number, sid: unixSid(number), fullName: value("RealName") ?? "", description: "", home: value("NFSHomeDirectory") ?? "",
      disabled: noLogin.test(value("UserShell") ?? "") ? true : undefined, lockedOut: undefined, password: unknown,
    });
  }
  return accounts;
}

async function windowsAccounts(machine: Machine): Promise<readonly Account[]> {
  const rows = await readCim(machine, "Win32_UserAccount", ["Name", "SID", "FullName", "Description", "Disabled", "Lockout", "PasswordRequired", "PasswordExpires", "PasswordChangeable"], "LocalAccount=TRUE");
  return rows.map((row) => {
    const flag = (name: string): boolean | undefined => (typeof row[name] === "boolean" ? row[name] : undefined);
    return {
      name: textIn(row, "Name") ?? "", id: undefined, sid: textIn(row, "SID") ?? "", fullName: textIn(row, "FullName"), description: textIn(row, "Description"), home: "",
      disabled: flag("Disabled"), lockedOut: flag("Lockout"), password: { required: flag("PasswordRequired"), expires: flag("PasswordExpires"), changeable: flag("PasswordChangeable") },
    };
  });
}
