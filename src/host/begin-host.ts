import { randomBytes, timingSafeEqual } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import type { AnswerFilter } from "../base/answer-filter.js";
import type { Diagnostic } from "../base/diagnostic.js";
import type { Application } from "../base/request-context.js";
import type { Logger } from "../base/logger.js";
import type { HostConfiguration } from "../configuration/host-configuration.js";
import { sortDiagnostics } from "../configuration/sort-diagnostics.js";
import type { VerifyPassword } from "../pipeline/basic-scheme.js";
import type { NegotiateProvider } from "../base/negotiate-provider.js";
import type { FindAccount } from "../pipeline/account-identity.js";
import { findAccount } from "../pipeline/find-account.js";
import { Undo } from "../plugin-host/undo.js";
import { storedHashKind } from "../protocol/auth/stored-hash.js";
import type { UserRecord } from "../protocol/auth/users-text.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import { FailedAttempts } from "../store/failed-attempts.js";
import { loadArgon2 } from "../store/hash-password.js";
import { UsersFile } from "../store/users-file.js";
import { UserVerifier, verifierDefaults } from "../store/verify-users.js";
import { ConfigurationRefused } from "./configuration-refused.js";
import type { FirstRun } from "./first-run.js";
import type { ServableReading } from "./generation.js";
import { guardProcess, type ProcessGuard } from "./guard-process.js";
import { keepingAlive } from "./keep-alive.js";
import { AuditLog } from "./logging/audit-log.js";
import { createLogging, type Logging } from "./logging/create-logging.js";
import { logDiagnostic } from "./logging/log-diagnostic.js";
import type { LogFormat } from "./logging/log-format.js";
import type { LogLevel } from "./logging/log-level.js";
import { newId } from "./new-id.js";
import { builtInProviders } from "./built-in-providers.js";
import { nodeClock } from "./node-clock.js";
import type { FrontEndpoint } from "./plan-sockets.js";
import { pluginDocuments, type OpenDocuments } from "./plugin-documents.js";
import { readHost } from "./read-host.js";
import type { ReloadOutcome } from "./reload-outcome.js";
import { isShippedSchemas } from "./is-shipped-schemas.js";
import { StateDirectory, type LocalCredentials } from "./state-directory.js";

/** What every host needs, however its requests come. */
export interface BeginOptions {
  /** An applicationHost.config, a folder holding one, or a lone web.config. Absolute. */
  readonly configPath: string;
  /** Instead of the first binding's; 0: free ones for all; `null`: bindings are not for sockets. */
  readonly port: number | undefined | null;
  /** Where a proxy that started this process connects. */
  readonly endpoint?: FrontEndpoint | undefined;
  /** Called when a proxy that may ask for it wants the host to end. Absent: none may. */
  shutdownRequested?(): void;
  readonly stateDirectory: string;
  readonly logFormat: LogFormat;
  readonly logLevel: LogLevel;
  /** This process is the host's alone: failures that belong to no call are logged and end nothing, until it exits. */
  readonly ownsProcess: boolean;
  /** Where the log goes. */
  readonly log: NodeJS.WritableStream;
  /** Plug-ins that are there already, by the absolute path the configuration names; other paths lead to the disk. */
  readonly modules?: ReadonlyMap<string, unknown>;
  /** Stands between all applications and the sockets; absent: nothing does. */
  readonly answerFilter?: AnswerFilter;
  /** Serves in the place of every WS-Management application; nobody has been authenticated where it is asked. */
  readonly application?: Application;
}

/** What there is when the applications are made. */
export interface HostSurroundings {
  /** What it begins with. */
  readonly reading: ServableReading;
  /** Reads again. */
  readonly read: () => ReturnType<typeof readHost>;
  readonly state: StateDirectory;
  readonly documents: OpenDocuments;
  readonly logging: Logging;
  readonly audit: AuditLog;
  readonly verifyPassword: VerifyPassword;
  readonly users: UsersFile;
  /** Of the users file, under the name that a proxy has authenticated. */
  readonly findAccount: FindAccount;
  shutdownRequested?(): void;
  /** Those that need no library of the machine. */
  readonly builtInProviders: readonly NegotiateProvider[];
  readonly modules: ReadonlyMap<string, unknown> | undefined;
  readonly answerFilter: AnswerFilter | undefined;
  readonly application: Application | undefined;
}

/** The applications, and the way by which requests come to them. */
export interface OpenedHost {
  /** What is wrong with single applications; the others serve. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the applications that answer every request with the fault that says so, or with status 500. */
  readonly unavailable: readonly string[];
  /** Names of the plug-ins whose code a stack trace shows. */
  pluginsIn(stack: string): readonly string[];
  /** Takes over the configuration as it is now on the disk, or goes on as it was and says why. Never rejects. */
  reload(): Promise<ReloadOutcome>;
  stop(reason: ShutdownReason): Promise<void>;
}

export interface BegunHost<T> {
  readonly opened: T;
  /** That it began with. */
  readonly configuration: HostConfiguration;
  readonly state: StateDirectory;
  readonly logger: Logger;
  readonly firstRun: FirstRun | undefined;
  /** Of the opened; harmless after a stop. */
  reload(): Promise<ReloadOutcome>;
  /** Finishes what is running, then ends. Safe to call twice. */
  stop(reason: "system" | "service"): Promise<void>;
}

