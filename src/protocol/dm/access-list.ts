import { fail, ok, type Result } from "../../base/result.js";

/** The commands that rights are given for. Copy has none of its own. */
export const accessCommands = ["Add", "Delete", "Exec", "Get", "Replace"] as const;

export type AccessCommand = (typeof accessCommands)[number];

/**
 * Who may do what with a node: the ACL property (Tree and Description 1.2.1, 7.7.1). Ids by command; `*` stands for every server. A node with
 * none inherits the nearest list above it as a whole.
 */
export type AccessList = ReadonlyMap<AccessCommand, ReadonlySet<string>>;

/** Reads `Get=A+B&Replace=*`. An empty text is an empty list. @returns one sentence for what is wrong */
export function parseAccessList(text: string): Result<AccessList, string> {
  const list = new Map<AccessCommand, ReadonlySet<string>>();
  if (text.trim() === "") return ok(list);
  for (const entry of text.trim().split("&")) {
    const equals = entry.indexOf("=");
    const command = accessCommands.find((each) => each === entry.slice(0, equals));
    if (command === undefined) return fail(`"${entry}" does not begin with one of ${accessCommands.join(", ")} and \`=\`.`);
    if (list.has(command)) return fail(`${command} stands twice in the list.`);
    const ids = entry.slice(equals + 1).split("+");
    if (ids.some((id) => id === "" || /[=&*+\s]/.test(id) && id !== "*")) return fail(`"${entry}" has an id that is none: letters without = & * + and blanks, or a lone *.`);
    list.set(command, ids.includes("*") ? new Set(["*"]) : new Set(ids));
  }
  return ok(list);
}

/** Commands and ids in the order of the alphabet. */
export const writeAccessList = (list: AccessList): string =>
  accessCommands.filter((command) => (list.get(command)?.size ?? 0) > 0).map((command) => `${command}=${[...list.get(command)!].sort().join("+")}`).join("&");

/** @param id of the server that asks */
export const allows = (list: AccessList, command: AccessCommand, id: string): boolean => {
  const ids = list.get(command);
  return ids !== undefined && (ids.has("*") || ids.has(id));
};

/**
 * The list after a server's account was removed: its id is in no entry, and an entry without ids is dropped.
 * @param isRoot there the entry becomes `*` instead: somebody has to remain
 */
export function withoutServer(list: AccessList, id: string, isRoot = false): AccessList {
  const left = new Map<AccessCommand, ReadonlySet<string>>();
  for (const [command, ids] of list) {
    const others = new Set([...ids].filter((each) => each !== id));
    if (others.size > 0) left.set(command, others);
    else if (isRoot) left.set(command, new Set(["*"]));
  }
  return left;
}
