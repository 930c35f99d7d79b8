import { isAbsolute, resolve } from "node:path";
import { formatDiagnostics } from "../configuration/format-diagnostics.js";
import type { HostConfiguration } from "../configuration/host-configuration.js";
import { composeInMemory, type InMemoryHost } from "../host/compose-in-memory.js";
import { loadHostConfiguration } from "../host/load-host-configuration.js";
import type { AuditEntry } from "../host/logging/audit-log.js";
import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import type { PluginInformation } from "../sdk/host-information.js";
import { standInPlugin, withHttpModules } from "./http-modules.js";
import { inMemoryFiles } from "./in-memory-files.js";
import { ManualClock } from "./manual-clock.js";
import { MemoryDocuments } from "./memory-documents.js";
import { RecordingLogger } from "./recording-logger.js";
import { settled } from "./settled.js";
import { TestClient, type WireAnswer } from "./test-client.js";
import type { TestHostOptions } from "./test-host-options.js";
import { testPassword, testRequest, type SendOptions } from "./test-request.js";
import { testDirectory, writeWebConfig } from "./write-web-config.js";

/** One authorization decision as the audit log has it. */
export type AuditLine = Pick<AuditEntry, "user" | "operation" | "action" | "resourceUri" | "allowed" | "by">;

/** A configuration or a plug-in that a host would not start with. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    directory: string,
  ) {
    super(`The host does not start with this:\n${formatDiagnostics(diagnostics, directory)}`);
  }
}

/** A running host in memory: the real one, without sockets and with a clock that is turned by hand. */
export interface TestHost extends Omit<TestClient, never> {
  readonly clock: ManualClock;
  readonly logger: RecordingLogger;
  readonly documents: MemoryDocuments;
  /** Every authorization decision so far. */
  readonly audit: readonly AuditLine[];
  /** Warnings of the start; errors are thrown as StartRefused. */
  readonly diagnostics: readonly Diagnostic[];
  plugins(): readonly PluginInformation[];
  openEnumerations(): number;
  /** Lets everything run that can, turns the clock, and lets run what that set going. */
  advance(milliseconds: number): Promise<void>;
  /** Finishes what is running and shuts every plug-in down. Safe to call twice. */
  stop(reason?: ShutdownReason): Promise<void>;
  /** Stops it and starts another with the same options, clock, log and documents. */
  restart(): Promise<TestHost>;
}

/** Milliseconds of the manual clock that a stop gives to what is running. */
const drainLimit = 10_000;

/**
 * Starts a host in memory. Requests go through the pipeline, the SOAP processor, the routing and the plug-in host as they do in production;
 * stop it when the test is over.
 * @throws StartRefused with everything that is wrong
 */
export async function startTestHost(options: TestHostOptions): Promise<TestHost> {
  const { clock = new ManualClock(), logger = new RecordingLogger(), documents = new MemoryDocuments(), users = { tester: {} } } = options;
  const { configuration, modules, directory } = configurationOf(options);
  const audit: AuditLine[] = [];
  const host = await composeInMemory({
    configuration, logger,
    standIns: { clock, modules, storageFor: (name) => documents.of(name), ...(options.configurationEditing === undefined ? {} : { configuration: options.configurationEditing }) },
    accounts: Object.entries(users).map(([name, { administrator = false, environment = {} }]) => ({
      name, administrator, environment: new Map(Object.entries(environment).map(([key, value]) => [key.toUpperCase(), value])),
    })),
    password: testPassword,
    audit: ({ user, operation, action, resourceUri, allowed, by }) => void audit.push({ user, operation, action, resourceUri, allowed, by }),
    logAccess: () => undefined,
  });
  if (host.diagnostics.some(isError)) {
    await host.stop("service", 0);
    throw new StartRefused(host.diagnostics, directory);
  }
  const served = { host, configuration, firstUser: Object.keys(users)[0] ?? null };
  return makeTestHost(served, { ...options, clock, logger, documents }, { clock, logger, documents, audit });
}

function configurationOf(options: TestHostOptions): { readonly configuration: HostConfiguration; readonly modules: ReadonlyMap<string, unknown>; readonly directory: string } {
  if (options.configuration !== undefined) {
    if (!isAbsolute(options.configuration)) throw new TypeError(`configuration is not an absolute path: ${options.configuration}`);
    return { configuration: checked(loadHostConfiguration(options.configuration), options.configuration), modules: new Map(), directory: options.configuration };
  }
  const { text, modules } = writeWebConfig(options.httpModules === undefined ? options : { plugins: [standInPlugin], ...options });
  const loaded = loadHostConfiguration(resolve(testDirectory, "web.config"), inMemoryFiles(testDirectory, text));
  return { ...withHttpModules(checked(loaded, testDirectory), options.httpModules ?? [], modules), directory: testDirectory };
}

function checked({ configuration, diagnostics }: ReturnType<typeof loadHostConfiguration>, directory: string): HostConfiguration {
  const errors = diagnostics.filter(isError);
  if (configuration === undefined || errors.length > 0) throw new StartRefused(errors, directory);
  return configuration;
}

interface Served {
  readonly host: InMemoryHost;
  readonly configuration: HostConfiguration;
  readonly firstUser: string | null;
}

function makeTestHost({ host, configuration, firstUser }: Served, options: TestHostOptions, parts: Pick<TestHost, "clock" | "logger" | "documents" | "audit">): TestHost {
  const { clock } = parts;
  const application = configuration.sites.flatMap((site) => site.applications).find(({ wsman }) => wsman !== undefined);
  const send = async (message: string | Uint8Array, sendOptions: SendOptions = {}): Promise<WireAnswer> => {
    const response = await host.handle(testRequest(message, { ...sendOptions, user: sendOptions.user === undefined ? firstUser : sendOptions.user, path: sendOptions.path ?? application?.path ?? "/wsman" }));
    const headers = new Map(response.headers.map(([name, value]) => [name.toLowerCase(), value]));
    return { status: response.status, headers, text: textOf(response.body, headers.get("content-type")) };
  };
  const advance = async (milliseconds: number): Promise<void> => {
    await settled();
    clock.advance(milliseconds);
    await settled();
  };
  let stopping: Promise<void> | undefined;
  const stop = (reason: ShutdownReason = "service"): Promise<void> => (stopping ??= stopHost(host, reason, advance));
  const client = new TestClient(send, application?.wsman?.plugins[0]?.resources[0]?.resourceUri ?? "");
  return Object.assign(client, {
    ...parts,
    diagnostics: host.diagnostics,
    plugins: () => host.plugins(),
    openEnumerations: () => host.status().openEnumerations,
    advance,
    stop,
    restart: async () => {
      await stop();
      return startTestHost(options);
    },
  });
}

/** What waits for time to pass gets it: a plug-in that never ends is given up at the limit, not waited for. */
async function stopHost(host: InMemoryHost, reason: ShutdownReason, advance: (milliseconds: number) => Promise<void>): Promise<void> {
  let ended = false;
  const done = host.stop(reason, drainLimit).finally(() => (ended = true));
  for (let turn = 0; turn < 10 && !ended; turn++) await settled();
  while (!ended) await advance(drainLimit / 10);
  await done;
}

function textOf(body: string | Uint8Array | undefined, contentType = ""): string {
  if (body === undefined || typeof body === "string") return body ?? "";
  return new TextDecoder(/utf-16/iu.test(contentType) ? "utf-16le" : "utf-8").decode(body);
}
