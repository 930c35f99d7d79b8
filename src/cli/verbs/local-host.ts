import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../../base/result.js";
import { problemNumbers, type ClientProblem } from "../client/client-problem.js";
import { wsmanUrl } from "./wsman-url.js";

export interface LocalHost {
  readonly url: URL;
  /** The key that the host made for this account at its start; `undefined` when it cannot be read. */
  readonly credentials: { readonly user: string; readonly password: string } | undefined;
}

/** Finds the host that runs on this machine, by what it left in its state directory. */
export function findLocalHost(stateDirectory: string): Result<LocalHost, ClientProblem> {
  const running = readJson(join(stateDirectory, "host.json"));
  const urls = Array.isArray(running?.["urls"]) ? running["urls"].filter((url): url is string => typeof url === "string" && URL.canParse(url)) : [];
  const url = wsmanUrl(urls);
  if (url === undefined) {
    return fail({
      number: problemNumbers.cannotConnect,
      message: `No host is running here (${join(stateDirectory, "host.json")} is not there).`,
      remedy: "Start one with wsmanor serve, name its state directory with --state, or name a host with -remote:URL.",
    });
  }
  const key = readJson(join(stateDirectory, "local-credentials"));
  const { user, password } = key ?? {};
  return ok({ url: new URL(url), credentials: typeof user === "string" && typeof password === "string" ? { user, password } : undefined });
}

function readJson(path: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
