import { cutText } from "../../../base/cut-text.js";
import type { OpenShell, OwnEnd } from "./open-shell.js";
import type { ShellTable } from "./shell-table.js";

/** Shells of an application as its status page shows them. Times are whole seconds. */
export interface ShellsStatus {
  /** Places in use: shells that are open, being opened, or whose plug-in has not let go. */
  readonly openShells: number;
  /** Since the application began: shells opened, and ended by reason. What was opened and has not ended is in the list. */
  readonly shellsOpened: number;
  readonly shellsEnded: Readonly<Record<OwnEnd, number>>;
  readonly shells: readonly ShellStatus[];
}

interface ShellStatus {
  readonly shellId: string;
  readonly owner: string;
  readonly clientIP: string;
  readonly resourceUri: string;
  readonly plugin: string;
  /** `deleted`, `expired`, `stopped`: it has ended, and its plug-in has not let go. */
  readonly state: string;
  readonly seconds: number;
  readonly idleSeconds: number;
  /** Whoever holds it at the moment: requests that use it, Receives that wait included. */
  readonly requests: number;
  readonly commands: readonly CommandStatus[];
}

interface CommandStatus {
  readonly commandId: string;
  readonly commandLine: string;
  readonly state: string;
  readonly seconds: number;
  /** Octets that no client has received. */
  readonly unread: number;
}

/** A command line may be as long as a message. */
const longestLine = 200;

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** Who has which shells, and what runs in them. @param now monotonic */
export function shellsStatus(table: ShellTable, now: number): ShellsStatus {
  return { openShells: table.size, shellsOpened: table.opened, shellsEnded: table.ended.counts, shells: table.held().map((shell) => statusOf(shell, now)) };
}

function statusOf(shell: OpenShell, now: number): ShellStatus {
  const { facts } = shell;
  return {
    shellId: facts.id, owner: facts.ownerName, clientIP: facts.clientAddress, resourceUri: facts.resourceUri, plugin: shell.plugin.name,
    state: shell.state, seconds: seconds(shell.runTime), idleSeconds: seconds(shell.inactivity), requests: shell.requests,
    commands: shell.commands.map(({ id, state, output, facts: { line, began } }) => ({
      commandId: id, commandLine: cutText(line, longestLine), state, seconds: seconds(now - began), unread: output.unread,
    })),
  };
}
