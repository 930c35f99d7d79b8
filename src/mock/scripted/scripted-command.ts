import type { Clock } from "../../base/clock.js";
import type { Logger } from "../../base/logger.js";
import { failure, type OperationFailure } from "../../sdk/failure.js";
import type { CommandOutput, ShellCommand, ShellSignal, StreamInput } from "../../sdk/shell.js";
import type { FaultPort } from "../faults/fault-port.js";
import { detailsOf, soapFaultOf } from "../faults/soap-fault.js";
import type { CommandReply, OutputStep, StreamData } from "../script/mock-script.js";
import { readDuration } from "../script/read-duration.js";
import type { ScriptedFault } from "../script/scripted-fault.js";
import type { CommandRecord } from "./journal.js";

/** What Windows ends a console program with that ctrl+c was sent to (STATUS_CONTROL_C_EXIT). */
const interrupted = 0xc000_013a;

export interface ScriptedCommandParts {
  readonly commandId: string;
  readonly line: string;
  readonly reply: CommandReply;
  /** On its answers to Receive. */
  readonly faults: readonly ScriptedFault[];
  readonly output: CommandOutput;
  /** Names of the streams as the client spelled them; `undefined` for one that it did not ask for. */
  readonly streams: { readonly stdout: string | undefined; readonly stderr: string | undefined };
  readonly record: CommandRecord;
  readonly port: FaultPort;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A command that does nothing but say what the script says. */
export class ScriptedCommand implements ShellCommand {
  readonly #parts: ScriptedCommandParts;
  readonly #inputOver: Promise<void>;
  #endInput: () => void = () => undefined;
  /** Ends what is being waited for. */
  #stopWaiting: () => void = () => undefined;
  #isOver = false;

  constructor(parts: ScriptedCommandParts) {
    this.#parts = parts;
    this.#inputOver = new Promise((resolve) => (this.#endInput = resolve));
    this.#run().catch((error: unknown) => {
      parts.logger.error("a scripted command went wrong", { command: parts.commandId, error: String(error) });
      parts.output.done(failure("internal", { message: `the script's reply went wrong: ${String(error)}` }));
    });
  }

  send({ data, isLast }: StreamInput): OperationFailure | undefined {
    const refusal = this.#parts.port.refuse("send", { line: this.#parts.line });
    if (refusal !== undefined) return refusal;
    this.#parts.record.addInput(data);
    if (isLast) this.#endInput();
    return undefined;
  }

  signal({ kind }: ShellSignal): OperationFailure | undefined {
    const refusal = this.#parts.port.refuse("signal", { line: this.#parts.line });
    if (refusal !== undefined || kind === "terminate") return refusal;
    this.#end(interrupted);
    return undefined;
  }

  close(): void {
    this.#isOver = true;
    this.#endInput();
    this.#stopWaiting();
  }

  async #run(): Promise<void> {
    const { reply, faults, port } = this.#parts;
    if (reply.awaitStdin === true) await this.#inputOver;
    await this.#wait(reply.delay);
    for (const fault of faults) {
      if (this.#isOver) return;
      const said = soapFaultOf(fault);
      if (said === undefined) port.arm(this.#parts.commandId, "receive", fault);
      else if (detailsOf(fault).preset === "timed-out") await this.#timeOut(detailsOf(fault).times ?? 1);
      else return this.#end(port.refusal(said));
    }
    for (const step of stepsOf(reply)) {
      await this.#wait(step.delay);
      if (this.#isOver || !(await this.#write(step))) return;
    }
    this.#end(reply.exitCode ?? 0);
  }

  async #timeOut(times: number): Promise<void> {
    const { port, output, streams } = this.#parts;
    const stream = streams.stdout ?? streams.stderr;
    if (stream === undefined) return;
    for (let time = 0; time < times && !this.#isOver; time++) await port.timeOut((octets) => output.write(stream, octets));
  }

  async #write({ stdout, stderr }: OutputStep): Promise<boolean> {
    const { streams, output } = this.#parts;
    const write = async (stream: string | undefined, data: StreamData | undefined): Promise<boolean> =>
      stream === undefined || data === undefined || output.write(stream, typeof data === "string" ? data : Buffer.from(data.base64, "base64"));
    return (await write(streams.stdout, stdout)) && write(streams.stderr, stderr);
  }

  #end(result: number | OperationFailure): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (typeof result === "number") this.#parts.record.exitCode = result;
    this.#parts.output.done(result);
    this.#stopWaiting();
  }

  async #wait(duration: string | number | undefined): Promise<void> {
    const milliseconds = duration === undefined ? 0 : readDuration(duration)!;
    if (milliseconds === 0 || this.#isOver) return;
    await new Promise<void>((resolve) => {
      const cancel = this.#parts.clock.after(milliseconds, resolve);
      this.#stopWaiting = () => {
        cancel();
        resolve();
      };
    });
  }
}

function stepsOf({ output, stdout, stderr }: CommandReply): readonly OutputStep[] {
  if (output !== undefined) return output;
  return [...(stdout === undefined ? [] : [{ stdout }]), ...(stderr === undefined ? [] : [{ stderr }])];
}
