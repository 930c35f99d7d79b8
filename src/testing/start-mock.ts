import { resolve } from "node:path";
import { formatDiagnostics } from "../configuration/format-diagnostics.js";
import type { Diagnostic } from "../base/diagnostic.js";
import type { LogLevel } from "../host/logging/log-level.js";
import { describeResults } from "../mock/expectations/describe-results.js";
import { evaluateExpectations } from "../mock/expectations/evaluate-expectations.js";
import type { ExpectationResult } from "../mock/expectations/expectation-result.js";
import { parseExpectation } from "../mock/expectations/parse-expectation.js";
import { loadScript } from "../mock/script/load-script.js";
import type { Expectation, MockScript } from "../mock/script/mock-script.js";
import { checkScript } from "../mock/script/read-script.js";
import type { JournalCommand, JournalQuery, JournalResource, JournalShell } from "../mock/scripted/journal.js";
import { startMockHost } from "../mock/start-mock-host.js";

/** Where a mock listens, and what it logs. */
export interface MockOptions {
  /** A free one by default. */
  readonly port?: number;
  /** IP address; 127.0.0.1 by default. */
  readonly address?: string;
  /** On standard error; `error` by default. */
  readonly logLevel?: LogLevel;
}

/** A script that no mock starts with. */
export class MockRefused extends Error {
  override readonly name = "MockRefused";
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(`The mock does not start with this:\n${formatDiagnostics(diagnostics, process.cwd())}`);
  }
}

/** Something that was expected has not happened. Test runners show the message. */
export class ExpectationFailed extends Error {
  override readonly name = "ExpectationFailed";
  constructor(readonly results: readonly ExpectationResult[]) {
    super(`Not everything that was expected of the mock's client has happened:\n${describeResults(results)}`);
  }
}

/** A running endpoint that looks like a Windows server, answers from a script, and executes nothing. */
export interface RunningMock {
  /** `http://127.0.0.1:49152/wsman` */
  readonly url: string;
  readonly address: string;
  readonly port: number;
  /** The first account. */
  readonly username: string;
  readonly password: string;
  /** Everything that clients have run, in order. */
  commands(): readonly JournalCommand[];
  queries(): readonly JournalQuery[];
  /** Operations on resources other than queries. */
  resources(): readonly JournalResource[];
  shells(): readonly JournalShell[];
  /** What the script expects, as things stand now. */
  expectations(): readonly ExpectationResult[];
  /**
   * Checks what the script expects, and what is given here: `"ran 2x hostname"`, `{ ran: /^hostname$/, times: 2 }`, `"no shell leaked"`.
   * @throws ExpectationFailed with a sentence for each that failed
   */
  verify(...more: readonly (Expectation | string)[]): void;
  /** Ends it. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts a mock on a free port of this machine and answers when requests are accepted.
 * @param script as `defineMock` takes it, or the path of a YAML, TypeScript or JavaScript file
 * @throws MockRefused with everything that is wrong with the script; other errors are plain sentences
 */
export async function startMock(script: MockScript | string = {}, { port = 0, address = "127.0.0.1", logLevel = "error" }: MockOptions = {}): Promise<RunningMock> {
  const reading = typeof script === "string" ? await loadScript(resolve(script)) : checkScript(script, "startMock");
  if (reading.script === undefined) throw new MockRefused(reading.diagnostics);
  const host = await startMockHost({ script: reading.script, address, port, logLevel, logFormat: "text", log: process.stderr });
  const { journal } = host;
  const [username = "", password = ""] = [...host.users][0] ?? [];
  return {
    url: host.url, address, port: host.port, username, password,
    commands: () => journal.commands(),
    queries: () => journal.queries(),
    resources: () => journal.resources(),
    shells: () => journal.shells(),
    expectations: () => host.results(),
    verify: (...more) => {
      const results = [...host.results(), ...evaluateExpectations(more.map(toExpectation), journal)];
      if (results.some(({ passed }) => !passed)) throw new ExpectationFailed(results);
    },
    stop: () => host.stop(),
  };
}

function toExpectation(given: Expectation | string): Expectation {
  if (typeof given !== "string") {
    const { diagnostics } = checkScript({ expect: [given] }, "verify");
    if (diagnostics.length > 0) throw new MockRefused(diagnostics);
    return given;
  }
  const parsed = parseExpectation(given);
  if (!parsed.ok) throw new TypeError(`${parsed.error}.`);
  return parsed.value;
}
