import type { FirstRun } from "./first-run.js";
import { readHostOptions, type HostOptions } from "./host-options.js";
import { startHost } from "./start-host.js";

/** A host that listens on its bindings. */
export interface RunningHost {
  /** Every application on every binding; WS-Management ones first. */
  readonly urls: readonly string[];
  /** Set when the state directory was new: the account that was made, with its password in clear. Show it to the operator now. */
  readonly firstRun: FirstRun | undefined;
  /** Finishes what is running, then closes everything. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts a host in this process, as `wsmanor serve` does in one of its own, and answers when requests are accepted.
 * @param options `port` stands in for the first binding's; 0 picks free ones for all
 * @throws ConfigurationRefused with everything that is wrong; other errors are plain sentences (a port in use, a directory denied)
 */
export async function createHost(options: HostOptions & { readonly port?: number }): Promise<RunningHost> {
  const { urls, firstRun, stop } = await startHost({ ...readHostOptions(options), port: options.port });
  return { urls, firstRun, stop: () => stop("service") };
}
