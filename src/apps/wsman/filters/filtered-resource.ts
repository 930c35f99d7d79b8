import type { SelectorValue } from "../../../protocol/wsman/request.js";

/** What a filter is asked of: the part of an exchange that filters know. */
export interface FilteredResource {
  readonly resourceUri: string;
  readonly selectors: readonly SelectorValue[];
  /** Name of this machine. */
  readonly machine: string;
  readonly plugin: { readonly name: string; readonly filename: string };
}
