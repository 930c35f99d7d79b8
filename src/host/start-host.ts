import { beginHost, type BeginOptions } from "./begin-host.js";
import { compose } from "./compose.js";
import type { FirstRun } from "./first-run.js";
import type { HostAddresses } from "./host-addresses.js";
import type { ReloadOutcome } from "./reload-outcome.js";
import type { StateDirectory } from "./state-directory.js";

export { ConfigurationRefused } from "./configuration-refused.js";

export interface StartOptions extends BeginOptions {
  /** Instead of the first binding's; 0: free ones for all. */
  readonly port: number | undefined;
}

export interface StartedHost {
  /** As of now: a reload may change them. */
  readonly urls: readonly string[];
  readonly firstRun: FirstRun | undefined;
  /** Takes over the configuration as it is now on the disk, or goes on as it was and says why. Never rejects. */
  reload(): Promise<ReloadOutcome>;
  /** Finishes what is running, then ends. Safe to call twice. */
  stop(reason: "system" | "service"): Promise<void>;
}

/**
 * Starts a host on its bindings and answers when requests are accepted.
 * @throws ConfigurationRefused with everything that is wrong; other errors are plain sentences (a port in use, a directory denied)
 */
export async function startHost(options: StartOptions): Promise<StartedHost> {
  const { opened, configuration, state, logger, firstRun, reload, stop } = await beginHost(options, (surroundings) =>
    compose({ ...surroundings, announce: (addresses) => announce(surroundings.state, addresses) }));
  const addresses = opened.addresses();
  try {
    announce(state, addresses);
  } catch (error) {
    await stop("service");
    throw error;
  }
  logger.info("ready", { urls: addresses.urls.join(" "), configuration: configuration.path });
  return {
    firstRun, reload, stop,
    get urls() {
      return opened.addresses().urls;
    },
  };
}

const announce = (state: StateDirectory, { urls, reachable, administration }: HostAddresses): void =>
  state.announce({ pid: process.pid, urls, applications: reachable, administration });
