import type { EnumerateRequest } from "../../protocol/wsman/write-enumerate-request.js";
import type { Target } from "../client/wsman-client.js";

/** What is enumerated, and how. */
export interface Enumeration {
  readonly target: Target;
  readonly request: Omit<EnumerateRequest, "maxElements">;
}
