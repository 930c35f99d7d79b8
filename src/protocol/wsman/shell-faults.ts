import type { Fault } from "./fault.js";
import { codeOf, type FaultName } from "./faults.js";
import { quote } from "./quote.js";

/** Who speaks of shells as such, on Windows: clients that clean up look for nothing but the code, others show this. */
const shellProvider = { name: "Shell provider", path: "%systemroot%\\system32\\WsmSvc.dll" } as const;

/** A request for a shell that is not there. Clients that clean up take it for success. @param why it is not, where that is known */
export function unknownShell(shellId: string, why = "it was deleted, has timed out or never was"): Fault {
  const message = `There is no shell ${quote(shellId)}: ${why}; create a new one.`;
  return { ...unexpectedSelectors, provider: { ...shellProvider, message, code: codeOf(unexpectedSelectors.name, unexpectedSelectors.detail) } };
}

/** A request for a command that is not there, of a shell that is. */
export function unknownCommand(commandId: string): Fault {
  return { ...unexpectedSelectors, message: `There is no command ${quote(commandId)} in this shell: it was ended by a signal, or never was; run a new one.` };
}

const unexpectedSelectors = { name: "invalidSelectors", detail: "UnexpectedSelectors" } as const satisfies Fault;

interface ShellFaultRow {
  readonly name: FaultName;
  readonly code: number;
  /** What to do, where the text of the code does not say it all. */
  readonly message: string;
}

/** Faults of shells whose codes have no subcode of their own. Quotas are not here: their faults name the quota and who holds it. */
export const shellFaults = {
  /** Any action but Disconnect, Reconnect, Connect and Delete. */
  disconnected: { name: "internalError", code: 0x803381c4, message: "Send Reconnect or Connect to the shell first." },
  disconnectNotSupported: { name: "internalError", code: 0x803381c5, message: "The plug-in of this shell knows no Connect." },
  alreadyDisconnected: { name: "internalError", code: 0x803381cf, message: "Send Reconnect or Connect to it." },
  idleTimeoutOutOfBounds: { name: "internalError", code: 0x803381f2, message: "Send an rsp:IdleTimeOut of at most the shell's rsp:MaxIdleTimeOut, or leave it out." },
  commandIdInUse: { name: "alreadyExists", code: 0x803381d6, message: "Send another CommandId, or leave it out." },
  shellIdInUse: { name: "alreadyExists", code: 0x803381d7, message: "Send another ShellId, or leave it out." },
  remoteShellsNotAllowed: { name: "internalError", code: 0x803381ac, message: "The operator allows them with AllowRemoteShellAccess." },
  commandsNeedFilter: { name: "internalError", code: 0x803381c0, message: "Send a w:Filter of the dialect SelectorFilter with the selector ShellId." },
  commandsAsReferences: { name: "internalError", code: 0x803381c1, message: "Leave w:EnumerationMode out." },
  /** A Receive or Send that was under way when its shell or command ended. */
  aborted: { name: "internalError", code: 995, message: "Its shell or command was ended while it waited." },
} as const satisfies Readonly<Record<string, ShellFaultRow>>;
