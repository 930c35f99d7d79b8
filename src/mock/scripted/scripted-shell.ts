import type { Clock } from "../../base/clock.js";
import type { Logger } from "../../base/logger.js";
import type { OperationFailure } from "../../sdk/failure.js";
import type { OpenShellRequest, RunCommandRequest, Shell, ShellEnd } from "../../sdk/shell.js";
import type { FaultPort } from "../faults/fault-port.js";
import { detailsOf, soapFaultOf } from "../faults/soap-fault.js";
import type { MockCall } from "../script/mock-call.js";
import type { ScriptedFault } from "../script/scripted-fault.js";
import { encodedCommand } from "./encoded-command.js";
import type { Journal } from "./journal.js";
import type { ScriptAnswers } from "./script-answers.js";
import { ScriptedCommand } from "./scripted-command.js";

export interface ScriptedShellParts {
  readonly answers: ScriptAnswers;
  readonly journal: Journal;
  readonly port: FaultPort;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A shell whose commands are those of the script. It has no process. */
export class ScriptedShell implements Shell {
  readonly #opened: OpenShellRequest;
  readonly #parts: ScriptedShellParts;
  /** A command that is over still has answers to come. */
  readonly #commands: string[] = [];

  constructor(opened: OpenShellRequest, parts: ScriptedShellParts) {
    this.#opened = opened;
    this.#parts = parts;
    parts.journal.openShell(opened.shellId, opened.sender.senderName);
  }

  async runCommand(request: RunCommandRequest): Promise<ScriptedCommand | OperationFailure> {
    const { answers, journal, port, clock, logger } = this.#parts;
    const { commandId, output } = request;
    const call = this.#callOf(request);
    const refusal = port.refuse("command", { line: call.line, resourceUri: request.resourceUri });
    if (refusal !== undefined) return refusal;
    const found = answers.command(call);
    const record = journal.addCommand(call, found.isMatched);
    const reply = await found.take();
    const own = reply.fault === undefined ? [] : [reply.fault];
    const refusing = own.find((fault) => placeOf(fault) === "command");
    const said = refusing === undefined ? undefined : soapFaultOf(refusing);
    if (said !== undefined) return port.refusal(said);
    port.begin(commandId, call.line);
    this.#commands.push(commandId);
    if (refusing !== undefined) port.arm(commandId, "command", refusing);
    const faults = [...own.filter((fault) => fault !== refusing), ...port.receiveFaults(call.line)];
    return new ScriptedCommand({ commandId, line: call.line, reply, faults, output, streams: this.#streams(), record, port, clock, logger });
  }

  close(reason: ShellEnd): void {
    for (const id of this.#commands) this.#parts.port.end(id);
    this.#parts.journal.closeShell(this.#opened.shellId, reason);
  }

  #callOf({ commandId, command, arguments: args, sender }: RunCommandRequest): Extract<MockCall, { kind: "command" }> {
    const line = [command, ...args].join(" ").trim();
    return {
      kind: "command", line, script: encodedCommand(line), shellId: this.#opened.shellId, commandId,
      environment: Object.fromEntries(this.#opened.environment), workingDirectory: this.#opened.workingDirectory, user: sender.senderName,
    };
  }

  #streams(): { readonly stdout: string | undefined; readonly stderr: string | undefined } {
    const named = (name: string): string | undefined => this.#opened.outputStreams.find((stream) => stream.toLowerCase() === name);
    return { stdout: named("stdout"), stderr: named("stderr") };
  }
}

/** SOAP faults refuse the command, where nothing else is said; what is done to answers, and TimedOut, needs output. */
function placeOf(fault: ScriptedFault): "command" | "receive" {
  const { at, preset } = detailsOf(fault);
  return at ?? (soapFaultOf(fault) === undefined || preset === "timed-out" ? "receive" : "command");
}
