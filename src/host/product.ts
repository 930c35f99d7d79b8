import { release } from "node:os";
import type { HostConfiguration, IdentifySettings } from "../configuration/host-configuration.js";
import { packageVersion } from "./package-root.js";

/** `OS: 6.1.0 SP: 0.0 Stack: 3.0`, the form Windows gives in Identify. The OS is the real one. */
const numbers = /^(\d+)\.(\d+)(?:\.(\d+))?/u.exec(release());

/** Who this host is. What it says may be something else: the operator's word. */
export const product = {
  vendor: "WS-Manor",
  version: `OS: ${numbers?.[1] ?? 0}.${numbers?.[2] ?? 0}.${numbers?.[3] ?? 0} SP: 0.0 Stack: 3.0`,
  server: `WS-Manor/${packageVersion}`,
} as const;

/** Who an application says it is. */
export const productOf = ({ productVendor, productVersion, anonymousProductVersion }: IdentifySettings): { readonly vendor: string; readonly version: string; readonly anonymousVersion: string } =>
  ({ vendor: productVendor ?? product.vendor, version: productVersion ?? product.version, anonymousVersion: anonymousProductVersion });

/** The HTTP field `Server`; `undefined`: none. */
export function serverHeaderOf({ listener: { serverHeader } }: HostConfiguration): string | undefined {
  if (serverHeader === "none") return undefined;
  return serverHeader === "own" ? product.server : serverHeader.text;
}
