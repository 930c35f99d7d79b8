import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { fail, ok, type Result } from "../../base/result.js";
import { fileTrouble } from "../../host/file-trouble.js";
import { logLevels } from "../../host/logging/log-level.js";
import { standardError } from "../../host/logging/standard-error.js";
import type { MockHost } from "../../mock/start-mock-host.js";
import { presetNames, type MockScript, type PresetName } from "../../mock/script/mock-script.js";
import { exitCodes, type Command } from "../command.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { quote, type UsageProblem } from "../grammar/usage-problem.js";
import { printDiagnostics } from "../printers/print-diagnostics.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { untilInputCloses } from "./until-input-closes.js";
import { listenToSignals } from "./listen-to-signals.js";
import { readLogLevel } from "./read-log-level.js";
import { readListenAddress } from "./read-listen-address.js";
import { readPort } from "./read-port.js";
import { refuseRest } from "./read-target.js";
import { recordingSwitches, runRecording } from "./run-recording.js";

/** WinRM's port for HTTP. */
const defaultPort = 5985;

/** Runs an endpoint that looks like a Windows server, answers from a script, and executes nothing. */
export const mock: Command = {
  name: "mock",
  usage: "[SCRIPT] [--preset NAME] [--port N] [--json] [--until-stdin-closes] [--expect TEXT …] [--junit FILE] | --record URL [--out FILE] [--redact REGEX …] [--redact-machine] [--insecure]",
  summary: "runs a test double that looks like Windows, answers from a script and executes nothing",
  switches: [
    { name: "preset", value: "NAME", choices: presetNames, help: "what it looks like, instead of the script's; else windows-2022" },
    { name: "port", value: "N", help: "5985 unless given; 0 picks a free one" },
    { name: "address", value: "ADDRESS", help: "IP address it listens on, * for all of this machine; 127.0.0.1 unless given" },
    { name: "username", short: "u", value: "NAME", help: "an account, instead of the script's" },
    { name: "password", short: "p", value: "PASSWORD", help: "its password" },
    { name: "until-stdin-closes", help: "ends when standard input does, so that it never outlives whoever started it" },
    { name: "expect", value: "TEXT", repeatable: true, help: '"ran 2x hostname", "ran /regex/", "queried SELECT …", "no shell leaked", "nothing unmatched"; besides the script\'s' },
    { name: "expect-file", value: "FILE", help: "a script whose expect counts as well" },
    { name: "junit", value: "FILE", help: "writes what was expected, and what happened, as JUnit's XML" },
    { name: "json", help: "the first line on standard output is a JSON event with URL, port and account, the last one with the results" },
    ...recordingSwitches,
    { name: "log-level", value: "LEVEL", choices: logLevels, help: "the least that is logged on standard error; else WSMANOR_LOG_LEVEL, else error; info has one line per request" },
  ],
  examples: ["mock", "mock answers.yaml --port 0 --json --until-stdin-closes", 'mock answers.yaml --expect "ran 2x hostname" --expect "no shell leaked" --junit results.xml', "mock --record http://server:5985/wsman --out server.yaml"],
  run: async (args, terminal) => {
    const checked = readSwitches(args, terminal);
    if (!checked.ok) return reportTrouble(checked.error, terminal, "mock");
    if (args.has("record")) return runRecording(args, checked.value, terminal);
    const stray = recordingSwitches.find(({ name }) => args.has(name));
    if (stray !== undefined) return reportTrouble({ message: `-${stray.name} goes with -record` }, terminal, "mock");
    // Before anything can be seen of us: whoever starts a mock may end it at once.
    const { ended } = listenToSignals();
    const inputClosed = args.has("until-stdin-closes") ? untilInputCloses() : undefined;
    const { address, port, level, users } = checked.value;
    const scriptPath = args.positionals[0]?.text;
    const file = args.get("expect-file");
    const [{ readMock }, { startMockHost }] = await Promise.all([import("../../mock/read-mock.js"), import("../../mock/start-mock-host.js")]);
    const script = await readMock({
      script: scriptPath === undefined ? undefined : resolve(scriptPath), preset: args.get("preset") as PresetName | undefined, users,
      expectFile: file === undefined ? undefined : resolve(file), expect: args.all("expect").map(({ value }) => value),
    });
    if (!script.ok) {
      terminal.complain(await printDiagnostics(script.error, terminal.asJson));
      return exitCodes.problems;
    }
    const junit = args.get("junit");
    try {
      // Found out now and not after the tests; and whoever kills a mock finds no result of an earlier run.
      if (junit !== undefined) await writeFile(resolve(junit), "");
    } catch (error) {
      return reportTrouble({ message: `--junit ${quote(junit!)} cannot be written: ${fileTrouble(error, "write")}` }, terminal, "mock");
    }
    try {
      const host = await startMockHost({
        script: script.value, address, port,
        logLevel: level, logFormat: terminal.asJson ? "json" : "text", log: standardError(),
      });
      announce(host, script.value, args, terminal);
      await Promise.race([ended, ...(inputClosed === undefined ? [] : [inputClosed])]);
      return await finish(host, scriptPath === undefined ? "mock" : basename(scriptPath), args, terminal);
    } catch (error) {
      return reportFailure((error as Error).message, terminal);
    }
  },
};

