import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Quota } from "../../../sdk/define-authorization-plugin.js";
import { authorizerName } from "../authorizer-name.js";
import type { Exchange } from "../exchange.js";
import type { FullShells, ShellTable } from "./shell-table.js";

/** Where an administrator changes a limit. */
const setting = (attribute: string): string => `It is ${attribute} of <shells> in system.webServer/wsmanor.`;

/** Names the limit, its value, who holds what it counts, and where it is changed. */
export function fullFault(exchange: Exchange, full: FullShells, table: ShellTable): Fault {
  const { maxShells, maxShellsPerUser, maxShellUsers } = table.settings;
  const user = exchange.sender.senderName;
  switch (full) {
    case "perUser":
      return { name: "quotaLimit", code: 0x803381a5, message: `The user ${user} has all ${maxShellsPerUser} shells that a user may have (maxShellsPerUser): ${ids(exchange, table)}. Delete some, or wait until they end. ${setting("maxShellsPerUser")}` };
    case "users":
      return { name: "quotaLimit", code: 0x803381ab, message: `Shells are open for ${maxShellUsers} users, as many as may have some at a time (maxUsers): ${holders(table)}. Try again when one of them has none. ${setting("maxUsers")}` };
    case "service":
      return { name: "quotaLimit", code: 0x803381a8, message: `All ${maxShells} shells of this application are in use (maxShells): ${holders(table)}. Try again later. ${setting("maxShells")}` };
  }
}

/** The authorization plug-in's own limit. */
export function quotaOfUserFault(exchange: Exchange, quota: Quota, table: ShellTable): Fault {
  return {
    name: "quotaLimit", code: 0x803381a5,
    message: `The user ${exchange.sender.senderName} has all ${quota.maxAllowedConcurrentShells} concurrent shells (maxAllowedConcurrentShells): ${ids(exchange, table)}. Delete some. It comes from the ${authorizerName(exchange.state)}.`,
  };
}

/** @param lines of the commands that run */
export function fullShellFault(limit: number, lines: readonly string[]): Fault {
  return {
    name: "quotaLimit", code: 0x803381e8,
    message: `The shell runs ${limit} commands, as many as a shell may (maxCommandsPerShell): ${shorten(lines)}. Wait for one, or end one with the signal terminate. ${setting("maxCommandsPerShell")}`,
  };
}

const mostNamed = 5;
const longestNamed = 60;

const shorten = (texts: readonly string[]): string => {
  const named = texts.slice(0, mostNamed).map((text) => (text.length > longestNamed ? `${text.slice(0, longestNamed)}…` : text));
  return named.join("; ") + (texts.length > mostNamed ? ` and ${texts.length - mostNamed} more` : "");
};

const ids = (exchange: Exchange, table: ShellTable): string => shorten(table.all().filter(({ facts }) => facts.owner === exchange.owner).map(({ facts }) => facts.id)) || "they are being opened";

function holders(table: ShellTable): string {
  const counts = new Map<string, number>();
  for (const { facts } of table.all()) counts.set(facts.ownerName, (counts.get(facts.ownerName) ?? 0) + 1);
  return shorten([...counts].map(([name, count]) => `${name} has ${count}`)) || "they are being opened";
}
