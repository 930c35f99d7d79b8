/**
 * Reading this file is reading the architecture: configuration becomes applications, applications hang in a pipeline, the pipeline
 * hangs on sockets. Everything built is undone backwards, also when building fails half-way.
 */
import type { SiteConfiguration } from "../configuration/host-configuration.js";
import { listen, type ListenerSet } from "../listener/listen.js";
import type { ListenerBinding } from "../listener/listener-settings.js";
import { BasicScheme } from "../pipeline/basic-scheme.js";
import { createPipeline } from "../pipeline/run-pipeline.js";
import { Undo } from "../plugin-host/undo.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import type { HostSurroundings, OpenedHost } from "./begin-host.js";
import { composeApplications, drainLimitOf, hostBindings, type ComposedApplications } from "./compose-applications.js";
import type { OpenListener } from "./host-information.js";
import { mountAdmin } from "./mount-admin.js";
import { newId } from "./new-id.js";
import { nodeClock } from "./node-clock.js";
import { planSockets, type PlannedSocket } from "./plan-sockets.js";
import { product } from "./product.js";
import { readCertificate, type BindingCertificate } from "./read-certificate.js";
import type { Reload } from "./reload-outcome.js";
import type { RunningApplication } from "./state-directory.js";

export interface ComposeParts extends HostSurroundings {
  readonly port: number | undefined;
  /** For plug-ins that change the configuration; absent: they cannot. */
  readonly reload?: Reload;
}

/** A host that serves. */
export interface ComposedHost extends OpenedHost {
  /** Every application on every binding; WS-Management ones first. */
  readonly urls: readonly string[];
  /** The WS-Management ones, each with the addresses that lead to it. */
  readonly reachable: readonly RunningApplication[];
}

