import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { noClientCertificates } from "../../../../src/base/client-certificate.js";
import type { HostHeaders, HostRequest, HostResponse } from "../../../../src/base/host-message.js";
import type { Identity } from "../../../../src/base/identity.js";
import type { Logger } from "../../../../src/base/logger.js";
import type { RequestContext, RequestFacts } from "../../../../src/base/request-context.js";
import { fail, ok } from "../../../../src/base/result.js";
import { createWsmanApp } from "../../../../src/apps/wsman/create-wsman-app.js";
import type { Farm } from "../../../../src/apps/wsman/farm.js";
import type { SettingPlaces } from "../../../../src/apps/wsman/setting-places.js";
import type { AuditDecision, WsmanApp, WsmanSettings } from "../../../../src/apps/wsman/wsman-parts.js";
import { createPluginHost } from "../../../../src/plugin-host/create-plugin-host.js";
import type { PluginHost } from "../../../../src/plugin-host/plugin-host.js";
import type { AuthorizationPluginSettings, PluginHostAbilities, PluginHostSettings, PluginSettings } from "../../../../src/plugin-host/plugin-settings.js";
import { buildRoutes } from "../../../../src/routing/build-routes.js";
import { ManualClock } from "../../../../src/testing/manual-clock.js";

export const TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
export const ENUMERATION = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
export const SELECTOR_FILTER = "http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter";
export const URI = "urn:test:thing";

const namespaces =
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
  'xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" ' +
  'xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd"';

/** Collects what is logged. */
export class RecordingLogger implements Logger {
  readonly lines: { readonly level: string; readonly message: string; readonly fields: Record<string, unknown> }[] = [];
  #add = (level: string) => (message: string, fields: Record<string, unknown> = {}): void => void this.lines.push({ level, message, fields });
  error = this.#add("error");
  warn = this.#add("warn");
  info = this.#add("info");
  debug = this.#add("debug");
  has(text: string | RegExp): boolean {
    return this.lines.some(({ message }) => (typeof text === "string" ? message.includes(text) : text.test(message)));
  }
}

export const abilitiesFor = (modules: ReadonlyMap<string, unknown>, clock: ManualClock, logger: Logger): PluginHostAbilities => {
  let id = 0;
  return {
    clock, logger,
    startFarSide: async () => assert.fail("nothing is isolated here"),
    isHereOnly: () => true,
    importModule: async (path) => {
      if (!modules.has(path)) throw new Error(`Cannot find module ${path}`);
      return { default: modules.get(path) };
    },
    realPath: async (path) => path,
    kindOf: async (path) => (modules.has(path) ? "file" : [...modules.keys()].some((file) => file.startsWith(`${path}/`)) ? "directory" : undefined),
    readText: async () => "",
    storageFor: () => ({ read: async () => undefined, write: async () => undefined, remove: async () => undefined }),
    host: { productVendor: "", productVersion: "", settings: () => ({}) as never, listeners: () => [], plugins: () => [], certificateMappings: () => [] },
    environment: new Map([["HOSTHOME", "/host"]]),
    newId: () => `ERR-${++id}`,
  };
};

export const pluginSettings = (more: Partial<PluginSettings> & { readonly capabilities?: readonly string[]; readonly filtering?: boolean; readonly fragment?: boolean; readonly options?: boolean } = {}): PluginSettings => ({
  name: "Thing", filename: "/plugins/thing.js", sdkVersion: 1, xmlRenderingType: "text", enabled: true, initializationParameters: [],
  resources: [{
    resourceUri: URI, exactMatch: false, supportsOptions: more.options ?? false,
    capabilities: (more.capabilities ?? []).map((type) => ({ type: type as never, supportsFragment: more.fragment ?? false, supportsFiltering: more.filtering ?? false })),
  }],
  ...more,
});

export const hostSettings = (plugins: readonly PluginSettings[], more: Partial<PluginHostSettings> = {}): PluginHostSettings => ({
  applicationIdentification: "wsman", baseDirectory: "/plugins", allowedDirectories: [], plugins, quotaRefreshIntervalSeconds: 900,
  startupTimeout: 5000, shutdownTimeout: 1000, authorizationTimeout: 5000, startReason: "request", validateOnly: false, ...more,
});

export const alice: Identity = { name: "alice", authenticationType: "Basic", isAdministrator: false, environment: new Map() };
export const bob: Identity = { ...alice, name: "bob" };

