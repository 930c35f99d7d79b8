import type { BindingConfiguration, HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";

/** One socket to open, and the bindings that share it by host name. */
export interface PlannedSocket {
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  readonly bindings: readonly { readonly site: SiteConfiguration; readonly binding: BindingConfiguration }[];
}

/**
 * Bindings of one address and port are one socket, told apart by Host.
 * @param port instead of the first binding's; 0 instead of everybody's: each socket gets a free one
 */
export function planSockets(configuration: HostConfiguration, port: number | undefined): readonly PlannedSocket[] {
  const sockets = new Map<string, { address: string; port: number; secure: boolean; bindings: { site: SiteConfiguration; binding: BindingConfiguration }[] }>();
  for (const site of configuration.sites) {
    for (const binding of site.bindings) {
      const key = `${binding.address}|${binding.port}`;
      const known = sockets.get(key);
      if (known !== undefined) known.bindings.push({ site, binding });
      else sockets.set(key, { address: binding.address, port: binding.port, secure: binding.protocol === "https", bindings: [{ site, binding }] });
    }
  }
  const planned = [...sockets.values()];
  if (port === 0) for (const socket of planned) socket.port = 0;
  else if (port !== undefined && planned[0] !== undefined) planned[0].port = port;
  return planned;
}