interface Switches {
  readonly address: string;
  readonly port: number;
  readonly level: (typeof logLevels)[number];
  readonly users: Readonly<Record<string, string>> | undefined;
}

function readSwitches(args: ParsedArguments, terminal: Terminal): Result<Switches, UsageProblem> {
  const address = readListenAddress(args);
  const port = address.ok ? readPort(args) : address;
  const level = port.ok ? readLogLevel(args, terminal, "error") : port;
  const rest = level.ok ? refuseRest(args.positionals.slice(1), "the script") : level;
  if (!address.ok || !port.ok || !level.ok || !rest.ok) return rest as { readonly ok: false; readonly error: UsageProblem };
  const [user, password] = [args.get("username"), args.get("password")];
  if ((user === undefined) !== (password === undefined)) return fail({ message: `-username and -password go together; -${user === undefined ? "username" : "password"} is missing` });
  return ok({ address: address.value, port: port.value ?? defaultPort, level: level.value, users: user === undefined ? undefined : { [user]: password! } });
}

function announce({ url, address, port, users }: MockHost, { preset = "windows-2022" }: MockScript, args: ParsedArguments, terminal: Terminal): void {
  const [username = "", password = ""] = [...users][0] ?? [];
  if (args.has("json")) {
    terminal.write(`${JSON.stringify({ event: "ready", url, address, port, username, password, users: Object.fromEntries(users), preset })}\n`);
    return;
  }
  const accounts = [...users].map(([name, secret]) => `${name} with the password ${secret}`);
  terminal.write(`A ${preset} that executes nothing is ready: ${url}\n${accounts.map((account) => `Account: ${account}\n`).join("")}`);
}

/** What was expected is compared while shells that nobody deleted are still open. */
async function finish(host: MockHost, suite: string, args: ParsedArguments, terminal: Terminal): Promise<number> {
  const results = host.results();
  const passed = results.every((result) => result.passed);
  await host.stop();
  const [{ describeResults }, { writeJunit }] = await Promise.all([import("../../mock/expectations/describe-results.js"), import("../../mock/expectations/write-junit.js")]);
  const junit = args.get("junit");
  if (args.has("json")) terminal.write(`${JSON.stringify({ event: "result", passed, expectations: results, commands: host.journal.commands().map(({ line, script, exitCode }) => ({ line, script, exitCode })) })}\n`);
  else terminal.write(describeResults(results));
  if (junit !== undefined) await writeFile(resolve(junit), writeJunit(suite, results));
  return passed ? exitCodes.done : exitCodes.failed;
}
