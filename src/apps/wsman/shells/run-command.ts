import { readCommandLine, type CommandLine } from "../../../protocol/wsman/read-command-line.js";
import { shellFaults } from "../../../protocol/wsman/shell-faults.js";
import { writeCommandResponse } from "../../../protocol/wsman/write-command.js";
import type { CommandPort } from "../../../routing/shell-port.js";
import { buildOperationRequest, FixedLimits } from "../build-operation-request.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer } from "../operations/finish-answer.js";
import type { Operate } from "../operations/single-operations.js";
import type { PluginAnswer } from "../../../routing/plugin-port.js";
import { RunningCommand } from "./running-command.js";
import { undoFault } from "./undo-fault.js";
import { untilEnd } from "./while-open.js";
import { fullShellFault } from "./shell-quota-fault.js";

/** Begins a command (MS-WSMV, wxf Command). The request's place in the user's quota is the command's until it is over. */
export const runCommand: Operate = (exchange) => {
  const shell = exchange.shell!;
  const read = readCommandLine(exchange.request);
  if (!read.ok) return { fault: read.error };
  const limit = exchange.state.shells.settings.maxCommandsPerShell;
  if (shell.active.length >= limit) return { fault: fullShellFault(exchange, limit, shell) };
  const id = read.value.commandId ?? exchange.state.parts.newId();
  if (shell.find(id) !== undefined) return { fault: shellFaults.commandIdInUse };
  return begin(exchange, read.value, id);
};

/** By itself: made where the request is, it would keep the request for as long as the command runs. */
const leaving = (leave: (() => void) | undefined) => (): void => leave?.();

function begin(exchange: Exchange, line: CommandLine, id: string): Reply | Promise<Reply> {
  const shell = exchange.shell!;
  const { leaveQuota } = exchange;
  exchange.leaveQuota = undefined;
  // Arguments without a command are no words of a line: PowerShell's are what its client serialised.
  const words = line.command === "" ? [] : [line.command, ...line.arguments];
  const facts = { id, line: words.join(" "), outputStreams: shell.facts.outputStreams, began: exchange.state.parts.clock.now() };
  const command = new RunningCommand(facts, leaving(leaveQuota));
  shell.add(command);
  const request = { ...buildOperationRequest(exchange, new FixedLimits(exchange), {}), commandId: id, command: line.command, arguments: line.arguments, output: command };
  const finish = (answer: PluginAnswer<CommandPort>): Reply | Promise<Reply> => {
    command.answered(answer.kind === "answered" ? answer.value : undefined);
    if (!command.isActive && command.state !== "done") return { fault: shellFaults.aborted };
    return finishAnswer(exchange, answer, () => fitEnvelope(exchange, writeCommandResponse(exchange.responseHead(), id)));
  };
  const run = (): Reply | Promise<Reply> => {
    // A command that is ended while the plug-in begins it is not waited for.
    const answer = shell.port.runCommand(request, untilEnd(callContext(exchange), command.ending));
    return answer instanceof Promise ? answer.then(finish) : finish(answer);
  };
  return undoFault(run, () => {
    command.answered(undefined);
    shell.drop(command);
  });
}
