import type { BindingConfiguration, HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";

/** Where a proxy that started this process connects. */
export type FrontEndpoint =
  | { readonly port: number }
  /** Of a Unix socket, or the name of a pipe. */
  | { readonly path: string };

/** One socket to open, and the bindings that share it by host name. */
export interface PlannedSocket {
  readonly address: string;
  readonly port: number;
  /** Instead of address and port: a Unix socket or named pipe. */
  readonly path?: string;
  /** The same for the same socket of another configuration. */
  readonly key: string;
  readonly secure: boolean;
  readonly bindings: readonly { readonly site: SiteConfiguration; readonly binding: BindingConfiguration }[];
}

/**
 * Bindings of one address and port are one socket, told apart by Host.
 * @param port instead of the first binding's; 0 instead of everybody's: each socket gets a free one
 * @param endpoint instead of address and port of the first binding that declares a proxy, and on this machine only
 */
export function planSockets(configuration: HostConfiguration, port: number | undefined, endpoint?: FrontEndpoint): readonly PlannedSocket[] {
  const sockets = new Map<string, Omit<PlannedSocket, "port" | "key"> & { readonly configured: number; readonly bindings: { site: SiteConfiguration; binding: BindingConfiguration }[] }>();
  for (const site of configuration.sites) {
    for (const binding of site.bindings) {
      // A free port is given to each protocol; on any other number both are one socket, which check-bindings refuses.
      const key = `${binding.address}|${binding.port}${binding.port === 0 ? `|${binding.protocol}` : ""}`;
      const known = sockets.get(key);
      if (known !== undefined) known.bindings.push({ site, binding });
      else sockets.set(key, { address: binding.address, configured: binding.port, secure: binding.protocol === "https", bindings: [{ site, binding }] });
    }
  }
  const fronted = endpoint === undefined ? undefined : [...sockets.values()].find(({ bindings }) => bindings.some(({ binding }) => binding.proxy !== undefined));
  return [...sockets.values()].map((planned, index) => {
    const { configured, ...socket } = planned;
    if (planned === fronted && endpoint !== undefined) return atEndpoint(socket, endpoint);
    const own = port === 0 || (port !== undefined && index === 0) ? port : configured;
    // Free ports are told apart by the ports that they stand for.
    return { ...socket, port: own, key: `${socket.address}|${own === 0 ? `0 for ${configured}` : own}|${socket.secure}` };
  });
}

const atEndpoint = (socket: Omit<PlannedSocket, "port" | "key">, endpoint: FrontEndpoint): PlannedSocket =>
  "path" in endpoint
    ? { ...socket, address: "127.0.0.1", port: 0, path: endpoint.path, key: `pipe ${endpoint.path}` }
    : { ...socket, address: "127.0.0.1", port: endpoint.port, key: `127.0.0.1|${endpoint.port}|${socket.secure}` };
