import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RequestOptions } from "../../src/apps/wsman/option-set.js";
import { RequestSelectors } from "../../src/apps/wsman/selector-set.js";
import { renderXml } from "../../src/apps/wsman/render-xml.js";
import { capabilities, type Capability } from "../../src/base/capability.js";
import type { Clock } from "../../src/base/clock.js";
import { pluginAbilities } from "../../src/host/plugin-abilities.js";
import { createPluginHost } from "../../src/plugin-host/create-plugin-host.js";
import type { IsolationSettings } from "../../src/plugin-host/isolation/isolation-settings.js";
import type { PluginAnswer, PluginItem, PluginItems, PluginXml, RequestByCapability, SingleCapability, ValueByCapability } from "../../src/plugin-host/plugin-answer.js";
import type { OperationPort, PluginHost } from "../../src/plugin-host/plugin-host.js";
import type { ConfigurationEditing } from "../../src/sdk/configuration-editing.js";
import type { HostInformation } from "../../src/sdk/host-information.js";
import { RecordingLogger } from "../unit/apps/wsman/app-harness.js";
import { FileDocuments } from "../../src/store/documents/file-documents.js";

export type IsolationMode = IsolationSettings["mode"];

/** One real plug-in host with one real plug-in from the disk, and its port. */
export interface IsolatedHost {
  readonly host: PluginHost;
  readonly port: OperationPort;
  readonly log: RecordingLogger;
  readonly problems: readonly string[];
  call<C extends SingleCapability>(capability: C, parts?: CallParts): Promise<PluginAnswer<ValueByCapability[C]>>;
  enumerate(parts?: CallParts): Promise<PluginAnswer<PluginItems>>;
  stop(): Promise<void>;
}

export interface CallParts {
  /** The selector `do`. */
  readonly what?: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly selectors?: readonly { readonly name: string; readonly value: string }[];
  readonly timeout?: number;
  readonly onGone?: (run: () => void) => () => void;
}

const resourceUri = "urn:c";

/** @param clock of the host's side; absent: the machine's */
export async function startIsolated(path: string, mode: IsolationMode, options: {
  readonly isolation?: Partial<IsolationSettings>; readonly capabilities?: readonly Capability[]; readonly clock?: Clock;
  readonly editing?: ConfigurationEditing;
  readonly parameters?: readonly (readonly [string, string])[]; readonly startupTimeout?: number; readonly shutdownTimeout?: number;
  /** An authorization plug-in beside it. */
  readonly authorization?: { readonly path: string; readonly mode: IsolationMode; readonly isolation?: Partial<IsolationSettings>; readonly timeout?: number; readonly refreshSeconds?: number };
} = {}): Promise<IsolatedHost> {
  // The machine's clock keeps no process alive; a host has sockets for that.
  const alive = setInterval(() => undefined, 60_000);
  const documents = mkdtempSync(join(tmpdir(), "wsmanor-isolated-"));
  const log = new RecordingLogger();
  let host: PluginHost | undefined;
  const information: HostInformation = {
    productVendor: "vendor", productVersion: "1.2.3",
    settings: () => ({ maxBatchItems: 7 }) as ReturnType<HostInformation["settings"]>, listeners: () => [], plugins: () => host?.plugins() ?? [], certificateMappings: () => [],
  };
  const abilities = pluginAbilities({ logger: log, host: information, documents: (name) => new FileDocuments(join(documents, name)), standIns: undefined, editingFor: () => options.editing });
  host = createPluginHost({
    applicationIdentification: "wsman", baseDirectory: documents, allowedDirectories: [], quotaRefreshIntervalSeconds: options.authorization?.refreshSeconds ?? 60,
    startupTimeout: options.startupTimeout ?? 20_000, shutdownTimeout: options.shutdownTimeout ?? 5000, authorizationTimeout: options.authorization?.timeout ?? 1000, startReason: "request", validateOnly: false,
    plugins: [{
      name: "Contract", filename: path, sdkVersion: 1, xmlRenderingType: "text", enabled: true, initializationParameters: options.parameters ?? [],
      resources: [{ resourceUri, exactMatch: false, supportsOptions: true, capabilities: (options.capabilities ?? allCapabilities).map((type) => ({ type, supportsFragment: true, supportsFiltering: true })) }],
      isolation: isolationOf(mode, options.isolation),
    }],
    authorization: options.authorization === undefined ? undefined : {
      name: "Authorization", filename: options.authorization.path, sdkVersion: 1, supportsQuota: true, isolation: isolationOf(options.authorization.mode, options.authorization.isolation),
    },
  }, options.clock === undefined ? abilities : { ...abilities, clock: options.clock });
  const { diagnostics } = await host.start();
  const port = host.entries[0]!.target;
  return {
    host, port, log,
    problems: diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
    call: async (capability, parts = {}) => port.call(capability, requestOf(parts) as never, contextOf(parts)),
    enumerate: async (parts = {}) => port.enumerate({ filter: undefined, mode: "object", ...requestOf(parts) } as never, contextOf(parts)),
    stop: async () => {
      await host.stop("service", 200);
      clearInterval(alive);
      rmSync(documents, { recursive: true, force: true });
    },
  };
}

const isolationOf = (mode: IsolationMode, more: Partial<IsolationSettings> = {}): IsolationSettings =>
  ({ mode, memoryLimit: undefined, cpuLimitPercent: undefined, hangTimeoutMs: 10_000, account: undefined, ...more });

const allCapabilities = Object.keys(capabilities).filter((name) => name !== "Subscribe" && name !== "Shell") as Capability[];

export function requestOf({ what, more, selectors = [] }: CallParts): RequestByCapability["Get"] {
  return {
    resourceUri, action: "urn:action",
    selectors: new RequestSelectors([...(what === undefined ? [] : [{ name: "do", value: what }]), ...selectors]),
    options: new RequestOptions([], false),
    sender: { senderName: "alice", authenticationMechanism: "Basic", isAdministrator: false, httpUrl: "http://h/wsman", environment: new Map([["EDITION", "full"]]) },
    locale: "en-US", dataLocale: undefined,
    limits: { maxEnvelopeSize: 150_000, timeout: 5000, largestResultSize: 140_000, remainingResultSize: () => 130_000 },
    fragment: undefined,
    ...more,
  };
}

const contextOf = ({ timeout = 10_000, onGone }: CallParts) => ({ timeout, ...(onGone === undefined ? {} : { onGone }) });

/** The text that an answer's XML becomes. */
export function xmlOf(xml: PluginXml | undefined): string {
  if (xml === undefined) return "nothing";
  const rendered = renderXml(xml, undefined, 1_000_000);
  return rendered.ok ? rendered.value : `no XML: ${rendered.error}`;
}

/** Every item until the end or the trouble. */
export async function itemsOf(answer: PluginAnswer<PluginItems>, atMost = Infinity): Promise<{ readonly items: readonly PluginItem[]; readonly end: PluginAnswer<unknown> | undefined }> {
  if (answer.kind !== "answered") return { items: [], end: answer };
  const items: PluginItem[] = [];
  while (items.length < atMost) {
    const next = await answer.value.next();
    if (next.kind !== "answered" || next.value === undefined) return { items, end: next };
    items.push(next.value);
  }
  return { items, end: undefined };
}
