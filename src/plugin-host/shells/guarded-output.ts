import type { CommandOutput, ShellOutput } from "../../sdk/shell.js";
import type { TroubleReporter } from "../report-trouble.js";
import { takeFailure } from "../take-failure.js";
import { WrongAnswer } from "../take-xml.js";
import type { CommandSink, StreamSink } from "./shell-types.js";

const encoder = new TextEncoder();
/** Octets that nobody else has. */
const unshared = new WeakSet<Uint8Array>();

/** Says that nobody else has these octets, or will: they need no copy. */
export function markUnshared(data: Uint8Array): Uint8Array {
  if (data.buffer instanceof ArrayBuffer) unshared.add(data);
  return data;
}

const mostExitCode = 0xffff_ffff;

/** The output that a plug-in's shell is given: nothing it does with it hurts, and what it does wrong is told. */
export const guardOutput = (sink: StreamSink, report: TroubleReporter): ShellOutput => ({
  write: (stream, data) => write(sink, report, stream, data),
  end: (stream: unknown) => {
    if (typeof stream === "string") sink.end(stream);
  },
});

/** The same for a command. */
export const guardCommandOutput = (sink: CommandSink, report: TroubleReporter): CommandOutput => ({
  ...guardOutput(sink, report),
  done: (result) => sink.done(takeResult(result, report)),
});

function write(sink: StreamSink, report: TroubleReporter, stream: unknown, data: unknown): Promise<boolean> {
  if (typeof stream === "string" && typeof data === "string") return sink.write(stream, encoder.encode(data));
  // A copy: the plug-in may use its buffer again before a client has received this.
  try {
    if (typeof stream === "string" && data instanceof Uint8Array) return sink.write(stream, unshared.has(data) ? data : new Uint8Array(data));
  } catch {
    // A buffer that was given away meanwhile.
  }
  report.late("the output of a command", new WrongAnswer("gave output that is neither octets nor text"));
  return Promise.resolve(true);
}

function takeResult(result: unknown, report: TroubleReporter): Parameters<CommandSink["done"]>[0] {
  if (typeof result === "number" && Number.isInteger(result) && result >= 0 && result <= mostExitCode) return result;
  try {
    const refusal = takeFailure(result);
    if (refusal !== undefined) return refusal;
  } catch {
    // Told below.
  }
  const trouble = report.failed("the end of a command", new WrongAnswer("gave an exit code that is no unsigned number of 32 bits"));
  const id = trouble.kind === "failed" ? trouble.errorId : "";
  return { kind: "internal", detail: undefined, code: undefined, message: `The command ended without an exit code. The host's log has the reason under the id ${id}.`, extended: undefined };
}
