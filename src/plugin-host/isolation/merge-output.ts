import type { FromShells, ToHost, ToPlugin } from "./messages.js";
import { joinOctets } from "./join-octets.js";
import { outputWindow } from "./output-window.js";

type Output = Extract<FromShells, { type: "output" }>;

/** Puts together what was written piece by piece into the same stream: a message costs as much as kilobytes in it. In order, everything else as it is. */
export function mergeOutput<M extends ToPlugin | ToHost>(messages: readonly M[]): readonly M[] {
  if (messages.length < 2 || !messages.some(({ type }) => type === "output")) return messages;
  const merged: M[] = [];
  for (let at = 0; at < messages.length; ) {
    const run = runAt(messages, at);
    merged.push(run.length > 1 ? (join(run) as M) : messages[at]!);
    at += Math.max(1, run.length);
  }
  return merged;
}

/** Outputs from there on that go to the same stream and fit into one message. */
function runAt(messages: readonly (ToPlugin | ToHost)[], start: number): readonly Output[] {
  const run: Output[] = [];
  let octets = 0;
  for (let at = start; at < messages.length; at++) {
    const next = messages[at]!;
    if (next.type !== "output" || next.whole !== undefined || octets + next.data.length > outputWindow.longestPiece) break;
    if (run.length > 0 && (next.output !== run[0]!.output || next.stream !== run[0]!.stream)) break;
    octets += next.data.length;
    run.push(next);
  }
  return run;
}

function join(run: readonly Output[]): Output {
  return { ...run[0]!, data: joinOctets(run.map(({ data }) => data)), pieces: run.reduce((sum, { pieces }) => sum + pieces, 0) };
}
