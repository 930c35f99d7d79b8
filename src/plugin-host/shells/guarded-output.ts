import type { CommandOutput, OwnOutput, ShellOutput, WriteOptions } from "../../sdk/shell.js";
import type { TroubleReporter } from "../report-trouble.js";
import type { PluginRefusal } from "../plugin-answer.js";
import { takeFailure } from "../take-failure.js";
import { WrongAnswer } from "../take-xml.js";
import type { CommandSink, ShellSink, StreamSink } from "./shell-types.js";

const encoder = new TextEncoder();
/** Octets that nobody else has. */
const unshared = new WeakSet<Uint8Array>();

/** Says that nobody else has these octets, or will: they need no copy. */
export function markUnshared(data: Uint8Array): Uint8Array {
  if (data.buffer instanceof ArrayBuffer) unshared.add(data);
  return data;
}

const mostExitCode = 0xffff_ffff;

/** The output that a plug-in is given: nothing it does with it hurts, and what it does wrong is told. */
const guardOutput = (sink: StreamSink, report: TroubleReporter): ShellOutput => ({
  write: (stream, data, options) => write(sink, report, stream, data, options),
  end: (stream: unknown) => {
    if (typeof stream === "string") sink.end(stream);
  },
});

/** For a shell. */
export const guardOwnOutput = (sink: ShellSink, report: TroubleReporter): OwnOutput => ({
  ...guardOutput(sink, report),
  done: (given) => sink.fail(takeRefusal(given) ?? wrongEnd("the end of a shell", "gave a reason that is no failure", "The shell ended without a reason.", report)),
});

/** For a command. */
export const guardCommandOutput = (sink: CommandSink, report: TroubleReporter): CommandOutput => ({
  ...guardOutput(sink, report),
  done: (result) => sink.done(takeResult(result, report)),
});

/** Octets of a piece that may be kept whole, wherever the plug-in runs. */
const longestWhole = 128 * 1024;

const give = (sink: StreamSink, stream: string, data: Uint8Array, isWhole: boolean): Promise<boolean> => sink.write(stream, data, isWhole && data.length <= longestWhole);

function write(sink: StreamSink, report: TroubleReporter, stream: unknown, data: unknown, options: WriteOptions | undefined): Promise<boolean> {
  const isWhole = asksForWhole(options);
  if (typeof stream === "string" && typeof data === "string") return give(sink, stream, encoder.encode(data), isWhole);
  // A copy: the plug-in may use its buffer again before a client has received this.
  try {
    if (typeof stream === "string" && data instanceof Uint8Array) return give(sink, stream, unshared.has(data) ? data : new Uint8Array(data), isWhole);
  } catch {
    // A buffer that was given away meanwhile.
  }
  report.late("the output of a command", new WrongAnswer("gave output that is neither octets nor text"));
  return Promise.resolve(true);
}

function takeResult(result: unknown, report: TroubleReporter): Parameters<CommandSink["done"]>[0] {
  if (typeof result === "number" && Number.isInteger(result) && result >= 0 && result <= mostExitCode) return result;
  return takeRefusal(result) ?? wrongEnd("the end of a command", "gave an exit code that is no unsigned number of 32 bits", "The command ended without an exit code.", report);
}

/** Whoever gives a trap instead of options has asked for nothing. */
export function asksForWhole(options: WriteOptions | undefined): boolean {
  try {
    return options?.isWhole === true;
  } catch {
    return false;
  }
}

function takeRefusal(given: unknown): PluginRefusal | undefined {
  try {
    return takeFailure(given);
  } catch {
    return undefined;
  }
}

function wrongEnd(what: string, wrong: string, message: string, report: TroubleReporter): PluginRefusal {
  const trouble = report.failed(what, new WrongAnswer(wrong));
  const id = trouble.kind === "failed" ? trouble.errorId : "";
  return { kind: "internal", detail: undefined, code: undefined, message: `${message} The host's log has the reason under the id ${id}.`, extended: undefined };
}
