import type { Diagnostic } from "../base/diagnostic.js";
import type { BindingConfiguration } from "../configuration/host-configuration.js";
import { UnusableFile } from "./unusable-file.js";

/** What is told of a binding whose certificate, key or lists `readCertificate` has refused. @param error as it threw it */
export function certificateProblem({ protocol, address, port, host, place }: BindingConfiguration, error: unknown): Diagnostic {
  const name = `${protocol} ${address.includes(":") ? `[${address}]` : address}:${port}${host === "" ? "" : ` (${host})`}`;
  const { message } = error as Error;
  return { severity: "error", rule: "certificate-unusable", message: `The binding ${name} cannot be served: ${message}.`, ...(error instanceof UnusableFile ? { remedy: error.remedy } : {}), place };
}
