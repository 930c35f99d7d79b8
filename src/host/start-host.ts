import { randomBytes, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import type { Diagnostic } from "../base/diagnostic.js";
import type { Logger } from "../base/logger.js";
import type { VerifyPassword } from "../pipeline/basic-scheme.js";
import { Undo } from "../plugin-host/undo.js";
import type { UserRecord } from "../protocol/auth/users-text.js";
import { UsersFile } from "../store/users-file.js";
import { UserVerifier } from "../store/verify-users.js";
import { compose } from "./compose.js";
import { ConfigurationRefused } from "./configuration-refused.js";
import { loadHostConfiguration } from "./load-host-configuration.js";
import { schemaDirectory } from "./package-root.js";
import { AuditLog } from "./logging/audit-log.js";
import { createLogging } from "./logging/create-logging.js";
import type { LogFormat } from "./logging/log-format.js";
import { StateDirectory, type LocalCredentials } from "./state-directory.js";

export { ConfigurationRefused } from "./configuration-refused.js";

export interface StartOptions {
  /** An applicationHost.config, a folder holding one, or a lone web.config. Absolute. */
  readonly configPath: string;
  readonly stateDirectory: string;
  /** Instead of the first binding's; 0: free ones for all. */
  readonly port: number | undefined;
  readonly logFormat: LogFormat;
  /** Logs go to standard error; standard output is the caller's. */
  readonly stderr: NodeJS.WritableStream;
}

export interface StartedHost {
  readonly urls: readonly string[];
  /** Set once in a state directory's life: the account that was made, with its password in clear. */
  readonly firstRun?: { readonly user: string; readonly password: string };
  /** Finishes what is running, then ends. Safe to call twice. */
  stop(reason: "system" | "service"): Promise<void>;
}

/**
 * Starts a host and answers when requests are accepted.
 * @throws ConfigurationRefused with everything that is wrong; other errors are plain sentences (a port in use, a directory denied)
 */
export async function startHost(options: StartOptions): Promise<StartedHost> {
  const undo = new Undo();
  try {
    return await start(options, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function start(options: StartOptions, undo: Undo): Promise<StartedHost> {
  const { configuration, diagnostics } = loadHostConfiguration(options.configPath);
  if (configuration === undefined) throw new ConfigurationRefused(diagnostics);
  const state = StateDirectory.open(options.stateDirectory);
  undo.add("state directory", () => state.release());
  state.claim();
  const logging = createLogging({ format: options.logFormat, level: process.env["WSMANOR_LOG_LEVEL"] ?? "info", stream: options.stderr });
  undo.add("log", () => logging.close());
  const audit = AuditLog.open(join(state.path, "audit.log"));
  undo.add("audit log", () => audit.close());
  const users = new UsersFile(state.usersFile);
  const firstRun = await makeFirstAccount(users);
  const local = state.makeLocalCredentials();
  const composed = await compose({ configuration, state, logging, audit, verifyPassword: verifyBoth(new UserVerifier(users), local), port: options.port });
  let stopReason: "system" | "service" = "service";
  undo.add("host", () => composed.stop(stopReason));
  for (const problem of [...diagnostics, ...composed.diagnostics]) logDiagnostic(logging.logger, problem);
  state.announce({ pid: process.pid, urls: composed.urls });
  logging.logger.info("ready", { urls: composed.urls.join(" "), configuration: configuration.path });
  let stopped: Promise<void> | undefined;
  return {
    urls: composed.urls,
    ...(firstRun === undefined ? {} : { firstRun }),
    stop: (reason) => {
      stopReason = reason;
      logging.logger.info("stopping", { reason });
      stopped ??= undo.run().then(() => undefined);
      return stopped;
    },
  };
}

/** Nobody gets in before there is an account, and no default password exists: the first one is made here. */
async function makeFirstAccount(users: UsersFile): Promise<{ user: string; password: string } | undefined> {
  if (await users.exists()) {
    await users.list();
    return undefined;
  }
  const account = { user: "admin", password: randomBytes(15).toString("base64url") };
  await users.add(account.user, account.password, { administrator: true });
  return account;
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

/** What the shipped schemas themselves are warned about is `validate`'s to say, not every start's. */
function logDiagnostic(logger: Logger, { severity, rule, message, place, remedy }: Diagnostic): void {
  if (severity === "warning" && place?.file.startsWith(schemaDirectory) === true) return;
  const where = place === undefined ? undefined : `${place.file}:${place.line}:${place.column}`;
  logger[severity === "error" ? "error" : "warn"](message, { rule, place: where, remedy });
}
