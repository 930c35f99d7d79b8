import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../../base/result.js";
import type { ClientProblem } from "../client/client-problem.js";
import { problemNumbers } from "../client/problem-numbers.js";
import { isLoopback } from "./is-loopback.js";
import { wsmanUrl } from "./wsman-url.js";

export interface LocalHost {
  readonly url: URL;
  /** Every WS-Management application. */
  readonly applications: readonly LocalApplication[];
  /** The administration application at an address of this machine's own; `undefined` when there is none. */
  readonly administration: URL | undefined;
  /** Its process. */
  readonly pid: number | undefined;
  /** The key that the host made for this account at its start; `undefined` when it cannot be read. */
  readonly credentials: { readonly user: string; readonly password: string } | undefined;
}

export interface LocalApplication {
  readonly path: string;
  readonly url: URL;
}

/** Finds the host that runs on this machine, by what it left in its state directory. */
export function findLocalHost(stateDirectory: string): Result<LocalHost, ClientProblem> {
  const running = readJson(join(stateDirectory, "host.json"));
  const url = wsmanUrl(urlsIn(running));
  if (url === undefined) {
    return fail({
      number: problemNumbers.cannotConnect,
      message: `No host is running here (${join(stateDirectory, "host.json")} is not there).`,
      remedy: "Start one with wsmanor serve, name its state directory with --state, or name a host with -remote:URL.",
    });
  }
  const key = readJson(join(stateDirectory, "local-credentials"));
  const { user, password } = key ?? {};
  return ok({
    url: new URL(url),
    applications: applicationsIn(running),
    administration: administrationIn(running),
    pid: typeof running?.["pid"] === "number" ? running["pid"] : undefined,
    credentials: typeof user === "string" && typeof password === "string" ? { user, password } : undefined,
  });
}

function applicationsIn(running: Readonly<Record<string, unknown>> | undefined): readonly LocalApplication[] {
  const listed = Array.isArray(running?.["applications"]) ? (running["applications"] as readonly unknown[]) : [];
  return listed.flatMap((each) => {
    const application = asRecord(each);
    const path = application?.["path"];
    const url = wsmanUrl(urlsIn(application));
    return typeof path === "string" && url !== undefined ? [{ path, url: new URL(url) }] : [];
  });
}

/** Plain HTTP before HTTPS. Only loopback: it answers to nobody else. */
function administrationIn(running: Readonly<Record<string, unknown>> | undefined): URL | undefined {
  const local = urlsIn(running, "administration").map((url) => new URL(url)).filter(({ hostname }) => isLoopback(hostname));
  return local.find(({ protocol }) => protocol === "http:") ?? local[0];
}

function urlsIn(record: Readonly<Record<string, unknown>> | undefined, name = "urls"): readonly string[] {
  const urls = record?.[name];
  return Array.isArray(urls) ? urls.filter((url): url is string => typeof url === "string" && URL.canParse(url)) : [];
}

function readJson(path: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asRecord(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  value !== null && typeof value === "object" ? (value as Readonly<Record<string, unknown>>) : undefined;
