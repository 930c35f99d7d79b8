import type { Capability } from "../base/capability.js";

/** One `Capability` element of a `Resource`. */
export interface RouteCapability {
  readonly type: Capability;
  readonly supportsFragment: boolean;
  readonly supportsFiltering: boolean;
}

/** One `Resource` of a plug-in. */
export interface RouteResource {
  readonly resourceUri: string;
  /** `false`: the URI matches the start of what is asked for. */
  readonly exactMatch: boolean;
  readonly supportsOptions: boolean;
  readonly capabilities: readonly RouteCapability[];
}

/** A resource and who serves it. */
export interface RouteEntry<T> {
  readonly target: T;
  readonly resource: RouteResource;
}

/** The three answers, because the protocol has a different fault for each; and a fourth for URIs that belong to shells. */
export type RouteAnswer<T> =
  | { readonly kind: "found"; readonly target: T; readonly resource: RouteResource; readonly capability: RouteCapability }
  | { readonly kind: "noSuchUri" }
  | { readonly kind: "notCapable"; readonly capabilities: readonly Capability[] }
  /** A shell owns the URI: its Create, Delete and so on are the shell engine's, never a plug-in's. */
  | { readonly kind: "shell"; readonly target: T; readonly resource: RouteResource };

/** Immutable. */
export interface Routes<T> {
  /** @param resourceUri as sent, trimmed; compared without case */
  find(resourceUri: string, capability: Capability): RouteAnswer<T>;
  /** Some resource has shells. */
  readonly hasShells: boolean;
}
