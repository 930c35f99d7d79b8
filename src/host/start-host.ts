import { beginHost, type BeginOptions } from "./begin-host.js";
import { compose } from "./compose.js";
import type { FirstRun } from "./first-run.js";
import type { Reload } from "./reload-outcome.js";

export { ConfigurationRefused } from "./configuration-refused.js";

export interface StartOptions extends BeginOptions {
  /** Instead of the first binding's; 0: free ones for all. */
  readonly port: number | undefined;
  /** Makes the configuration on the disk the running one, for plug-ins that change it; absent: they cannot. */
  readonly reload?: Reload;
}

export interface StartedHost {
  readonly urls: readonly string[];
  readonly firstRun: FirstRun | undefined;
  /** Finishes what is running, then ends. Safe to call twice. */
  stop(reason: "system" | "service"): Promise<void>;
}

/**
 * Starts a host on its bindings and answers when requests are accepted.
 * @throws ConfigurationRefused with everything that is wrong; other errors are plain sentences (a port in use, a directory denied)
 */
export async function startHost(options: StartOptions): Promise<StartedHost> {
  const { opened, configuration, state, logger, firstRun, stop } = await beginHost(options, (surroundings) => compose({ ...surroundings, port: options.port, ...(options.reload === undefined ? {} : { reload: options.reload }) }));
  const { urls, reachable } = opened;
  try {
    state.announce({ pid: process.pid, urls, applications: reachable });
  } catch (error) {
    await stop("service");
    throw error;
  }
  logger.info("ready", { urls: urls.join(" "), configuration: configuration.path });
  return { urls, firstRun, stop };
}
