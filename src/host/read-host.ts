import { createHash } from "node:crypto";
import type { Diagnostic } from "../base/diagnostic.js";
import type { HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import { nodeFileAccess } from "../configuration/node-file-access.js";
import { certificateProblem } from "./certificate-problem.js";
import { keytabVersions } from "./keytab-versions.js";
import { loadHostConfiguration } from "./load-host-configuration.js";
import type { TrustSettings } from "../listener/certificates/certificate-trust.js";
import type { ProxyFront } from "../pipeline/proxied/proxy-front.js";
import { planSockets, type FrontEndpoint, type PlannedSocket } from "./plan-sockets.js";
import { pluginVersions } from "./plugin-versions.js";
import { readCertificate, type BindingCertificate } from "./read-certificate.js";
import { readFront } from "./read-proxy.js";
import { siteTrust } from "./site-trust.js";
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
  /** By socket: what stands in front of it. */
  readonly fronts: readonly (ProxyFront | undefined)[];
  /** Without sockets: what client certificates are judged by that come to somebody else's, by site. */
  readonly siteTrust: ReadonlyMap<SiteConfiguration, TrustSettings>;
  /** Certificates, keys and proxies of bindings that cannot be used, each with its place. */
  readonly certificateProblems: readonly Diagnostic[];
  /** Versions of the plug-ins' files, by path. */
  readonly pluginVersions: ReadonlyMap<string, string>;
  /** Equal for two readings that found the same: configuration files, schemas, certificates and keys, keytabs, the files of plug-ins. */
  readonly fingerprint: string;
}

/**
 * Reads a configuration and all it names. Never throws for what is in the files.
 * @param port instead of the first binding's; 0: free ones for all; `null`: no sockets; of their certificates only what clients' are judged by is read
 * @param endpoint where a proxy that started this process connects: instead of where the first binding is that declares one
 */
export async function readHost(path: string, port: number | undefined | null, endpoint?: FrontEndpoint): Promise<HostReading> {
  const recorded = recordingFiles(nodeFileAccess);
  const { configuration, diagnostics } = loadHostConfiguration(path, recorded.files);
  const sockets = configuration === undefined || port === null ? [] : planSockets(configuration, port, endpoint);
  const certificateProblems: Diagnostic[] = endpoint === undefined || configuration === undefined ? [] : [...checkEndpoint(configuration)];
  const certificates = sockets.map(({ bindings }) => bindings.map(({ binding }) => {
    try {
      return readCertificate(binding);
    } catch (error) {
      certificateProblems.push(certificateProblem(binding, error));
      return undefined;
    }
  }));
  const fronts = sockets.map((socket) => readFront(socket, process.env, (problem) => certificateProblems.push(problem)));
  const trust = configuration === undefined || port !== null ? new Map<SiteConfiguration, TrustSettings>() : siteTrust(configuration, (problem) => certificateProblems.push(problem));
  const plugins = configuration === undefined ? new Map<string, string>() : await pluginVersions(configuration);
  const keytabs = configuration === undefined ? [] : [...keytabVersions(configuration, process.env["KRB5_KTNAME"])];
  const parts = [recorded.digest(), certificates, certificateProblems, [...plugins], keytabs, fronts.map((each) => each?.fingerprint), [...trust.values()]];
  return { configuration, diagnostics, sockets, certificates, fronts: fronts.map((each) => each?.front), siteTrust: trust, certificateProblems, pluginVersions: plugins, fingerprint: createHash("sha256").update(JSON.stringify(parts)).digest("hex") };
}

/** A port that the environment gives says that something is in front: what that is has to be declared, or everybody behind it would count as being on this machine. */
function checkEndpoint({ sites, path }: HostConfiguration): readonly Diagnostic[] {
  const bindings = sites.flatMap((site) => site.bindings);
  const declaring = bindings.find(({ proxy }) => proxy !== undefined);
  if (declaring?.protocol === "http") return [];
  const message = declaring === undefined
    ? `The port comes from the environment, so a proxy has started this host; but no binding in ${path} declares one.`
    : "The port comes from the environment, where a proxy connects in plain HTTP; but the first binding that declares one is https.";
  return [{ severity: "error", rule: "port-from-environment", message, remedy: 'Give a binding <proxy kind="…"/>, with protocol="http"; docs/behind-a-proxy.md.', ...(declaring === undefined ? {} : { place: declaring.place }) }];
}
