import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openUsers } from "../../src/host/manage-users.js";
import { basic } from "./basic.js";
import { startProcess } from "./started-host.js";

export interface RunningHost {
  readonly urls: readonly string[];
  readonly port: number;
  readonly pid: number;
  readonly state: string;
  readonly user: string;
  readonly password: string;
  readonly authorization: string;
  /** What it wrote to standard error so far. */
  log(): string;
  /** SIGTERM; @returns the exit code, or the name of the signal that ended it. */
  stop(): Promise<number | string>;
}

/** Starts the host as an operator would, on free ports, with one administrator account. @throws with everything it said when it does not get ready */
export async function startRunningHost(options: { readonly config?: string; readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv; readonly state?: string } = {}): Promise<RunningHost> {
  const state = options.state ?? mkdtempSync(join(tmpdir(), "wsmanor-test-"));
  const cleanUp = (): void => {
    if (options.state === undefined) rmSync(state, { recursive: true, force: true });
  };
  const user = "tester";
  const password = "correct horse battery";
  // As `user add` does it; a process for each of a hundred hosts would cost a minute. A state directory that is used again has the account.
  await (await openUsers(state)).add(user, password, { administrator: true });
  const config = options.config === undefined ? [] : ["--config", options.config];
  const host = startProcess(state, { args: ["--json", "--port", "0", ...config, ...(options.args ?? [])], ...(options.env === undefined ? {} : { env: options.env }) });
  try {
    const urls = await host.ready();
    return {
      urls, state, user, password,
      port: Number(new URL(urls[0]!).port),
      pid: host.process.pid!,
      authorization: basic(user, password),
      log: () => host.stderr(),
      stop: async () => {
        host.process.kill("SIGTERM");
        const code = await host.ended;
        cleanUp();
        return code;
      },
    };
  } catch (error) {
    cleanUp();
    throw error;
  }
}