export interface HarnessOptions {
  readonly plugin?: unknown;
  readonly capabilities?: readonly string[];
  readonly filtering?: boolean;
  readonly fragment?: boolean;
  readonly options?: boolean;
  readonly xmlRenderingType?: "text" | "XmlReader";
  readonly plugins?: readonly (readonly [PluginSettings, unknown])[];
  readonly authorization?: unknown;
  readonly authorizationSettings?: Partial<AuthorizationPluginSettings>;
  readonly quotaRefreshIntervalSeconds?: number;
  readonly settings?: Partial<WsmanSettings>;
  readonly places?: SettingPlaces;
  /** The application that it takes over from: same clock, same memory. */
  readonly follows?: AppHarness;
  readonly hostSettings?: Partial<PluginHostSettings>;
  /** It is a member of this farm; ids are then random. */
  readonly farm?: Farm;
}

/** The application with its plug-in host, in memory, on a clock that is turned by hand. */
export class AppHarness {
  clock = new ManualClock();
  readonly logger = new RecordingLogger();
  readonly audit: AuditDecision[] = [];
  pluginHost!: PluginHost;
  app!: WsmanApp;
  #id = 0;

  static async start(options: HarnessOptions): Promise<AppHarness> {
    const harness = new AppHarness();
    if (options.follows !== undefined) harness.clock = options.follows.clock;
    const plugins = options.plugins ?? [[pluginSettings({ ...options, capabilities: options.capabilities ?? (options.plugin as { declaration: { capabilities: string[] } }).declaration.capabilities }), options.plugin] as const];
    const modules = new Map<string, unknown>(plugins.map(([settings, plugin]) => [settings.filename, plugin]));
    modules.set("/plugins/authorization.js", options.authorization);
    harness.pluginHost = createPluginHost(hostSettings(plugins.map(([settings]) => settings), {
      quotaRefreshIntervalSeconds: options.quotaRefreshIntervalSeconds ?? 900,
      ...options.hostSettings,
      ...(options.authorization === undefined ? {} : { authorization: { name: "Auth", filename: "/plugins/authorization.js", sdkVersion: 1, supportsQuota: false, ...options.authorizationSettings } }),
    }), abilitiesFor(modules, harness.clock, harness.logger));
    const { diagnostics } = await harness.pluginHost.start();
    assert.deepEqual(diagnostics.filter(({ severity }) => severity === "error"), []);
    harness.app = createWsmanApp({
      settings: {
        maxEnvelopeSizeKB: 150, maxOperationTimeoutSeconds: 60, maxEnumerateIdleTimeoutSeconds: 60, quotaSystemWindowSeconds: 2, quotaSystemWindowOperations: 1000,
        maxBatchItems: 32_000, maxEnumerations: 100, maxEnumerationsPerUser: 20,
        allowRemoteShellAccess: true, maxShellIdleTimeoutMinutes: 15, maxShells: 100, maxShellsPerUser: 30, maxShellUsers: 10, maxCommandsPerShell: 15, maxShellRunTimeMs: undefined, ...options.settings,
      },
      places: options.places ?? {},
      routes: buildRoutes(harness.pluginHost.entries),
      authorizer: harness.pluginHost.authorizer,
      clock: harness.clock, logger: harness.logger,
      ...(options.farm === undefined ? {} : { farm: options.farm }),
      newId: () => options.farm !== undefined ? randomUUID().toUpperCase() : `00000000-0000-4000-8000-${String(++harness.#id).padStart(12, "0")}`,
      audit: (decision) => void harness.audit.push(decision),
      machineName: "machine",
      product: { vendor: "WS-Manor", version: "OS: 1.2.3 SP: 0.0 Stack: 3.0", anonymousVersion: "OS: 0.0.0 SP: 0.0 Stack: 3.0" },
      securityProfiles: () => ["urn:profile:basic"],
      challenge: () => ({ status: 401, headers: [["WWW-Authenticate", 'Basic realm="WSMAN"']] }),
    }, options.follows?.app.memory);
    return harness;
  }

  /** Sends raw text as somebody. */
  async post(body: string | Uint8Array, options: PostOptions = {}): Promise<Answer> {
    const { context, facts } = contextOf(body, options);
    const response = await this.app.handle(context);
    return new Answer(response, facts);
  }

  send(message: MessageOptions, options: PostOptions = {}): Promise<Answer> {
    return this.post(envelope(message), options);
  }

  /** Lets everything that is ready run, then turns the clock. */
  async advance(milliseconds: number): Promise<void> {
    await settled();
    this.clock.advance(milliseconds);
    await settled();
  }
}

export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
};

export interface PostOptions {
  readonly user?: Identity | undefined;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The name in Host; default `server.example`. */
  readonly host?: string;
  readonly gone?: (run: () => void) => void;
  /** Where the client asks, behind a proxy. */
  readonly pathPrefix?: string;
  readonly secure?: boolean;
  /** The body is there when this is settled. */
  readonly bodyAfter?: Promise<unknown>;
}

