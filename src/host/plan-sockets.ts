import type { BindingConfiguration, HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";

/** One socket to open, and the bindings that share it by host name. */
export interface PlannedSocket {
  readonly address: string;
  readonly port: number;
  /** The same for the same socket of another configuration. */
  readonly key: string;
  readonly secure: boolean;
  readonly bindings: readonly { readonly site: SiteConfiguration; readonly binding: BindingConfiguration }[];
}

/**
 * Bindings of one address and port are one socket, told apart by Host.
 * @param port instead of the first binding's; 0 instead of everybody's: each socket gets a free one
 */
export function planSockets(configuration: HostConfiguration, port: number | undefined): readonly PlannedSocket[] {
  const sockets = new Map<string, Omit<PlannedSocket, "port" | "key"> & { readonly configured: number; readonly bindings: { site: SiteConfiguration; binding: BindingConfiguration }[] }>();
  for (const site of configuration.sites) {
    for (const binding of site.bindings) {
      const key = `${binding.address}|${binding.port}`;
      const known = sockets.get(key);
      if (known !== undefined) known.bindings.push({ site, binding });
      else sockets.set(key, { address: binding.address, configured: binding.port, secure: binding.protocol === "https", bindings: [{ site, binding }] });
    }
  }
  return [...sockets.values()].map(({ configured, ...socket }, index) => {
    const own = port === 0 || (port !== undefined && index === 0) ? port : configured;
    // Free ports are told apart by the ports that they stand for.
    return { ...socket, port: own, key: `${socket.address}|${own === 0 ? `0 for ${configured}` : own}|${socket.secure}` };
  });
}
