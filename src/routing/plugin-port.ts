import type { ClassDefinition } from "../base/class-definition.js";
import type {
  CreateRequest, DeleteRequest, EnumerateRequest, GetRequest, InvokeRequest, PutRequest, SenderDetails,
} from "../sdk/operation-request.js";
import type { CancelReason, PluginAnswer, PluginCallContext, PluginXml } from "./plugin-answer.js";
import type { OpenShell, ShellPort } from "./shell-port.js";

export type { CancelReason, PluginAnswer, PluginCallContext, PluginRefusal, PluginTrouble, PluginXml } from "./plugin-answer.js";

/** What each single-answer capability is asked with. The signal is added where the plug-in runs. */
export interface RequestByCapability {
  Get: Omit<GetRequest, "signal">;
  Put: Omit<PutRequest, "signal">;
  Create: Omit<CreateRequest, "signal">;
  Delete: Omit<DeleteRequest, "signal">;
  Invoke: Omit<InvokeRequest, "signal">;
}

/** A new or renamed instance. */
export interface PluginCreated {
  readonly selectors: readonly (readonly [name: string, value: string])[];
  /** `undefined`: the request's own. */
  readonly resourceUri: string | undefined;
}

/** What each single-answer capability gives. */
export interface ValueByCapability {
  Get: PluginXml;
  Put: PluginXml | { readonly renamed: PluginCreated } | undefined;
  Create: PluginCreated;
  Delete: undefined;
  Invoke: PluginXml | undefined;
}

export type SingleCapability = keyof RequestByCapability;

/** One item of an enumeration. */
export type PluginItem = { readonly object: PluginXml; readonly epr: PluginCreated | undefined };

/** An enumeration that a plug-in is giving. Holds the plug-in until `close`. */
export interface PluginItems {
  readonly totalItemsCountEstimate: number | undefined;
  /**
   * The next item, `undefined` at the end. Never rejects, never called again before it has answered, and never after anything but an
   * item. Has no deadline of its own: who waits decides how long, and keeps the promise for the next wait.
   */
  next(): PluginAnswer<PluginItem | undefined> | Promise<PluginAnswer<PluginItem | undefined>>;
  /** Fires the signal and calls the iterator's `return()`. Once; later calls do nothing. */
  close(reason: CancelReason): void;
}

/** What a plug-in's declaration leaves to the host. Immutable. */
export interface HostDuties {
  /** The host evaluates filters; the plug-in is handed a query instead. */
  readonly filters: boolean;
  /** The host takes and replaces fragments; the plug-in is asked for whole representations. */
  readonly fragments: boolean;
  /** The plug-in does what a PolymorphismMode says; otherwise only the default one is let through. */
  readonly polymorphism: boolean;
  readonly classes: readonly ClassDefinition[];
}

/** A plug-in as the applications see it. Nothing here throws or rejects. */
export interface PluginPort {
  /** Name of the configuration. */
  readonly name: string;
  /** Filename of the configuration, unexpanded. */
  readonly filename: string;
  readonly xmlRenderingType: "text" | "XmlReader";
  /**
   * Known at once, but where the Filename depends on the user: then once that user's instance has started. Only asked about requests that have
   * a filter or a fragment.
   */
  duties(sender: SenderDetails, context: PluginCallContext): PluginAnswer<HostDuties> | Promise<PluginAnswer<HostDuties>>;
  call<C extends SingleCapability>(
    capability: C, request: RequestByCapability[C], context: PluginCallContext,
  ): PluginAnswer<ValueByCapability[C]> | Promise<PluginAnswer<ValueByCapability[C]>>;
  /** With `filters` among its duties and neither filter nor query in the request, the query is made here. */
  enumerate(request: Omit<EnumerateRequest, "signal">, context: PluginCallContext): PluginAnswer<PluginItems> | Promise<PluginAnswer<PluginItems>>;
  openShell(request: OpenShell, context: PluginCallContext): PluginAnswer<ShellPort> | Promise<PluginAnswer<ShellPort>>;
  /** Tells the log that the next item was not there in time, for which the caller waited. @param what such as `Pull` @param milliseconds that it waited */
  timedOut(what: string, milliseconds: number): void;
}
