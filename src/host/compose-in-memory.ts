import type { Diagnostic } from "../base/diagnostic.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import type { ApplicationConfiguration, HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import { BasicScheme } from "../pipeline/basic-scheme.js";
import type { AccessEntry, HostBinding } from "../pipeline/pipeline-settings.js";
import { createPipeline } from "../pipeline/run-pipeline.js";
import type { UserRecord } from "../protocol/auth/users-text.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import type { PluginInformation } from "../sdk/host-information.js";
import { Undo } from "../plugin-host/undo.js";
import { composeWsman, type ComposedWsman } from "./compose-wsman.js";
import type { OpenListener } from "./host-information.js";
import type { AuditEntry } from "./logging/audit-log.js";
import type { MachineStandIns } from "./machine-stand-ins.js";
import { newId } from "./new-id.js";
import { planSockets, type PlannedSocket } from "./plan-sockets.js";

export interface InMemoryParts {
  readonly configuration: HostConfiguration;
  readonly standIns: MachineStandIns;
  readonly logger: Logger;
  /** Accounts by name; the password of each is accepted when it equals `password`. */
  readonly accounts: readonly Omit<UserRecord, "hash">[];
  readonly password: string;
  audit(entry: AuditEntry): void;
  logAccess(entry: AccessEntry): void;
}

/** A host without sockets: its WS-Management applications behind the real pipeline. */
export interface InMemoryHost {
  /** What is wrong with single applications. */
  readonly diagnostics: readonly Diagnostic[];
  handle(request: HostRequest): Promise<HostResponse>;
  plugins(): readonly PluginInformation[];
  status(): { readonly requestsInFlight: number; readonly openEnumerations: number };
  stop(reason: ShutdownReason, drainLimit: number): Promise<void>;
}

/** `compose` for those who test a plug-in: the same parts, handed messages instead of connections. The admin application is left out. */
export async function composeInMemory(parts: InMemoryParts): Promise<InMemoryHost> {
  const { configuration, logger, standIns } = parts;
  const undo = new Undo();
  const accounts = new Map(parts.accounts.map((account): [string, UserRecord] => [account.name.toLowerCase(), { ...account, hash: "" }]));
  const schemes = [new BasicScheme((name, password) => {
    const user = accounts.get(name.toLowerCase());
    if (user === undefined) return { kind: "rejected", reason: "unknown-user" };
    return password === parts.password ? { kind: "accepted", user } : { kind: "rejected", reason: "wrong-password" };
  })];
  const planned = planSockets(configuration, undefined);
  const composed: ComposedWsman[] = [];
  let ending: { readonly reason: ShutdownReason; readonly limit: number } = { reason: "service", limit: 0 };
  const mount = async (site: SiteConfiguration, application: ApplicationConfiguration): Promise<ComposedWsman> => {
    const wsman = await composeWsman({
      configuration, site, application, schemes, logger, standIns,
      documents: undefined,
      listeners: () => listenersOf(planned, site),
      audit: (entry) => parts.audit(entry),
    });
    undo.add(`application ${application.path}`, () => wsman.stop(ending.reason, ending.limit));
    composed.push(wsman);
    return wsman;
  };
  const sites = new Map<SiteConfiguration, HostBinding["site"]>();
  for (const site of configuration.sites) {
    const applications = [];
    for (const application of site.applications) if (application.handler === "wsman") applications.push((await mount(site, application)).mounted);
    sites.set(site, { name: site.name, applications });
  }
  const sockets = planned.map(({ bindings }) => bindings.map(({ site, binding }): HostBinding => ({ host: binding.host, site: sites.get(site)! })));
  const pipeline = createPipeline({ sockets, clock: standIns.clock, logger, newId, logAccess: (entry) => parts.logAccess(entry) });
  return {
    diagnostics: composed.flatMap(({ diagnostics }) => diagnostics),
    handle: async (request) => pipeline(request, 0),
    plugins: () => composed.flatMap(({ plugins }) => plugins()),
    status: () => composed.reduce((sum, { app }) => {
      const { requestsInFlight, openEnumerations } = app?.status() ?? { requestsInFlight: 0, openEnumerations: 0 };
      return { requestsInFlight: sum.requestsInFlight + requestsInFlight, openEnumerations: sum.openEnumerations + openEnumerations };
    }, { requestsInFlight: 0, openEnumerations: 0 }),
    stop: async (reason, limit) => {
      ending = { reason, limit };
      for (const { name, error } of await undo.run()) logger.error(`stopping ${name} went wrong`, { error: String(error) });
    },
  };
}

/** As if every binding were open on its own address. */
function listenersOf(planned: readonly PlannedSocket[], site: SiteConfiguration): readonly OpenListener[] {
  return planned.flatMap(({ address, port, secure, bindings }) =>
    bindings.filter((each) => each.site === site).map(({ binding }) => ({ address, port, secure, host: binding.host, certificateThumbprint: "", listeningOn: [address] })));
}
