import { randomUUID } from "node:crypto";
import { fail, ok, type Result } from "../../base/result.js";
import { nodeClock } from "../../host/node-clock.js";
import { problemNumbers } from "../client/client-problem.js";
import { createHttpSender } from "../client/http-sender.js";
import { WsmanClient, type ClientSettings } from "../client/wsman-client.js";
import { defaultPaths } from "../default-paths.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { parseRemote } from "../grammar/parse-remote.js";
import type { UsageProblem } from "../grammar/usage-problem.js";
import type { Trouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { findLocalHost } from "./local-host.js";
import { readPassword } from "./read-password.js";

/** What a request may take on the way, on top of the operation's own time. Milliseconds. */
const networkDelay = 5000;

/** Makes the client that the switches describe. Nothing is sent yet. */
export async function openClient(args: ParsedArguments, terminal: Terminal): Promise<Result<WsmanClient, Trouble>> {
  const scheme = args.get("authentication") ?? "Basic";
  if (scheme !== "Basic" && scheme !== "None") {
    return fail({ message: `"${scheme}" is not offered yet as -authentication (argument ${args.token("authentication")!.position}): it takes Basic or None` });
  }
  const timeout = readTimeout(args);
  if (!timeout.ok) return timeout;
  const end = await findEnd(args, terminal, scheme);
  if (!end.ok) return end;
  const { url, credentials } = end.value;
  if (credentials !== undefined && url.protocol === "http:" && !isLoopback(url.hostname) && !args.has("unencrypted")) {
    return fail({
      number: problemNumbers.unencryptedNotAllowed,
      message: `The password would travel to ${url.host} unencrypted.`,
      remedy: "Use https:// or -usessl, or allow it with -unencrypted.",
    });
  }
  const sender = createHttpSender({ url, skipAuthorityCheck: args.has("skipCAcheck"), skipNameCheck: args.has("skipCNcheck"), timeout: timeout.value + networkDelay, clock: nodeClock });
  const settings: ClientSettings = {
    url,
    ...(credentials === undefined ? {} : { credentials }),
    encoding: args.get("encoding") === "utf-16" ? "utf-16" : "utf-8",
    operationTimeout: timeout.value,
    locale: args.get("locale") ?? "en-US",
    newMessageId: () => `uuid:${randomUUID().toUpperCase()}`,
  };
  return ok(new WsmanClient(settings, sender));
}

type End = Pick<ClientSettings, "url" | "credentials">;

async function findEnd(args: ParsedArguments, terminal: Terminal, scheme: "Basic" | "None"): Promise<Result<End, Trouble>> {
  const remote = args.get("remote");
  const user = args.get("username");
  const local = remote === undefined ? findLocalHost(args.get("state") ?? defaultPaths(terminal.environment).state) : undefined;
  if (local?.ok === false) return local;
  const url = local === undefined ? parseRemote(args.token("remote")!, remote!, args.has("usessl")) : ok(local.value.url);
  if (!url.ok) return url;
  const misplaced = (["username", "password", "password-file"] as const).find((name) => args.has(name) && (scheme === "None" || user === undefined));
  if (misplaced !== undefined) {
    const why = scheme === "None" ? "-authentication:None sends no credentials" : "-username:NAME is missing";
    return fail({ message: `-${misplaced} (argument ${args.token(misplaced)!.position}) has no use: ${why}` });
  }
  if (scheme === "None") return ok({ url: url.value });
  if (user !== undefined) {
    if (user.includes(":")) return fail({ message: `"${user}" (-username, argument ${args.token("username")!.position}) holds a colon, which Basic cannot carry in a name` });
    const password = await readPassword(args, terminal, `Password of ${user} at ${url.value.host}: `);
    return password.ok ? ok({ url: url.value, credentials: { user, password: password.value } }) : password;
  }
  if (local === undefined) return fail({ message: "-remote needs credentials: -username:NAME (and -password:PASSWORD), or -authentication:None" });
  if (local.value.credentials !== undefined) return ok({ url: url.value, credentials: local.value.credentials });
  return fail({
    number: problemNumbers.accessDenied,
    message: "The local host's key cannot be read by this account.",
    remedy: "Run the command as the account that runs the host, or log in with -username:NAME.",
  });
}

function readTimeout(args: ParsedArguments): Result<number, UsageProblem> {
  const text = args.get("timeout") ?? "60000";
  if (/^\d{1,9}$/u.test(text) && Number(text) > 0) return ok(Number(text));
  return fail({ message: `"${text}" is not a value of -timeout (argument ${args.token("timeout")!.position}): it takes milliseconds, such as 60000` });
}

const isLoopback = (hostname: string): boolean => hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
