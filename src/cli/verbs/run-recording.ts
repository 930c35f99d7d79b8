import { resolve } from "node:path";
import { fail, ok, type Result } from "../../base/result.js";
import type { LogLevel } from "../../host/logging/log-level.js";
import { standardError } from "../../host/logging/standard-error.js";
import type { RecordingOptions } from "../../mock/record/start-recording.js";
import { exitCodes } from "../command.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import type { SwitchDefinition } from "../grammar/switch-definition.js";
import { quote, type UsageProblem } from "../grammar/usage-problem.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { listenToSignals } from "./listen-to-signals.js";
import { untilInputCloses } from "./until-input-closes.js";

/** Switches of `mock` that say how it records. */
export const recordingSwitches: readonly SwitchDefinition[] = [
  { name: "record", value: "URL", help: "forwards everything to this host and writes down what it answers; the client needs Basic authentication" },
  { name: "out", value: "FILE", help: "of --record: the script that is written; recorded.yaml unless given" },
  { name: "redact", value: "REGEX", repeatable: true, help: "of --record: taken out of the script wherever it stands, besides passwords" },
  { name: "redact-machine", help: "of --record: takes names of machines out of the script" },
  { name: "insecure", help: "of --record: takes the host's certificate whoever signed it" },
];

/** What is a mock's own: a recording answers what another host does. */
const others = ["preset", "username", "password", "expect", "expect-file", "junit"] as const;

/** Runs a recording until it is ended. @returns the exit code */
export async function runRecording(args: ParsedArguments, { address: listen, port, level }: { readonly address: string; readonly port: number; readonly level: LogLevel }, terminal: Terminal): Promise<number> {
  const read = readRecording(args);
  if (!read.ok) return reportTrouble(read.error, terminal, "mock");
  const { ended } = listenToSignals();
  const inputClosed = args.has("until-stdin-closes") ? [untilInputCloses()] : [];
  const { startRecording } = await import("../../mock/record/start-recording.js");
  try {
    const recording = await startRecording({
      ...read.value, address: listen, port,
      tell: (sentence) => terminal.complain(`${sentence}\n`),
      logLevel: level, logFormat: terminal.asJson ? "json" : "text", log: standardError(),
    });
    const { url, address } = recording;
    if (terminal.asJson) terminal.write(`${JSON.stringify({ event: "ready", url, address, port: recording.port, record: read.value.upstream.href, out: read.value.out })}\n`);
    else terminal.write(`Recording ${read.value.upstream.href} into ${read.value.out}; give your client ${url}\n`);
    await Promise.race([ended, ...inputClosed]);
    const summary = await recording.stop();
    if (terminal.asJson) terminal.write(`${JSON.stringify({ event: "result", out: read.value.out, summary })}\n`);
    else terminal.write(summary.map((line) => `${line}\n`).join(""));
    return exitCodes.done;
  } catch (error) {
    return reportFailure((error as Error).message, terminal);
  }
}

function readRecording(args: ParsedArguments): Result<Pick<RecordingOptions, "upstream" | "insecure" | "out" | "redact" | "redactMachines">, UsageProblem> {
  const other = others.find((name) => args.has(name));
  if (other !== undefined) return fail({ message: `-${other} is for a mock that answers; with --record another host does` });
  if (args.positionals[0] !== undefined) return fail({ message: `${quote(args.positionals[0].text)}: with --record there is no script to answer from; name the one that is written with --out` });
  const written = args.get("record")!;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol)) return fail({ message: `--record takes the URL of a host, as in http://server:5985/wsman; ${quote(written)} is none` });
  if (url.username !== "" || url.password !== "") return fail({ message: "--record takes no user and no password: the client sends them" });
  const redact: RegExp[] = [];
  for (const { value } of args.all("redact")) {
    try {
      redact.push(new RegExp(value, "gu"));
    } catch (error) {
      return fail({ message: `--redact ${quote(value)}: ${(error as Error).message}` });
    }
  }
  return ok({ upstream: url, insecure: args.has("insecure"), out: resolve(args.get("out") ?? "recorded.yaml"), redact, redactMachines: args.has("redact-machine") });
}
