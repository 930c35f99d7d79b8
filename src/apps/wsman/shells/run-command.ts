import { readCommandLine, type CommandLine } from "../../../protocol/wsman/read-command-line.js";
import { shellFaults } from "../../../protocol/wsman/shell-faults.js";
import { writeCommandResponse } from "../../../protocol/wsman/write-command.js";
import { buildOperationRequest, FixedLimits } from "../build-operation-request.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer } from "../operations/finish-answer.js";
import type { Operate } from "../operations/single-operations.js";
import { RunningCommand } from "./running-command.js";
import { undoFault } from "./undo-fault.js";
import { fullShellFault } from "./shell-quota-fault.js";

/** Begins a command (MS-WSMV, wxf Command). The request's place in the user's quota is the command's until it is over. */
export const runCommand: Operate = (exchange) => {
  const shell = exchange.shell!;
  const read = readCommandLine(exchange.request);
  if (!read.ok) return { fault: read.error };
  const limit = exchange.state.shells.settings.maxCommandsPerShell;
  const running = shell.commandsIn("running");
  if (running.length >= limit) return { fault: fullShellFault(limit, running.map(({ line }) => line)) };
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
  const command = new RunningCommand(id, words.join(" "), shell.facts.outputStreams, leaving(leaveQuota));
  shell.add(command);
  const request = { ...buildOperationRequest(exchange, new FixedLimits(exchange), {}), commandId: id, command: line.command, arguments: line.arguments, output: command };
  const run = (): Reply | Promise<Reply> =>
    finishAnswer(exchange, shell.port.runCommand(request, callContext(exchange)), (port) => {
      command.started(port);
      if (command.state !== "running" && command.state !== "done") return { fault: shellFaults.aborted };
      return fitEnvelope(exchange, writeCommandResponse(exchange.responseHead(), id));
    });
  return undoFault(run, () => {
    shell.forget(command);
    void command.close("deleted");
  });
}