/**
 * Begins a host: configuration, state directory, logs, accounts; in the midst of them, `open` makes what serves. What had been begun is
 * undone when a later part fails.
 * @throws ConfigurationRefused with everything that is wrong; other errors are plain sentences
 */
export async function beginHost<T extends OpenedHost>(options: BeginOptions, open: (surroundings: HostSurroundings) => Promise<T>): Promise<BegunHost<T>> {
  const undo = new Undo();
  return keepingAlive(async () => {
    try {
      return await begin(options, open, undo);
    } catch (error) {
      await undo.run();
      throw error;
    }
  });
}

async function begin<T extends OpenedHost>(options: BeginOptions, open: (surroundings: HostSurroundings) => Promise<T>, undo: Undo): Promise<BegunHost<T>> {
  const read = (): ReturnType<typeof readHost> => readHost(options.configPath, options.port, options.endpoint);
  const reading = await read();
  const { configuration, diagnostics } = reading;
  if (configuration === undefined) throw new ConfigurationRefused(diagnostics);
  const state = await StateDirectory.open(options.stateDirectory);
  undo.add("state directory", () => state.release());
  await state.claim();
  const logging = createLogging({ format: options.logFormat, level: options.logLevel, stream: options.log });
  undo.add("log", () => logging.close());
  const { logger } = logging;
  const audit = AuditLog.open(join(state.path, "audit.log"), { clock: nodeClock, logger });
  undo.add("audit log", () => audit.close());
  let opened: T | undefined;
  const guard = options.ownsProcess ? guardThis(logging, (stack) => opened?.pluginsIn(stack) ?? []) : undefined;
  undo.add("guard", () => guard?.expectExit());
  const users = new UsersFile(state.usersFile);
  await users.tidy();
  // A file that cannot be understood must not be found out by the first request.
  if (users.exists()) await users.list();
  if (users.hashes().some((hash) => storedHashKind(hash) === "argon2")) await loadArgon2().catch((error: Error) => logger.error(`accounts cannot log in: ${error.message}`));
  const local = state.makeLocalCredentials();
  const end: { reason: "system" | "service" } = { reason: "service" };
  const failed = new FailedAttempts(nodeClock, verifierDefaults.failuresPerMinute, verifierDefaults.entries);
  const verifyPassword = verifyBoth(new UserVerifier(users, { clock: nodeClock, failed }), local);
  const shutdownRequested = options.shutdownRequested === undefined ? {} : { shutdownRequested: () => options.shutdownRequested!() };
  opened = await open({
    reading: { ...reading, configuration }, read, state, documents: pluginDocuments(state), logging, audit, verifyPassword, users, findAccount: accountsForProxies(users), ...shutdownRequested,
    builtInProviders: builtInProviders(users, failed, logger), modules: options.modules, answerFilter: options.answerFilter, application: options.application,
  });
  undo.add("host", () => opened?.stop(end.reason));
  for (const problem of sortDiagnostics([...diagnostics, ...opened.diagnostics])) if (!isShippedSchemas(problem)) logDiagnostic(logger, problem);
  for (const path of opened.unavailable) logger.error(`the application ${path} cannot be served; its requests are answered with status 500`, { application: path });
  // After everything that may still prevent the start: a password that is made but never shown would be nobody's.
  const firstRun = await makeFirstAccount(users);
  let stopped: Promise<void> | undefined;
  return {
    opened, configuration, state, logger, firstRun,
    reload: opened.reload,
    stop: (reason) => {
      end.reason = reason;
      if (stopped === undefined) logger.info("stopping", { reason });
      stopped ??= keepingAlive(() => undo.run()).then(() => undefined);
      return stopped;
    },
  };
}

/** Stays for the rest of the process: what plug-ins leave behind goes on after the host has stopped. */
function guardThis(logging: Logging, pluginsIn: (stack: string) => readonly string[]): ProcessGuard {
  return guardProcess({ logger: logging.logger, newId, now: () => nodeClock.now(), pluginsIn, onUnexpectedExit: () => logging.flush() });
}

/** Nobody gets in before there is an account, and no default password exists: the first one is made here. */
async function makeFirstAccount(users: UsersFile): Promise<FirstRun | undefined> {
  if (users.exists()) return undefined;
  const account = { user: "admin", password: randomBytes(15).toString("base64url") };
  await users.add(account.user, account.password, { administrator: true });
  return account;
}

/**
 * An account by the name that a proxy gives: as it is called here, or behind this machine's own name, as Windows names its accounts. Never
 * by what stands behind any other domain: somebody else's `CORP\admin` is not the admin here.
 */
function accountsForProxies(users: UsersFile): FindAccount {
  return (name) => {
    const [domain = "", own, ...more] = name.split("\\");
    const isHere = own !== undefined && more.length === 0 && [".", hostname().toLowerCase()].includes(domain.toLowerCase());
    return findAccount(users, { name: isHere ? own : name });
  };
}

/** Accounts of the users file; and, for callers on this machine, the key that this process left for its owner. */
function verifyBoth(verifier: UserVerifier, local: LocalCredentials): VerifyPassword {
  const wanted = Buffer.from(local.password);
  const user: UserRecord = { name: local.user, hash: "", administrator: true, environment: new Map() };
  return (name, password, source, loopback) => {
    if (name !== local.user) return verifier.verify(name, password, source);
    const given = Buffer.from(password);
    const right = loopback && given.length === wanted.length && timingSafeEqual(given, wanted);
    return right ? { kind: "accepted", user } : { kind: "rejected", reason: "wrong-password" };
  };
}
