import { nodeFileAccess } from "../configuration/node-file-access.js";
import { underline } from "../configuration/underline.js";
import { CertificateTrust } from "../listener/certificates/certificate-trust.js";
import { createMiddleware as createNodeMiddleware, type NodeMiddleware } from "../listener/create-middleware.js";
import { findApplication, findSite } from "../pipeline/find-application.js";
import type { HostBinding, MountedSite } from "../pipeline/pipeline-settings.js";
import { withDeadline } from "../plugin-host/with-deadline.js";
import { beginHost, type HostSurroundings, type OpenedHost } from "./begin-host.js";
import { drainLimitOf } from "./compose-applications.js";
import { ConfigurationRefused } from "./configuration-refused.js";
import type { FirstRun } from "./first-run.js";
import { GenerationComposer } from "./generation-composer.js";
import { Generations } from "./generations.js";
import type { Generation } from "./generation.js";
import { readHostOptions, type HostOptions } from "./host-options.js";
import { nodeClock } from "./node-clock.js";
import { serverHeaderOf } from "./product.js";
import type { ReloadOutcome } from "./reload-outcome.js";
import { Reloads } from "./reloads.js";

/** A host inside somebody else's server. */
export interface HostMiddleware {
  /**
   * For `app.use(…)` of Express or Connect, or as the handler of a `node:http` server. Answers what is below the path of a
   * WS-Management application and leaves everything else to what comes after it. Mount it before body parsers.
   */
  readonly middleware: NodeMiddleware;
  /** Paths it answers, as of now: `/wsman`. */
  readonly paths: readonly string[];
  /** Set when the state directory was new: the account that was made, with its password in clear. Show it to the operator now. */
  readonly firstRun: FirstRun | undefined;
  /**
   * Takes over the configuration as it is now on the disk, without dropping a request: `swapped`. Everything as it was: `unchanged`.
   * Something wrong with it: `refused`, and the host goes on as it was. Never rejects.
   */
  reload(): Promise<ReloadOutcome>;
  /** Finishes what is running and shuts the plug-ins down. Close the server first. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Makes the host of a configuration for a server that is there already. Bindings and time limits of the configuration do not apply, the
 * server's do; host names of bindings still choose the site. The administration application is left out.
 * @throws ConfigurationRefused with everything that is wrong; other errors are plain sentences
 */
export async function createMiddleware(options: HostOptions): Promise<HostMiddleware> {
  const { opened, firstRun, configuration, logger, reload, stop } = await beginHost({ ...readHostOptions(options), port: null }, open);
  logger.info("ready", { paths: opened.paths().join(" "), configuration: configuration.path });
  return {
    middleware: opened.middleware, firstRun, reload,
    get paths() {
      return opened.paths();
    },
    stop: () => stop("service"),
  };
}

async function open(surroundings: HostSurroundings): Promise<OpenedHost & { readonly middleware: NodeMiddleware; paths(): readonly string[] }> {
  const { logger } = surroundings.logging;
  const composer: GenerationComposer = new GenerationComposer(surroundings, undefined, () => reloads.reload());
  const { certificateProblems } = surroundings.reading;
  if (certificateProblems.length > 0) throw new ConfigurationRefused(underline(certificateProblems, nodeFileAccess));
  const first = await composer.compose(surroundings.reading);
  first.seat([0], [bindingsOf(first)]);
  const generations = new Generations(first);
  const reloads: Reloads = new Reloads({
    read: surroundings.read,
    current: () => generations.current,
    compose: (reading) => composer.compose(reading, generations.current.applications.memories),
    prepare: async (next) => {
      next.seat([0], [bindingsOf(next)]);
      return { commit: () => generations.swap(next), undo: async () => undefined };
    },
  }, logger);
  const drainLimit = (): number => drainLimitOf(generations.current.reading.configuration);
  const { diagnostics, unavailable } = first.applications;
  return {
    diagnostics, unavailable,
    pluginsIn: (stack) => generations.pluginsIn(stack),
    paths: () => [...new Set(generations.current.applications.wsman.map(({ mounted }) => mounted.path))],
    middleware: createNodeMiddleware(
      { isOurs: (path, host) => isServed(generations.current, path, host), trustFor: (host) => trustFor(generations.current, host), handle: (request) => generations.handle(request, 0) },
      { logger, serverHeader: () => serverHeaderOf(generations.current.reading.configuration) },
    ),
    reload: () => reloads.reload(),
    stop: async (reason) => {
      // A plug-in of the next configuration that never ends its start holds up no stop.
      await withDeadline(nodeClock, drainLimit(), () => reloads.stop(), () => undefined);
      await generations.stop(reason, drainLimit());
    },
  };
}

function bindingsOf({ reading, applications }: Generation): readonly HostBinding[] {
  const sites = reading.configuration.sites.flatMap((site): HostBinding[] => {
    const mounted = applications.sites.get(site)!;
    return site.bindings.map(({ host }) => ({ host, site: mounted }));
  });
  // Who names no host of a binding gets the first site: how the server is reached is not ours to know.
  return [...sites, { host: "", site: sites[0]!.site }];
}

const known = new WeakMap<Generation, Map<MountedSite, CertificateTrust>>();

/** Read once for each generation, when the first client shows a certificate. */
function trustFor(generation: Generation, host: string): CertificateTrust {
  const { reading, applications } = generation;
  let trusts = known.get(generation);
  if (trusts === undefined) known.set(generation, (trusts = new Map([...reading.siteTrust].map(([site, settings]) => [applications.sites.get(site)!, new CertificateTrust(settings)]))));
  return trusts.get(findSite(generation.bindings(0), host)!)!;
}

/** What no handler serves is not answered by this one either. */
function isServed(generation: Generation, path: string, host: string): boolean {
  const application = findApplication(findSite(generation.bindings(0), host)!, path);
  return generation.applications.wsman.some(({ mounted }) => mounted === application);
}
