import { createHash } from "node:crypto";
import type { Diagnostic } from "../base/diagnostic.js";
import type { HostConfiguration } from "../configuration/host-configuration.js";
import { nodeFileAccess } from "../configuration/node-file-access.js";
import { keytabVersions } from "./keytab-versions.js";
import { loadHostConfiguration } from "./load-host-configuration.js";
import { planSockets, type PlannedSocket } from "./plan-sockets.js";
import { pluginVersions } from "./plugin-versions.js";
import { readCertificate, type BindingCertificate } from "./read-certificate.js";
import { recordingFiles } from "./recording-file-access.js";

/** By socket, then by its bindings; `undefined` for http. */
export type SocketCertificates = readonly (readonly (BindingCertificate | undefined)[])[];

/** Everything that a host is made from, as it was found on the disk. */
export interface HostReading {
  /** `undefined` when nothing can be served. */
  readonly configuration: HostConfiguration | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sockets: readonly PlannedSocket[];
  readonly certificates: SocketCertificates;
  /** Certificates and keys that cannot be used, each with its binding's place. */
  readonly certificateProblems: readonly Diagnostic[];
  /** Versions of the plug-ins' files, by path. */
  readonly pluginVersions: ReadonlyMap<string, string>;
  /** Equal for two readings that found the same: configuration files, schemas, certificates and keys, keytabs, the files of plug-ins. */
  readonly fingerprint: string;
}

/**
 * Reads a configuration and all it names. Never throws for what is in the files.
 * @param port instead of the first binding's; 0: free ones for all; `null`: no sockets, their certificates are not read
 */
export async function readHost(path: string, port: number | undefined | null): Promise<HostReading> {
  const recorded = recordingFiles(nodeFileAccess);
  const { configuration, diagnostics } = loadHostConfiguration(path, recorded.files);
  const sockets = configuration === undefined || port === null ? [] : planSockets(configuration, port);
  const certificateProblems: Diagnostic[] = [];
  const certificates = sockets.map(({ bindings }) => bindings.map(({ binding }) => {
    try {
      return readCertificate(binding);
    } catch (error) {
      certificateProblems.push({ severity: "error", rule: "certificate-unusable", message: (error as Error).message, place: binding.place });
      return undefined;
    }
  }));
  const plugins = configuration === undefined ? new Map<string, string>() : await pluginVersions(configuration);
  const keytabs = configuration === undefined ? [] : [...keytabVersions(configuration, process.env["KRB5_KTNAME"])];
  const parts = [recorded.digest(), certificates, certificateProblems, [...plugins], keytabs];
  return { configuration, diagnostics, sockets, certificates, certificateProblems, pluginVersions: plugins, fingerprint: createHash("sha256").update(JSON.stringify(parts)).digest("hex") };
}
