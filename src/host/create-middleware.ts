import { createMiddleware as createNodeMiddleware, type NodeMiddleware } from "../listener/create-middleware.js";
import { BasicScheme } from "../pipeline/basic-scheme.js";
import { findApplication, findSite } from "../pipeline/find-application.js";
import type { HostBinding, MountedApplication } from "../pipeline/pipeline-settings.js";
import { createPipeline } from "../pipeline/run-pipeline.js";
import { beginHost, type HostSurroundings, type OpenedHost } from "./begin-host.js";
import { composeApplications, drainLimitOf } from "./compose-applications.js";
import type { FirstRun } from "./first-run.js";
import { readHostOptions, type HostOptions } from "./host-options.js";
import { newId } from "./new-id.js";
import { nodeClock } from "./node-clock.js";
import { product } from "./product.js";

/** A host inside somebody else's server. */
export interface HostMiddleware {
  /**
   * For `app.use(…)` of Express or Connect, or as the handler of a `node:http` server. Answers what is below the path of a
   * WS-Management application and leaves everything else to what comes after it. Mount it before body parsers.
   */
  readonly middleware: NodeMiddleware;
  /** Paths it answers: `/wsman`. */
  readonly paths: readonly string[];
  /** Set when the state directory was new: the account that was made, with its password in clear. Show it to the operator now. */
  readonly firstRun: FirstRun | undefined;
  /** Finishes what is running and shuts the plug-ins down. Close the server first. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Makes the host of a configuration for a server that is there already. Bindings and time limits of the configuration do not apply, the
 * server's do; host names of bindings still choose the site. The administration application is left out.
 * @throws ConfigurationRefused with everything that is wrong; other errors are plain sentences
 */
export async function createMiddleware(options: HostOptions): Promise<HostMiddleware> {
  const { opened, firstRun, configuration, logger, stop } = await beginHost(readHostOptions(options), open);
  const { middleware, paths } = opened;
  logger.info("ready", { paths: paths.join(" "), configuration: configuration.path });
  return { middleware, paths, firstRun, stop: () => stop("service") };
}

async function open({ configuration, state, logging, audit, verifyPassword }: HostSurroundings): Promise<OpenedHost & Pick<HostMiddleware, "middleware" | "paths">> {
  const { logger } = logging;
  const applications = await composeApplications({
    configuration, logger,
    schemes: [new BasicScheme(verifyPassword)],
    documents: (applicationPath, pluginName) => state.pluginDirectory(applicationPath, pluginName),
    listeners: () => [],
    audit: (entry) => audit.add(entry),
  });
  const sites = configuration.sites.flatMap((site): HostBinding[] => {
    const mounted = applications.sites.get(site)!;
    return site.bindings.map(({ host }) => ({ host, site: mounted }));
  });
  // Who names no host of a binding gets the first site: how the server is reached is not ours to know.
  const bindings = [...sites, { host: "", site: sites[0]!.site }];
  const pipeline = createPipeline({ sockets: [bindings], clock: nodeClock, logger, newId, logAccess: (entry) => logging.logAccess(entry) });
  const { diagnostics, unavailable, pluginsIn } = applications;
  // What no handler serves is not answered by this one either.
  const served = new Set(applications.wsman.map(({ mounted }) => mounted));
  const isServed = (application: MountedApplication | undefined): boolean => application !== undefined && served.has(application);
  return {
    diagnostics, unavailable, pluginsIn,
    paths: [...new Set(applications.wsman.map(({ mounted }) => mounted.path))],
    middleware: createNodeMiddleware(
      { isOurs: (path, host) => isServed(findApplication(findSite(bindings, host)!, path)), handle: (request) => pipeline(request, 0) },
      { logger, product: product.server },
    ),
    stop: (reason) => applications.stop(reason, drainLimitOf(configuration)),
  };
}
