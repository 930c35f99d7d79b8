import type { Clock } from "../base/clock.js";
import type { Logger } from "../base/logger.js";
import type { ClassDefinition } from "../base/class-definition.js";
import type { OperationFailure } from "./failure.js";
import type {
  CreateRequest, DeleteRequest, EnumerateRequest, GetRequest, InvokeRequest, PutRequest, XmlOutput,
} from "./operation-request.js";
import type { Created, EnumerationResult, PutResult } from "./operation-result.js";
import type { HostInformation } from "./host-information.js";
import type { PluginStorage } from "./plugin-storage.js";
import type { OpenShellRequest, Shell } from "./shell.js";

type Answer<T> = T | OperationFailure | Promise<T | OperationFailure>;

/** The method each capability needs. A plug-in has those it declares and no others. */
export interface OperationsByCapability {
  Get: { get(request: GetRequest): Answer<XmlOutput> };
  Put: { put(request: PutRequest): Answer<PutResult> };
  Create: { create(request: CreateRequest): Answer<Created> };
  Delete: { delete(request: DeleteRequest): Answer<void> };
  Invoke: { invoke(request: InvokeRequest): Answer<XmlOutput | undefined> };
  Enumerate: { enumerate(request: EnumerateRequest): Answer<EnumerationResult> };
  /** The host keeps shells, commands, streams, time-outs and quotas; the plug-in is asked for what is its own. */
  Shell: { openShell(request: OpenShellRequest): Answer<Shell> };
}

/** Capabilities that this version of the SDK has methods for. Subscribe comes with SDKVersion 1 later and adds, never changes. */
export type PluginCapability = keyof OperationsByCapability;

type UnionToIntersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;

/** Exactly the operations of the capabilities C. */
export type Operations<C extends PluginCapability> = UnionToIntersection<OperationsByCapability[C]> & PluginEnd;

export interface PluginEnd {
  /**
   * Called once, after the last operation has ended or was cancelled, never after a failed start. May take until the host's drain
   * limit; what is left after that is abandoned.
   */
  shutdown?(reason: ShutdownReason): void | Promise<void>;
}

/** WSManPluginShutdown's reasons: system going down, service stopping, host application recycled (IIS host), idle time elapsed. */
export type ShutdownReason = "system" | "service" | "iis-host" | "idle";

/** WSManPluginStartup's flags. */
export type StartReason = "request" | "restarted-after-reboot" | "restarted-after-crash";

/** What a plug-in is given once, before its first request. */
export interface StartupContext {
  readonly startReason: StartReason;
  /** `wsman` or `wsman/<application path>`. */
  readonly applicationIdentification: string;
  /** Display name from the configuration. */
  readonly name: string;
  /** InitializationParameters of the configuration, in order. Names compare without case in `get`. */
  readonly initializationParameters: ReadonlyMap<string, string>;
  /** Folder of the application's web.config: where the operator puts files for plug-ins, above all for one that takes no parameters. Absolute. */
  readonly applicationDirectory: string;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Durable documents of this plug-in: whole, old or new, whatever happens to the process. */
  readonly storage: PluginStorage;
  /** What the host says about itself and its running configuration. Live: ask again for the present state. */
  readonly host: HostInformation;
  /** `true` while `wsmanor validate` checks: build and check everything, change nothing outside. */
  readonly validateOnly: boolean;
}

/** The data half of a plug-in. */
export interface PluginDeclaration<C extends PluginCapability> {
  /** For logs and errors until the configuration's Name is known. */
  readonly name: string;
  /** The version of this contract it was written for. */
  readonly sdkVersion: 1;
  /** All it can do; the configuration may give less to a resource, never more. */
  readonly capabilities: readonly C[];
  /** Parameters it understands; others in InitializationParameters are reported. Absent: anything goes. */
  readonly parameters?: readonly string[];
  /**
   * Who evaluates filters where the configuration says SupportsFiltering. Absent: the plug-in, which gets the filter as it was sent and
   * answers `cannot-process-filter` to what it does not know. `"host"`: the host evaluates WQL, CQL, XPath Level 1 and selector filters on the
   * items; the plug-in gets a `query` that says which class and properties are needed.
   */
  readonly filters?: "host";
  /**
   * Who finds fragments where the configuration says SupportsFragment. Absent: the plug-in. `"host"`: Get and Put always deal with whole
   * representations, the host takes and replaces the part (XPath Level 1). Put of a part needs the capability Get.
   */
  readonly fragments?: "host";
  /**
   * `true`: it knows subclasses and does what `request.polymorphism` says (DSP0227, `b:PolymorphismMode`). Absent: the host refuses every
   * mode but the default one.
   */
  readonly polymorphism?: true;
  /** The classes of its instances; with `filters: "host"` queries are checked against them. Without them any name may be asked for. */
  readonly classes?: readonly ClassDefinition[];
}

/** A stateless plug-in gives `operations`; one with state opens it in `startup` and returns the operations that close over it. */
export type OperationPlugin<C extends PluginCapability = PluginCapability> = {
  readonly kind: "operation-plugin";
  readonly declaration: PluginDeclaration<C>;
} & (
  | { readonly operations: Operations<C> }
  | { readonly startup: (context: StartupContext) => Operations<C> | Promise<Operations<C>> }
);

/**
 * Declares an operation plug-in. Naming a capability without its method does not compile; a method without its capability is refused
 * when the plug-in is loaded.
 *
 * ```ts
 * export default definePlugin({
 *   declaration: { name: "hello", sdkVersion: 1, capabilities: ["Get"] },
 *   operations: {
 *     get: ({ selectors }) => element("urn:example:hello", "Hello", selectors.get("Name") ?? "world"),
 *   },
 * });
 * ```
 */
export function definePlugin<const C extends PluginCapability>(plugin: {
  readonly declaration: PluginDeclaration<C>;
  readonly operations: NoInfer<Operations<C>>;
}): OperationPlugin<C>;
export function definePlugin<const C extends PluginCapability>(plugin: {
  readonly declaration: PluginDeclaration<C>;
  readonly startup: (context: StartupContext) => NoInfer<Operations<C>> | Promise<NoInfer<Operations<C>>>;
}): OperationPlugin<C>;
export function definePlugin(plugin: object): OperationPlugin<never> {
  return Object.freeze({ kind: "operation-plugin", ...plugin }) as unknown as OperationPlugin<never>;
}
