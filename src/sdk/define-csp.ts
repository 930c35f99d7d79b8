import type { Clock } from "../base/clock.js";
import type { Logger } from "../base/logger.js";
import type { NodeDefinition, NodeFormat } from "../base/node-definition.js";
import type { CspFailure } from "./csp-failure.js";
import type { PluginStorage } from "./plugin-storage.js";

type Answer<T> = T | CspFailure | Promise<T | CspFailure>;

/** A node a configuration service provider is asked about. It is below the provider's root, and its definition allows the command. */
export interface CspNode {
  /** Names below the root, decoded; none for the root itself. Names that the definition gives are spelt as there. */
  readonly path: readonly string[];
  /** The user in whose part of the tree it stands; `undefined` in the device's. */
  readonly user: string | undefined;
  readonly definition: NodeDefinition;
  /** Ends when nobody waits any more: the session is over, the host stops. */
  readonly signal: AbortSignal;
}

/** The value of a leaf, checked against its definition. */
export interface CspValue {
  readonly format: Exclude<NodeFormat, "node">;
  /** MIME type; `text/plain` where nobody said. */
  readonly type?: string | undefined;
  /** Octets for `bin` and `b64`, text for all others. */
  readonly data: string | Uint8Array;
}

/**
 * What a change leaves behind. With `undo` it can be taken back when a later member of an Atomic fails; without, the Atomic ends in 516,
 * roll back failed.
 */
export interface Change {
  /** Called at most once, newest change first. */
  undo?(): Answer<void>;
}

export interface ExecRequest {
  /** The command's data, or nothing. */
  readonly data: CspValue | undefined;
  /** What the server wants to find again in the alert that tells the end. */
  readonly correlator: string | undefined;
  /** Tells the server something in this session or the next (alert 1226). Kept until it was told. */
  alert(alert: CspAlert): Promise<void>;
}

/** A generic alert (OMA DM protocol 1.2.1, 8.7). */
export interface CspAlert {
  /** A URN, such as `Reversed-Domain-Name:org.example.done`. */
  readonly type: string;
  /** Absent: informational. */
  readonly mark?: "fatal" | "critical" | "minor" | "warning" | "informational" | "harmless" | "indeterminate" | undefined;
  readonly value: CspValue;
}

/** `accepted`: it goes on after the answer, and an alert tells its end (202). */
export type ExecResult = { readonly state: "done" } | { readonly state: "accepted" };

/** Calls come one after the other. A provider has `get` and `list`, and of the rest what its definition allows. */
export interface CspOperations {
  /** Value of a leaf. @returns `undefined` where there is none: 404 */
  get(node: CspNode): Answer<CspValue | undefined>;
  /**
   * Names of an interior node's children that are there now; permanent ones may be left out. Order is of no meaning.
   * @returns `undefined` where there is no such node: 404
   */
  list(node: CspNode): Answer<readonly string[] | undefined>;
  /** Makes a node that is not there. @param value `undefined` for an interior node */
  add?(node: CspNode, value: CspValue | undefined): Answer<Change | undefined>;
  /** Changes the value of a leaf that is there; with `replaceCreates` also of one that is not. */
  replace?(node: CspNode, value: CspValue): Answer<Change | undefined>;
  /** With everything below it. */
  delete?(node: CspNode): Answer<Change | undefined>;
  exec?(node: CspNode, request: ExecRequest): Answer<ExecResult>;
  /** The last call. */
  close?(): void | Promise<void>;
}

/** The data half of a configuration service provider. */
export interface CspDeclaration {
  /** For logs. */
  readonly name: string;
  /** The version of this contract it was written for. */
  readonly sdkVersion: 1;
  /** Where it stands: names from the root of the tree, such as `["Vendor", "WSManor", "Files"]`. */
  readonly root: readonly [string, ...string[]];
  /** Whose parts of the tree it stands in. Absent: the device's. */
  readonly scopes?: readonly ("device" | "user")[];
  /** The root's own definition and everything below it. Its name is the last of `root`. */
  readonly definition: NodeDefinition;
  /** `true`: Replace of a leaf that is not there adds it, as many of Windows' providers do. Absent: 404. */
  readonly replaceCreates?: boolean;
}

/** What a provider is given once, before it is asked anything. */
export interface CspStart {
  readonly logger: Logger;
  readonly clock: Clock;
  /** Durable documents of this provider. */
  readonly storage: PluginStorage;
  /** Parameters that the operator wrote for it, in order. */
  readonly parameters: ReadonlyMap<string, string>;
}

export interface ConfigurationServiceProvider {
  readonly kind: "configuration-service-provider";
  readonly declaration: CspDeclaration;
  readonly start: (start: CspStart) => CspOperations | Promise<CspOperations>;
}

/**
 * Declares a configuration service provider: a part of a device's management tree. Node by node the engine has checked address, rights,
 * format and allowed values before the provider is asked.
 *
 * ```ts
 * export default defineCsp({
 *   declaration: {
 *     name: "motd", sdkVersion: 1, root: ["Vendor", "Example", "MOTD"],
 *     definition: { name: "MOTD", access: ["Get", "Replace"], formats: ["chr"], isPermanent: true },
 *   },
 *   start: () => {
 *     let text = "";
 *     return {
 *       get: () => ({ format: "chr", data: text }),
 *       list: () => [],
 *       replace: (_node, { data }) => {
 *         const before = text;
 *         text = String(data);
 *         return { undo: () => { text = before; } };
 *       },
 *     };
 *   },
 * });
 * ```
 */
export function defineCsp(provider: Omit<ConfigurationServiceProvider, "kind">): ConfigurationServiceProvider {
  return Object.freeze({ kind: "configuration-service-provider", ...provider });
}
