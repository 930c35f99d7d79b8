import type { AnswerFilter } from "../base/answer-filter.js";
import type { Diagnostic } from "../base/diagnostic.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import type { HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import { BasicScheme } from "../pipeline/basic-scheme.js";
import type { AccessEntry } from "../pipeline/pipeline-settings.js";
import { createPipeline } from "../pipeline/run-pipeline.js";
import type { UserRecord } from "../protocol/auth/users-text.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import type { PluginInformation } from "../sdk/host-information.js";
import { composeApplications, hostBindings } from "./compose-applications.js";
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
  readonly answerFilter?: AnswerFilter;
  audit(entry: AuditEntry): Promise<void> | undefined;
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
  const { configuration, logger, standIns, answerFilter } = parts;
  const accounts = new Map(parts.accounts.map((account): [string, UserRecord] => [account.name.toLowerCase(), { ...account, hash: "" }]));
  const basic = new BasicScheme((name, password) => {
    const user = accounts.get(name.toLowerCase());
    if (user === undefined) return { kind: "rejected", reason: "unknown-user" };
    return password === parts.password ? { kind: "accepted", user } : { kind: "rejected", reason: "wrong-password" };
  });
  const planned = planSockets(configuration, undefined);
  const { sites, wsman, diagnostics, stop } = await composeApplications({
    configuration, logger, standIns,
    schemes: ({ authentication }) => (authentication.basic.enabled ? [basic] : []),
    documents: undefined,
    findAccount: async (name) => accounts.get(name.toLowerCase()),
    listeners: (site) => listenersOf(planned, site),
    audit: (entry) => parts.audit(entry),
  });
  const pipeline = createPipeline({
    sockets: hostBindings(planned, sites), clock: standIns.clock, logger, newId,
    logAccess: (entry) => parts.logAccess(entry),
    ...(answerFilter === undefined ? {} : { answerFilter }),
  });
  return {
    diagnostics, stop,
    handle: async (request) => pipeline(request, 0),
    plugins: () => wsman.flatMap(({ plugins }) => plugins()),
    status: () => wsman.reduce((sum, { app }) => {
      const { requestsInFlight, openEnumerations } = app?.status() ?? { requestsInFlight: 0, openEnumerations: 0 };
      return { requestsInFlight: sum.requestsInFlight + requestsInFlight, openEnumerations: sum.openEnumerations + openEnumerations };
    }, { requestsInFlight: 0, openEnumerations: 0 }),
  };
}

/** As if every binding were open on its own address. */
function listenersOf(planned: readonly PlannedSocket[], site: SiteConfiguration): readonly OpenListener[] {
  return planned.flatMap(({ address, port, secure, bindings }) =>
    bindings.filter((each) => each.site === site).map(({ binding }) => ({ address, port, secure, host: binding.host, certificateThumbprint: "", listeningOn: [address] })));
}
