import type { CommandOutput, OwnOutput, ShellOutput, WriteOptions } from "../../sdk/shell.js";
import type { TroubleReporter } from "../report-trouble.js";
import type { PluginRefusal } from "../plugin-answer.js";
import { takeFailure } from "../take-failure.js";
import { WrongAnswer } from "../take-xml.js";
import { asksForWhole } from "./asks-for-whole.js";
import type { CommandSink, OwnSink, ShellSink } from "./shell-types.js";

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
const guardOutput = (sink: ShellSink, report: TroubleReporter): ShellOutput => ({
  write: (stream, data, options) => write(sink, report, stream, data, options),
  end: (stream: unknown) => {
    if (typeof stream === "string") sink.end(stream);
  },
});

/** For a shell. */
export const guardOwnOutput = (sink: OwnSink, report: TroubleReporter): OwnOutput => ({
  ...guardOutput(sink, report),
  done: (given) => sink.done(takeRefusal(given) ?? wrongEnd("the end of a shell", "gave a reason that is no failure", "The shell ended without a reason.", report)),
});

/** For a command. */
export const guardCommandOutput = (sink: CommandSink, report: TroubleReporter): CommandOutput => ({
  ...guardOutput(sink, report),
  done: (result) => sink.done(takeResult(result, report)),
});

function write(sink: ShellSink, report: TroubleReporter, stream: unknown, data: unknown, options: WriteOptions | undefined): Promise<boolean> {
  const isWhole = asksForWhole(options);
  if (typeof stream === "string" && typeof data === "string") return sink.write(stream, encoder.encode(data), isWhole);
  // A copy: the plug-in may use its buffer again before a client has received this.
  try {
    if (typeof stream === "string" && data instanceof Uint8Array) return sink.write(stream, unshared.has(data) ? data : new Uint8Array(data), isWhole);
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
