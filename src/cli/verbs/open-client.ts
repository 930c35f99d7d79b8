import { randomUUID } from "node:crypto";
import { fail, ok, type Result } from "../../base/result.js";
import { nodeClock } from "../../host/node-clock.js";
import { problemNumbers } from "../client/problem-numbers.js";
import type { ClientSettings, WsmanClient } from "../client/wsman-client.js";
import { defaultPaths } from "../default-paths.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { parseRemote } from "../grammar/parse-remote.js";
import { nameToken, quote, type UsageProblem } from "../grammar/usage-problem.js";
import type { Trouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { isLoopback } from "./is-loopback.js";
import { findLocalHost, type LocalApplication, type LocalHost } from "./local-host.js";
import { readPassword } from "./read-password.js";

/** What a request may take on the way, on top of the operation's own time. Milliseconds. */
const networkDelay = 5000;

/** A client for one application of a host. */
export interface ApplicationClient {
  readonly path: string;
  readonly url: URL;
  readonly client: WsmanClient;
}

/** Makes the client that the switches describe. Nothing is sent yet. */
export async function openClient(args: ParsedArguments, terminal: Terminal): Promise<Result<WsmanClient, Trouble>> {
  const opened = await open(args, terminal, ({ url }) => [{ path: url.pathname, url }]);
  return opened.ok ? ok(opened.value[0]!.client) : opened;
}

/** Makes a client for every WS-Management application of the host on this machine. Nothing is sent yet. */
export const openLocalClients = (args: ParsedArguments, terminal: Terminal): Promise<Result<readonly ApplicationClient[], Trouble>> =>
  open(args, terminal, ({ url, applications }) => (applications.length === 0 ? [{ path: url.pathname, url }] : applications));

/** @param choose which applications of the local host are meant; without -remote */
async function open(args: ParsedArguments, terminal: Terminal, choose: (local: LocalHost) => readonly LocalApplication[]): Promise<Result<readonly ApplicationClient[], Trouble>> {
  const scheme = args.get("authentication") ?? "Basic";
  if (scheme !== "Basic" && scheme !== "None") {
    return fail({ message: `${quote(scheme)} is not offered yet as -authentication (argument ${args.token("authentication")!.position}): it takes Basic or None` });
  }
  const timeout = readTimeout(args);
  if (!timeout.ok) return timeout;
  const end = await findEnd(args, terminal, scheme, choose);
  if (!end.ok) return end;
  const { applications, credentials } = end.value;
  const exposed = applications.find(({ url }) => credentials !== undefined && url.protocol === "http:" && !isLoopback(url.hostname) && !args.has("unencrypted"));
  if (exposed !== undefined) {
    return fail({
      number: problemNumbers.unencryptedNotAllowed,
      message: `The password would travel to ${exposed.url.host} unencrypted.`,
      remedy: "Use https:// or -usessl, or allow it with -unencrypted.",
    });
  }
  return ok(await Promise.all(applications.map(async ({ path, url }) => ({ path, url, client: await createClient(args, { url, credentials }, timeout.value) }))));
}

/** Loads what talks to hosts only now: `serve` has no use for it. */
async function createClient(args: ParsedArguments, { url, credentials }: { readonly url: URL; readonly credentials: Credentials | undefined }, timeout: number): Promise<WsmanClient> {
  const [{ createHttpSender }, { WsmanClient }] = await Promise.all([import("../client/http-sender.js"), import("../client/wsman-client.js")]);
  const sender = createHttpSender({ url, skipAuthorityCheck: args.has("skipCAcheck"), skipNameCheck: args.has("skipCNcheck"), timeout: timeout + networkDelay, clock: nodeClock });
  const settings: ClientSettings = {
    url,
    ...(credentials === undefined ? {} : { credentials }),
    encoding: args.get("encoding") === "utf-16" ? "utf-16" : "utf-8",
    operationTimeout: timeout,
    locale: args.get("locale") ?? "en-US",
    newMessageId: () => `uuid:${randomUUID().toUpperCase()}`,
  };
  return new WsmanClient(settings, sender);
}

type Credentials = NonNullable<ClientSettings["credentials"]>;

interface End {
  readonly applications: readonly LocalApplication[];
  readonly credentials: Credentials | undefined;
}

async function findEnd(args: ParsedArguments, terminal: Terminal, scheme: "Basic" | "None", choose: (local: LocalHost) => readonly LocalApplication[]): Promise<Result<End, Trouble>> {
  const remote = args.get("remote");
  const user = args.get("username");
  if (remote === undefined && args.has("usessl")) {
    return fail({ message: `${nameToken(args.token("usessl")!)} has no use without -remote:HOST: the host on this machine is reached at the address that it says itself` });
  }
  const local = remote === undefined ? findLocalHost(args.get("state") ?? defaultPaths(terminal.environment).state) : undefined;
  if (local?.ok === false) return local;
  const url = local === undefined ? parseRemote(args.token("remote")!, remote!, args.has("usessl")) : ok(local.value.url);
  if (!url.ok) return url;
  const applications = local === undefined ? [{ path: url.value.pathname, url: url.value }] : choose(local.value);
  const misplaced = (["username", "password", "password-file"] as const).find((name) => args.has(name) && (scheme === "None" || user === undefined));
  if (misplaced !== undefined) {
    const why = scheme === "None" ? "-authentication:None sends no credentials" : "-username:NAME is missing";
    return fail({ message: `-${misplaced} (argument ${args.token(misplaced)!.position}) has no use: ${why}` });
  }
  if (scheme === "None") return ok({ applications, credentials: undefined });
  if (user !== undefined) {
    if (user.includes(":")) return fail({ message: `${quote(user)} (-username, argument ${args.token("username")!.position}) holds a colon, which Basic cannot carry in a name` });
    const password = await readPassword(args, terminal, `Password of ${user} at ${url.value.host}: `);
    return password.ok ? ok({ applications, credentials: { user, password: password.value } }) : password;
  }
  if (local === undefined) return fail({ message: "-remote needs credentials: -username:NAME (and -password:PASSWORD), or -authentication:None" });
  if (local.value.credentials !== undefined) return ok({ applications, credentials: local.value.credentials });
  return fail({
    number: problemNumbers.accessDenied,
    message: "The local host's key cannot be read by this account.",
    remedy: "Run the command as the account that runs the host, or log in with -username:NAME.",
  });
}

function readTimeout(args: ParsedArguments): Result<number, UsageProblem> {
  const text = args.get("timeout") ?? "60000";
  if (/^\d{1,9}$/u.test(text) && Number(text) > 0) return ok(Number(text));
  return fail({ message: `${quote(text)} is not a value of -timeout (argument ${args.token("timeout")!.position}): it takes milliseconds, such as 60000` });
}