export function contextOf(body: string | Uint8Array, options: PostOptions): { readonly context: RequestContext; readonly facts: RequestFacts } {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const values = new Map(Object.entries({ "content-type": "application/soap+xml;charset=UTF-8", host: "server.example:5985", ...options.headers }));
  const headers: HostHeaders = { get: (name) => values.get(name.toLowerCase()), entries: () => values };
  const request: HostRequest = {
    method: options.method ?? "POST", path: "/wsman", query: "", host: options.host ?? "server.example", headers,
    ...(options.pathPrefix === undefined ? {} : { pathPrefix: options.pathPrefix }),
    connection: { id: 1, secure: options.secure ?? false, tls: undefined, localAddress: "127.0.0.1", localPort: 5985, remoteAddress: "127.0.0.1", remotePort: 1, loopback: true, onClose: () => undefined },
    certificates: noClientCertificates,
    readBody: async (limit) => {
      await options.bodyAfter;
      return bytes.length > limit ? fail("tooLarge") : ok(bytes);
    },
    onGone: (run) => {
      options.gone?.(run);
      return () => undefined;
    },
  };
  const facts: RequestFacts = {};
  return { context: { request, activityId: "ACTIVITY", user: "user" in options ? options.user : alice, facts }, facts };
}

export class Answer {
  readonly text: string;
  constructor(readonly response: HostResponse, readonly facts: RequestFacts) {
    this.text = typeof response.body === "string" ? response.body : response.body === undefined ? "" : new TextDecoder("utf-16le").decode(response.body);
  }
  get status(): number {
    return this.response.status;
  }
  /** `w:TimedOut` */
  get subcode(): string | undefined {
    return /<s:Subcode><s:Value>([^<]*)</u.exec(this.text)?.[1];
  }
  get code(): number {
    return Number(/<f:WSManFault[^>]* Code="(\d+)"/u.exec(this.text)?.[1] ?? /error_Code[^>]*>(\d+)</u.exec(this.text)?.[1]);
  }
  get detail(): string | undefined {
    return /faultDetail\/([^<]*)</u.exec(this.text)?.[1];
  }
  get context(): string | undefined {
    return /<n:EnumerationContext>([^<]*)</u.exec(this.text)?.[1];
  }
  get ended(): boolean {
    return this.text.includes("EndOfSequence");
  }
  /** Text of every `<i>`. */
  get items(): string[] {
    return [...this.text.matchAll(/<i>([^<]*)<\/i>/gu)].map(([, text]) => text!);
  }
  ok(): this {
    assert.equal(this.status, 200, this.text);
    return this;
  }
  /** A fault of this subcode. */
  fault(subcode: string, more: { readonly code?: number; readonly detail?: string } = {}): this {
    assert.equal(this.status, 500, this.text);
    assert.equal(this.subcode, subcode, this.text);
    if (more.code !== undefined) assert.equal(this.code, more.code, this.text);
    if (more.detail !== undefined) assert.equal(this.detail, more.detail, this.text);
    return this;
  }
}

export interface MessageOptions {
  readonly action: string;
  readonly uri?: string;
  readonly headers?: string;
  readonly body?: string;
  readonly timeout?: string;
  readonly maxEnvelopeSize?: number;
}

export function envelope({ action, uri = URI, headers = "", body = "", timeout, maxEnvelopeSize }: MessageOptions): string {
  return (
    `<s:Envelope ${namespaces}><s:Header><a:To>http://server.example:5985/wsman</a:To>` +
    `<a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>` +
    `<a:Action>${action}</a:Action><a:MessageID>uuid:1</a:MessageID><w:ResourceURI>${uri}</w:ResourceURI>` +
    (timeout === undefined ? "" : `<w:OperationTimeout>${timeout}</w:OperationTimeout>`) +
    (maxEnvelopeSize === undefined ? "" : `<w:MaxEnvelopeSize>${maxEnvelopeSize}</w:MaxEnvelopeSize>`) +
    `${headers}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

export const get = (more: Partial<MessageOptions> = {}): MessageOptions => ({ action: `${TRANSFER}/Get`, ...more });
export const enumerate = (inside = "", more: Partial<MessageOptions> = {}): MessageOptions => ({ action: `${ENUMERATION}/Enumerate`, body: `<n:Enumerate>${inside}</n:Enumerate>`, ...more });
export const optimized = (maxElements: number, more: Partial<MessageOptions> = {}): MessageOptions =>
  enumerate(`<w:OptimizeEnumeration/><w:MaxElements>${maxElements}</w:MaxElements>`, more);
export const pull = (context: string | undefined, maxElements: number, inside = "", more: Partial<MessageOptions> = {}): MessageOptions =>
  ({ action: `${ENUMERATION}/Pull`, body: `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>${maxElements}</n:MaxElements>${inside}</n:Pull>`, ...more });
export const release = (context: string | undefined): MessageOptions =>
  ({ action: `${ENUMERATION}/Release`, body: `<n:Release><n:EnumerationContext>${context}</n:EnumerationContext></n:Release>` });
