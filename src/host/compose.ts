/**
 * Reading this file is reading the architecture: configuration becomes applications, applications hang in a pipeline, the pipeline
 * hangs on sockets. Everything built is undone backwards, also when building fails half-way.
 */
import { createAdminApp } from "../apps/admin/create-admin-app.js";
import type { Diagnostic } from "../base/diagnostic.js";
import type { ApplicationConfiguration, HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import { listen, type ListenerSet } from "../listener/listen.js";
import type { ListenerBinding } from "../listener/listener-settings.js";
import { BasicScheme, type VerifyPassword } from "../pipeline/basic-scheme.js";
import type { HostBinding, MountedApplication, MountedSite } from "../pipeline/pipeline-settings.js";
import { createPipeline } from "../pipeline/run-pipeline.js";
import { Undo } from "../plugin-host/undo.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import { authenticationOf, composeWsman, type ComposedWsman } from "./compose-wsman.js";
import type { OpenListener } from "./host-information.js";
import type { AuditLog } from "./logging/audit-log.js";
import type { Logging } from "./logging/create-logging.js";
import { newId } from "./new-id.js";
import { nodeClock } from "./node-clock.js";
import { planSockets, type PlannedSocket } from "./plan-sockets.js";
import { product } from "./product.js";
import { readCertificate, type BindingCertificate } from "./read-certificate.js";
import type { StateDirectory } from "./state-directory.js";

export interface ComposeParts {
  readonly configuration: HostConfiguration;
  readonly state: StateDirectory;
  readonly logging: Logging;
  readonly audit: AuditLog;
  readonly verifyPassword: VerifyPassword;
  readonly port: number | undefined;
}

/** A host that serves. */
export interface ComposedHost {
  /** Every application on every binding; WS-Management ones first. */
  readonly urls: readonly string[];
  /** What is wrong with single applications; the others serve. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the applications that answer every request with the fault that says so. */
  readonly unavailable: readonly string[];
  /** Names of the plug-ins whose code a stack trace shows. */
  pluginsIn(stack: string): readonly string[];
  /** @param reason what plug-ins are told */
  stop(reason: ShutdownReason): Promise<void>;
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
  const planned = planSockets(configuration, parts.port);
  const certificates = planned.map(({ bindings }) => bindings.map(({ binding }) => readCertificate(binding)));
  const drainLimit = Math.max(1000, ...configuration.sites.flatMap((site) => site.applications.map((application) => application.wsman?.pluginLimits.drainTimeoutMs ?? 0)));
  const schemes = [new BasicScheme(parts.verifyPassword)];
  const composed: ComposedWsman[] = [];
  let listeners: ListenerSet | undefined;
  let stopping = false;
  let stopReason: ShutdownReason = "service";

  const mount = async (site: SiteConfiguration, application: ApplicationConfiguration): Promise<MountedApplication> => {
    if (application.handler === "admin") {
      const admin = createAdminApp({
        status,
        notReady: () => (stopping ? ["the host is stopping"] : []),
        audit: ({ activityId, user, method, path, allowed }) =>
          parts.audit.add({ application: application.path, activityId, user, operation: method, action: "", resourceUri: path, allowed, by: "administrators only" }),
        failed: (error) => {
          const errorId = newId();
          logging.logger.error("the admin application failed", { errorId, error: String((error as Error | undefined)?.stack ?? error) });
          return errorId;
        },
      });
      return { path: application.path, ...admin, authentication: authenticationOf({ application, schemes }) };
    }
    const wsman = await composeWsman({
      configuration, site, application, schemes,
      logger: logging.logger,
      documents: (pluginName) => state.pluginDirectory(application.path, pluginName),
      listeners: () => openListeners(planned, certificates, listeners, site),
      audit: (entry) => parts.audit.add(entry),
    });
    undo.add(`application ${application.path}`, () => wsman.stop(stopReason, drainLimit));
    composed.push(wsman);
    return wsman.mounted;
  };

  const sites = new Map<SiteConfiguration, MountedSite>();
  for (const site of configuration.sites) {
    const applications: MountedApplication[] = [];
    for (const application of site.applications) applications.push(await mount(site, application));
    sites.set(site, { name: site.name, applications });
  }
  const sockets: HostBinding[][] = planned.map(({ bindings }) => bindings.map(({ site, binding }) => ({ host: binding.host, site: sites.get(site)! })));
  const pipeline = createPipeline({ sockets, clock: nodeClock, logger: logging.logger, newId, logAccess: (entry) => logging.logAccess(entry) });

  const { headerTimeoutMs, requestTimeoutMs, idleTimeoutMs, maxConnections, maxHeaderBytes } = configuration.listener;
  listeners = await listen(
    planned.map((socket, index) => listenerBinding(socket, certificates[index]!)),
    { headerTimeout: headerTimeoutMs, requestTimeout: requestTimeoutMs, idleTimeout: idleTimeoutMs, maxConnections, maxHeaderBytes },
    pipeline,
    { logger: logging.logger, product: product.server },
  );
  const opened = listeners;
  undo.add("listeners", () => opened.close(drainLimit));

  const started = nodeClock.wallTime();
  const urls = urlsOf(planned, opened);
  function status(): Readonly<Record<string, unknown>> {
    return {
      version: product.server,
      startedAt: new Date(started).toISOString(),
      urls,
      listeners: { addresses: opened.addresses, ...opened.counters() },
      applications: composed.map(({ mounted, app, plugins, diagnostics }) => ({
        path: mounted.path,
        state: app === undefined ? "unavailable" : "serving",
        problems: diagnostics.length,
        ...app?.status(),
        plugins: plugins().map(({ name, state: life }) => ({ name, state: life })),
      })),
    };
  }
  return {
    urls,
    diagnostics: composed.flatMap(({ diagnostics }) => diagnostics),
    unavailable: composed.filter(({ app }) => app === undefined).map(({ mounted }) => mounted.path),
    pluginsIn: (stack) => [...new Set(composed.flatMap((wsman) => wsman.pluginsIn(stack)))],
    stop: async (reason) => {
      stopping = true;
      stopReason = reason;
      for (const { name, error } of await undo.run()) logging.logger.error(`stopping ${name} went wrong`, { error: String(error) });
    },
  };
}

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

function urlsOf(planned: readonly PlannedSocket[], listeners: ListenerSet): readonly string[] {
  const found = planned.flatMap(({ address, secure, bindings }, index) =>
    bindings.flatMap(({ site, binding }) =>
      site.applications.map(({ path, handler }) => {
        const name = binding.host !== "" && !binding.host.startsWith("*") ? binding.host : address === "*" ? "localhost" : address.includes(":") ? `[${address}]` : address;
        return { handler, url: `${secure ? "https" : "http"}://${name}:${listeners.addresses[index]!.port}${path}` };
      }),
    ),
  );
  return [...found.filter(({ handler }) => handler === "wsman"), ...found.filter(({ handler }) => handler !== "wsman")].map(({ url }) => url);
}
