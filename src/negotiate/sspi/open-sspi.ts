import { fail, ok, type Result } from "../../base/result.js";
import type { OpenedProvider } from "../opened-provider.js";
import type { NodeSspi } from "./node-sspi.js";
import { SspiProvider } from "./sspi-provider.js";

/** @param loaded what the package node-sspi exports */
export function openSspi(loaded: unknown): Result<OpenedProvider, string> {
  if (typeof loaded !== "function") return fail("the package node-sspi exports something else than it did");
  return ok({ provider: new SspiProvider(loaded as NodeSspi), detail: "node-sspi", close: () => undefined });
}
