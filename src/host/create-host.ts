import type { FirstRun } from "./first-run.js";
import { readHostOptions, type HostOptions } from "./host-options.js";
import type { ReloadOutcome } from "./reload-outcome.js";
import { startHost } from "./start-host.js";

/** A host that listens on its bindings. */
export interface RunningHost {
  /** Every application on every binding, as of now; WS-Management ones first. */
  readonly urls: readonly string[];
  /** Set when the state directory was new: the account that was made, with its password in clear. Show it to the operator now. */
  readonly firstRun: FirstRun | undefined;
  /**
   * Takes over the configuration as it is now on the disk, without dropping a request: `swapped`. Everything as it was: `unchanged`.
   * Something wrong with it: `refused`, and the host goes on as it was. Never rejects.
   */
  reload(): Promise<ReloadOutcome>;
  /** Finishes what is running, then closes everything. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts a host in this process, as `wsmanor serve` does in one of its own, and answers when requests are accepted.
 * @param options `port` stands in for the first binding's; 0 picks free ones for all
 * @throws ConfigurationRefused with everything that is wrong; other errors are plain sentences (a port in use, a directory denied)
 */
export async function createHost(options: HostOptions & { readonly port?: number }): Promise<RunningHost> {
  const host = await startHost({ ...readHostOptions(options), port: options.port });
  return {
    firstRun: host.firstRun,
    get urls() {
      return host.urls;
    },
    reload: () => host.reload(),
    stop: () => host.stop("service"),
  };
}
