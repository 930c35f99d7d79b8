import { counted } from "../../../base/counted.js";
import { cutText } from "../../../base/cut-text.js";
import type { Exchange } from "../exchange.js";
import type { OpenShell } from "./open-shell.js";
import type { ShellTable } from "./shell-table.js";

/** Of whatever is named in a fault: so many, each of so many characters. */
const mostNamed = 5;
const longestNamed = 120;
const longestLine = 40;

/** Bounded text: some, and how many more. */
export function shorten(texts: readonly string[]): string {
  const named = texts.slice(0, mostNamed).map((text) => cutText(text, longestNamed));
  return named.join("; ") + (texts.length > mostNamed ? `; and ${texts.length - mostNamed} more` : "");
}

/** @param milliseconds a time that has passed @returns `3 h`, in the largest unit of which there is one whole */
export function age(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
}

/** The commands of a shell that run or begin. @param now monotonic */
export const commandsIn = (shell: OpenShell, now: number): readonly { readonly id: string; readonly line: string; readonly time: number }[] =>
  shell.active.map(({ id, facts }) => ({ id, line: cutText(facts.line, longestLine), time: now - facts.began }));

const own = ({ owner }: Exchange, table: ShellTable): readonly OpenShell[] => table.all().filter(({ facts }) => facts.owner === owner);

/** The shells of who asks. */
export const shellsOf = (exchange: Exchange, table: ShellTable): string =>
  shorten(own(exchange, table).map((shell) => `${shell.facts.id} for ${age(shell.runTime)}${shell.state === "disconnected" ? ", disconnected" : ""}, ${counted(shell.active.length, "command")}`)) || "they are being opened or closed";

/** The commands that who asks has in all shells. @returns empty when there are none */
export const commandsOf = (exchange: Exchange, table: ShellTable): string =>
  shorten(own(exchange, table).flatMap((shell) => commandsIn(shell, exchange.state.parts.clock.now()).map(({ id, line, time }) => `${id} "${line}" in shell ${shell.facts.id} for ${age(time)}`)));

/** Who has how many shells; only administrators are told names of others. */
export function holdersOf(exchange: Exchange, table: ShellTable): string {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { facts } of table.all()) {
    const known = counts.get(facts.owner) ?? { name: facts.ownerName, count: 0 };
    counts.set(facts.owner, { ...known, count: known.count + 1 });
  }
  if (counts.size === 0) return "they are being opened or closed";
  if ((exchange.lease?.sender ?? exchange.sender).isAdministrator) return shorten([...counts.values()].map(({ name, count }) => `${name} has ${count}`));
  const mine = counts.get(exchange.owner)?.count ?? 0;
  const total = [...counts.values()].reduce((sum, { count }) => sum + count, 0);
  return `you have ${mine}, ${counted(counts.size - (mine > 0 ? 1 : 0), "other user")} ${total - mine}`;
}
