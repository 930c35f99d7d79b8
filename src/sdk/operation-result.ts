import type { XmlOutput } from "./operation-request.js";

/** Selectors of an answer: keys of the instance, in order. */
export type SelectorValues = Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[];

/** Answer of Create: the new instance's selectors. */
export interface Created {
  readonly selectors: SelectorValues;
  /** Default: the request's resource URI. */
  readonly resourceUri?: string;
}

/** Answer of Put: the updated representation; `renamed` instead when a key changed; nothing for an empty body. */
export type PutResult = XmlOutput | { readonly renamed: Created } | undefined;

/** An item with its endpoint reference (WSManPluginObjectAndEprResult). Needed for the enumeration modes EPR and object-and-EPR. */
export interface ObjectAndEpr {
  readonly object: XmlOutput;
  readonly epr: Created;
}

/** One item of an enumeration. A bare object has no reference: EPR modes answer it with UnsupportedFeature/EnumerationMode. */
export type EnumerationItem = XmlOutput | ObjectAndEpr;

/**
 * Items of an enumeration, taken one by one as clients pull. `return()` is called when the client releases it, it idles out or
 * the host stops. A number known beforehand is given as `totalItemsCountEstimate`.
 */
export type EnumerationResult = (Iterable<EnumerationItem> | AsyncIterable<EnumerationItem>) & {
  readonly totalItemsCountEstimate?: number;
};
