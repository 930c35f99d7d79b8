import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openUsers } from "../host/manage-users.js";
import { isError } from "../base/is-error.js";
import { ConfigurationRefused, startHost } from "../host/start-host.js";
import type { LogFormat } from "../host/logging/log-format.js";
import type { LogLevel } from "../host/logging/log-level.js";
import { evaluateExpectations } from "./expectations/evaluate-expectations.js";
import type { ExpectationResult } from "./expectations/expectation-result.js";
import { MockFaults } from "./faults/mock-faults.js";
import { presets } from "./presets/presets.js";
import { scriptedModule, writeApplicationHost, writeMockWebConfig, type MockListener } from "./presets/write-configuration.js";
import type { MockScript } from "./script/mock-script.js";
import { Journal } from "./scripted/journal.js";
import { scriptedPlugin } from "./scripted/scripted-plugin.js";

export interface MockHostOptions extends MockListener {
  readonly script: MockScript;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  readonly log: NodeJS.WritableStream;
}

/** An endpoint that answers from a script. */
export interface MockHost {
  /** `http://127.0.0.1:49152/wsman` */
  readonly url: string;
  readonly address: string;
  readonly port: number;
  /** Passwords by name; the first is the one that is shown. */
  readonly users: ReadonlyMap<string, string>;
  readonly journal: Journal;
  /** What the script, and whoever started the mock, expects; as things stand now. */
  results(): readonly ExpectationResult[];
  /** Finishes what is running, then takes away everything that it had on the disk. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the real host on a configuration made for the script, in a directory of its own.
 * @throws plain sentences: a port in use, an account that cannot be called so
 */
export async function startMockHost({ script, address, port, ...options }: MockHostOptions): Promise<MockHost> {
  const directory = await mkdtemp(join(tmpdir(), "wsmanor-mock-"));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const users = usersOf(script);
    await writeFiles(directory, script, { address, port }, users);
    const journal = new Journal();
    const faults = new MockFaults(script.faults ?? []);
    const plugin = scriptedPlugin({ script, journal, port: faults });
    const host = await startHost({
      configPath: directory, stateDirectory: join(directory, "state"), port, ownsProcess: false, ...options,
      modules: new Map([[join(directory, "wsman", scriptedModule), plugin]]),
      answerFilter: (context, response) => faults.answer(context, response),
    });
    const url = host.urls.find((each) => each.endsWith("/wsman"))!;
    let stopping: Promise<void> | undefined;
    return {
      url, address, port: Number(new URL(url).port || 80), users, journal,
      results: () => evaluateExpectations(script.expect ?? [], journal),
      stop: () => (stopping ??= host.stop("service").then(remove)),
    };
  } catch (error) {
    await remove();
    if (error instanceof ConfigurationRefused) throw new Error(`the configuration that was made for the script is refused: ${error.diagnostics.filter(isError).map(({ message }) => message).join(" ")}`, { cause: error });
    throw error;
  }
}

/** One account with a password that nobody has seen, where the script names none. */
function usersOf({ users = {}, preset = "windows-2022" }: MockScript): ReadonlyMap<string, string> {
  const named = Object.entries(users);
  return new Map(named.length > 0 ? named : [[presets[preset].account, randomBytes(12).toString("base64url")]]);
}

async function writeFiles(directory: string, script: MockScript, listener: MockListener, users: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(join(directory, "wsman"));
  await writeFile(join(directory, "applicationHost.config"), writeApplicationHost(script, listener));
  await writeFile(join(directory, "wsman", "web.config"), writeMockWebConfig(script));
  const accounts = await openUsers(join(directory, "state"));
  for (const [name, password] of users) {
    const added = await accounts.add(name, password, { administrator: true });
    if (!added.ok) throw new Error(`users: ${added.error}`);
  }
}
