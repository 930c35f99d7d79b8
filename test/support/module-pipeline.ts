import type { CertificateNegotiation, CertificateState } from "../../src/base/client-certificate.js";
import type { HostConnection, HostRequest, HostResponse, TlsFacts } from "../../src/base/host-message.js";
import type { RequestContext } from "../../src/base/request-context.js";
import { fail, ok } from "../../src/base/result.js";
import type { ApplicationAuthentication } from "../../src/pipeline/authentication-scheme.js";
import { ModuleChain } from "../../src/pipeline/modules/module-chain.js";
import type { AccountFacts, FindAccount } from "../../src/pipeline/account-identity.js";
import type { AccessEntry } from "../../src/pipeline/pipeline-settings.js";
import { createPipeline } from "../../src/pipeline/run-pipeline.js";
import { ManualClock } from "../../src/testing/manual-clock.js";
import { RecordingLogger } from "../../src/testing/recording-logger.js";
import type { HttpModule } from "../../src/sdk/define-http-module.js";
import type { ModuleNotification, ModulePriority } from "../../src/sdk/request-notification.js";

/** Handlers as a JavaScript author may write them: any of them, giving anything. */
export type LooseModule = { [K in keyof HttpModule]?: (...given: Parameters<NonNullable<HttpModule[K]>>) => unknown };

export interface GivenModule {
  readonly name?: string;
  readonly priorities?: Readonly<Partial<Record<ModuleNotification, ModulePriority>>>;
  /** Beside those that it has handlers for when the pipeline is made. */
  readonly notifications?: readonly ModuleNotification[];
  make(): unknown;
}

export interface ModulePipelineOptions {
  handle?(context: RequestContext): HostResponse | Promise<HostResponse>;
  readonly anonymous?: boolean;
  readonly authentication?: ApplicationAuthentication;
  readonly accounts?: readonly AccountFacts[];
  /** Instead of `accounts`. */
  readonly findAccount?: FindAccount;
}

export interface RequestOptions {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly tls?: TlsFacts;
  readonly certificates?: { state(): CertificateState; negotiate(limit: number): Promise<CertificateNegotiation> };
  readonly connection?: HostConnection;
}

/** A connection that ends when it is told. */
export function connectionOf(tls: TlsFacts | undefined = undefined): HostConnection & { close(): void } {
  const ends: (() => void)[] = [];
  return {
    id: 7, secure: tls !== undefined, tls, localAddress: "127.0.0.1", localPort: 5985, remoteAddress: "127.0.0.9", remotePort: 50_000, loopback: true,
    onClose: (run) => void ends.push(run),
    close: () => ends.forEach((run) => run()),
  };
}

export function requestOf({ method = "POST", path = "/wsman", query = "", headers = {}, body = "", tls, certificates, connection = connectionOf(tls) }: RequestOptions): HostRequest {
  const fields = new Map([["host", "server:5985"], ["content-length", String(Buffer.byteLength(body))], ...Object.entries(headers)]);
  let read = false;
  return {
    method, path, query, host: "server", connection,
    headers: { get: (name) => fields.get(name.toLowerCase()), entries: () => fields },
    certificates: certificates ?? { state: () => ({ negotiated: false, certificate: undefined }), negotiate: () => Promise.resolve({ hresult: 0x80004005 }) },
    readBody: async (limit) => {
      if (read) throw new Error("the body of a request is read once");
      read = true;
      const bytes = Buffer.from(body);
      return bytes.length > limit ? fail("tooLarge") : ok(bytes);
    },
    onGone: () => () => undefined,
  };
}

/** A pipeline with one application, whose modules are given. The limit of a notification is 60 s, of preloading 100 octets. */
export function modulePipeline(modules: readonly GivenModule[], options: ModulePipelineOptions = {}) {
  const clock = new ManualClock();
  const logger = new RecordingLogger();
  const entries: AccessEntry[] = [];
  const registered = modules.map(({ name = "m", priorities = {}, notifications = [], make }) => {
    const names = Object.keys(make() ?? {}).filter((key) => /^on(?!AsyncCompletion)/u.test(key)).map((key) => key[2]!.toLowerCase() + key.slice(3)) as ModuleNotification[];
    return { name, notifications: [...new Set([...notifications, ...names])], priorities: new Map(Object.entries(priorities) as [ModuleNotification, ModulePriority][]), getHttpModule: make };
  });
  const accounts = new Map((options.accounts ?? []).map((account) => [account.name.toLowerCase(), account]));
  const chain = new ModuleChain(registered, { notification: 60_000, preload: 100, entity: 1000 }, options.findAccount ?? (async (name) => accounts.get(name.toLowerCase())));
  const application = {
    path: "/wsman",
    handle: options.handle ?? ((): HostResponse => ({ status: 200, headers: [["X-Own", "1"]], body: "own" })),
    allowsAnonymous: () => options.anonymous ?? true,
    authentication: options.authentication ?? { schemes: [], allowUnencrypted: true, realm: "WSMAN" },
    modules: chain,
  };
  let id = 0;
  const pipeline = createPipeline({
    sockets: [[{ host: "", site: { name: "Site", applications: [application] } }]],
    clock, logger, newId: () => `ID-${++id}`, logAccess: (entry) => entries.push(entry),
  });
  return { clock, logger, entries, chain, ask: async (request: RequestOptions = {}): Promise<HostResponse> => pipeline(requestOf(request), 0) };
}

/** A module that is one object for all requests. */
export const module = (handlers: LooseModule, more: Omit<Partial<GivenModule>, "make"> = {}): GivenModule => ({ ...more, make: () => handlers });
