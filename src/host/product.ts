import { release } from "node:os";
import { packageVersion } from "./package-root.js";

/** `OS: 6.1.0 SP: 0.0 Stack: 3.0`, the form Windows gives in Identify. The OS is the real one. */
const numbers = /^(\d+)\.(\d+)(?:\.(\d+))?/u.exec(release());

export const product = {
  vendor: "WS-Manor",
  version: `OS: ${numbers?.[1] ?? 0}.${numbers?.[2] ?? 0}.${numbers?.[3] ?? 0} SP: 0.0 Stack: 3.0`,
  /** The HTTP field `Server`. */
  server: `WS-Manor/${packageVersion}`,
} as const;
