import type { ClassDefinition } from "../../../base/class-definition.js";
import type { XPath } from "../../../protocol/xpath/path.js";

/** The part of a representation that the host takes or replaces. */
export interface HostFragment {
  readonly path: XPath;
  /** As it was written. */
  readonly text: string;
  /** Of the plug-in. */
  readonly classes: readonly ClassDefinition[];
}