/** @throws BindingFailed, or what reading a certificate throws; nothing is left open then. */
export async function compose(parts: ComposeParts): Promise<ComposedHost> {
  const undo = new Undo();
  try {
    return await build(parts, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function build(parts: ComposeParts, undo: Undo): Promise<ComposedHost> {
  const { configuration, logging, state } = parts;
  const { logger } = logging;
  const planned = planSockets(configuration, parts.port);
  const certificates = planned.map(({ bindings }) => bindings.map(({ binding }) => readCertificate(binding)));
  const drainLimit = drainLimitOf(configuration);
  const schemes = [new BasicScheme(parts.verifyPassword)];
  const life: HostLife = { started: nodeClock.wallTime(), listeners: undefined, stopping: undefined };

  // What is open never changes once all of it is, and plug-ins ask with every request.
  const known = new Map<SiteConfiguration, readonly OpenListener[]>();
  const listenersOf = (site: SiteConfiguration): readonly OpenListener[] => {
    const found = known.get(site) ?? openListeners(planned, certificates, life.listeners, site);
    if (life.listeners !== undefined) known.set(site, found);
    return found;
  };

  const applications: ComposedApplications = await composeApplications({
    configuration, schemes, logger,
    ...(parts.reload === undefined ? {} : { reload: parts.reload }),
    documents: (applicationPath, pluginName) => state.pluginDirectory(applicationPath, pluginName),
    listeners: listenersOf,
    audit: (entry) => parts.audit.add(entry),
    mountAdmin: (application) => mountAdmin(application, {
      schemes, logger,
      status: () => statusOf(applications, life, urlsOf(planned, life.listeners)),
      notReady: () => (life.stopping === undefined ? [] : ["the host is stopping"]),
      audit: (entry) => parts.audit.add(entry),
    }),
  });
  undo.add("applications", () => applications.stop(life.stopping ?? "service", drainLimit));
  const pipeline = createPipeline({ sockets: hostBindings(planned, applications.sites), clock: nodeClock, logger, newId, logAccess: (entry) => logging.logAccess(entry) });

  const { headerTimeoutMs, requestTimeoutMs, idleTimeoutMs, maxConnections, maxHeaderBytes } = configuration.listener;
  const listeners = await listen(
    planned.map((socket, index) => listenerBinding(socket, certificates[index]!)),
    { headerTimeout: headerTimeoutMs, requestTimeout: requestTimeoutMs, idleTimeout: idleTimeoutMs, maxConnections, maxHeaderBytes },
    pipeline,
    { logger, product: product.server },
  );
  life.listeners = listeners;
  undo.add("listeners", () => listeners.close(drainLimit));
  const { diagnostics, unavailable, pluginsIn } = applications;
  return {
    urls: urlsOf(planned, listeners),
    reachable: reachableOf(planned, listeners),
    diagnostics, unavailable, pluginsIn,
    stop: async (reason) => {
      life.stopping = reason;
      for (const { name, error } of await undo.run()) logger.error(`stopping ${name} went wrong`, { error: String(error) });
    },
  };
}

/** What changes while a host lives. */
interface HostLife {
  /** Wall time. */
  readonly started: number;
  listeners: ListenerSet | undefined;
  stopping: ShutdownReason | undefined;
}

const statusOf = ({ wsman }: ComposedApplications, { started, listeners }: HostLife, urls: readonly string[]): Readonly<Record<string, unknown>> => ({
  version: product.server,
  startedAt: new Date(started).toISOString(),
  urls,
  listeners: { addresses: listeners?.addresses ?? [], ...listeners?.counters() },
  applications: wsman.map(({ mounted, app, plugins, diagnostics }) => ({
    path: mounted.path,
    state: app === undefined ? "unavailable" : "serving",
    problems: diagnostics.length,
    ...app?.status(),
    plugins: plugins().map(({ name, state }) => ({ name, state })),
  })),
});

/** One certificate answers whoever names no host; the others those who ask for theirs (SNI). */
function listenerBinding({ address, port, bindings }: PlannedSocket, certificates: readonly (BindingCertificate | undefined)[]): ListenerBinding {
  const pairs = bindings.flatMap(({ binding: { host } }, index) => (certificates[index] === undefined ? [] : [{ host, ...certificates[index] }]));
  const forAll = pairs.find(({ host }) => host === "") ?? pairs[0];
  return forAll === undefined ? { address, port } : { address, port, tls: { ...forAll, named: pairs.filter(({ host }) => host !== "") } };
}

function openListeners(
  planned: readonly PlannedSocket[], certificates: readonly (readonly (BindingCertificate | undefined)[])[], listeners: ListenerSet | undefined, site: SiteConfiguration,
): readonly OpenListener[] {
  return planned.flatMap(({ address, port, secure, bindings }, index) =>
    bindings.map((each, at) => ({ ...each, certificate: certificates[index]![at] })).filter((each) => each.site === site).map(({ binding, certificate }) => ({
      address,
      port: listeners?.addresses[index]?.port ?? port,
      secure,
      host: binding.host,
      certificateThumbprint: certificate?.thumbprint ?? "",
      listeningOn: listeners === undefined ? [] : [listeners.addresses[index]!.address],
    })),
  );
}

function urlsOf(planned: readonly PlannedSocket[], listeners: ListenerSet | undefined): readonly string[] {
  const found = addressesOf(planned, listeners);
  return [...found.filter(({ handler }) => handler === "wsman"), ...found.filter(({ handler }) => handler !== "wsman")].map(({ url }) => url);
}

/** Sites may have applications of the same path: those are two. */
function reachableOf(planned: readonly PlannedSocket[], listeners: ListenerSet): readonly RunningApplication[] {
  const wsman = addressesOf(planned, listeners).filter(({ handler }) => handler === "wsman");
  const firsts = wsman.filter((each, at) => at === wsman.findIndex(({ site, path }) => site === each.site && path === each.path));
  return firsts.map(({ site, path }) => ({ path, urls: wsman.filter((each) => each.site === site && each.path === path).map(({ url }) => url) }));
}

interface ApplicationAddress {
  readonly site: SiteConfiguration;
  readonly path: string;
  readonly handler: string;
  readonly url: string;
}

function addressesOf(planned: readonly PlannedSocket[], listeners: ListenerSet | undefined): readonly ApplicationAddress[] {
  if (listeners === undefined) return [];
  return planned.flatMap(({ address, secure, bindings }, index) =>
    bindings.flatMap(({ site, binding }) =>
      site.applications.filter(({ handler }) => handler !== "none").map(({ path, handler }) => {
        const name = binding.host !== "" && !binding.host.startsWith("*") ? binding.host : address === "*" ? "localhost" : address.includes(":") ? `[${address}]` : address;
        return { site, path, handler, url: `${secure ? "https" : "http"}://${name}:${listeners.addresses[index]!.port}${path}` };
      }),
    ),
  );
}
