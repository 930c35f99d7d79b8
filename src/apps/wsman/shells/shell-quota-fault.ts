import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Quota } from "../../../sdk/define-authorization-plugin.js";
import { authorizerName } from "../authorizer-name.js";
import type { Exchange } from "../exchange.js";
import { placeSentence } from "../place-sentence.js";
import { age, commandsIn, holdersOf, shellsOf, shorten } from "./who-holds.js";
import type { OpenShell } from "./open-shell.js";
import type { FullShells, ShellTable } from "./shell-table.js";

/** Names the limit, its value, who holds what it counts, and where it is changed. */
export function fullFault(exchange: Exchange, full: FullShells, table: ShellTable): Fault {
  const { maxShells, maxShellsPerUser, maxShellUsers } = table.settings;
  const user = exchange.sender.senderName;
  switch (full) {
    case "perUser":
      return { name: "quotaLimit", code: 0x803381a5, message: `The user ${user} has all ${maxShellsPerUser} shells that a user may have (maxShellsPerUser): ${shellsOf(exchange, table)}. Delete some, or wait until they end. ${placeSentence(exchange, "maxShellsPerUser")}` };
    case "users":
      return { name: "quotaLimit", code: 0x803381ab, message: `Shells are open for ${maxShellUsers} users, as many as may have some at a time (maxUsers): ${holdersOf(exchange, table)}. Try again when one of them has none. ${placeSentence(exchange, "maxUsers")}` };
    case "service":
      return { name: "quotaLimit", code: 0x803381a8, message: `All ${maxShells} shells of this application are in use (maxShells): ${holdersOf(exchange, table)}. Try again later. ${placeSentence(exchange, "maxShells")}` };
  }
}

/** The authorization plug-in's own limit. */
export function quotaOfUserFault(exchange: Exchange, quota: Quota, table: ShellTable): Fault {
  return {
    name: "quotaLimit", code: 0x803381a5,
    message: `The user ${exchange.sender.senderName} has all ${quota.maxAllowedConcurrentShells} concurrent shells (maxAllowedConcurrentShells): ${shellsOf(exchange, table)}. Delete some. It comes from the ${authorizerName(exchange.state)}. ${placeSentence(exchange, "maxAllowedConcurrentShells")}`,
  };
}

/** A shell that runs as many commands as it may. */
export function fullShellFault(exchange: Exchange, limit: number, shell: OpenShell): Fault {
  const running = commandsIn(shell, exchange.state.parts.clock.now()).map(({ id, line, time }) => `${id} "${line}" for ${age(time)}`);
  return {
    name: "quotaLimit", code: 0x803381e8,
    message: `The shell runs ${limit} commands, as many as a shell may (maxCommandsPerShell): ${shorten(running)}. Wait for one, or end one with the signal terminate. ${placeSentence(exchange, "maxCommandsPerShell")}`,
  };
}
