import { resolve } from "node:path";
import { fail, ok, type Result } from "../../base/result.js";
import { nodeClock } from "../../host/node-clock.js";
import type { ClientProblem } from "../client/client-problem.js";
import { problemNumbers } from "../client/problem-numbers.js";
import { defaultPaths } from "../default-paths.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import type { Failure } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { findLocalHost } from "./local-host.js";

/** A question to the administration application of the host that runs on this machine. */
export interface AdministrationQuestion {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Milliseconds. */
  readonly patience: number;
  /** What to do where the host has no such application on loopback. @param pid its process, where that is known */
  otherwise(pid: number | undefined): string;
}

/** Asks with the key that the host left for its own account; which host it is, the switch `state` may say. @returns the object that it answered */
export async function askAdministration({ method, path, patience, otherwise }: AdministrationQuestion, args: ParsedArguments, terminal: Terminal): Promise<Result<Readonly<Record<string, unknown>>, ClientProblem | Failure>> {
  const local = findLocalHost(resolve(args.get("state") ?? defaultPaths(terminal.environment).state));
  if (!local.ok) return local;
  const { administration, pid, credentials } = local.value;
  if (administration === undefined) return fail({ failure: `the configuration of the running host has no administration application on this machine's loopback; ${otherwise(pid)}.` });
  if (credentials === undefined) return fail(keyUnreadable);
  const { createHttpSender } = await import("../client/http-sender.js");
  // Over loopback: whose certificate it is says nothing that the key file has not said.
  const sender = createHttpSender({ url: new URL(path, administration), skipAuthorityCheck: true, skipNameCheck: true, timeout: patience, clock: nodeClock });
  const authorization = { Authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString("base64")}` };
  const sent = await (method === "GET" ? sender.send(new Uint8Array(0), authorization, method) : sender.send(Buffer.from("{}"), { "Content-Type": "application/json", ...authorization }));
  sender.close();
  return sent.ok ? readAnswer(sent.value, administration) : sent;
}

const keyUnreadable: ClientProblem = {
  number: problemNumbers.accessDenied, message: "The local host's key cannot be read by this account.", remedy: "Run the command as the account that runs the host.",
};

function readAnswer({ status, body }: { readonly status: number; readonly body: Uint8Array }, { host }: URL): Result<Readonly<Record<string, unknown>>, ClientProblem> {
  if (status === 401 || status === 403) return fail({ number: problemNumbers.accessDenied, message: `${host} does not let the local key in.`, remedy: "Look into the host's log." });
  try {
    const answer: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    if (answer !== null && typeof answer === "object") return ok(answer as Readonly<Record<string, unknown>>);
  } catch {
    // Told below by its status.
  }
  return fail({ number: problemNumbers.invalidAnswer, message: `The answer of ${host} cannot be used: HTTP status ${status}.` });
}
