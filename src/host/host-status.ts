import type { ListenerSet } from "../listener/listen.js";
import type { ProxyCounters } from "../pipeline/proxied/proxy-front.js";
import type { Generations } from "./generations.js";
import { addressesOf } from "./host-addresses.js";
import { product } from "./product.js";

/** What administrators see of a host: plain data, made anew for every question. @param started wall time */
export function hostStatus({ generations, started, listeners, proxies }: {
  readonly generations: Generations;
  readonly started: number;
  readonly listeners: ListenerSet | undefined;
  readonly proxies: ProxyCounters;
}): Readonly<Record<string, unknown>> {
  const { reading, applications, addresses } = generations.current;
  return {
    version: product.server,
    startedAt: new Date(started).toISOString(),
    urls: addressesOf(reading, addresses).urls,
    // 1 since the start; each reload that took effect makes it one more. Those before may still finish what they have begun.
    configuration: { path: reading.configuration.path, generation: generations.number, draining: generations.draining },
    listeners: { addresses: addresses ?? [], ...listeners?.counters(), deletedIdentityFields: proxies.deletedFields, refusedProxyRequests: proxies.refusedRequests },
    // Each application with windowsAuthentication: what is wanted, which providers there are, why the others are not.
    negotiate: applications.providers?.status() ?? [],
    applications: applications.wsman.map(({ mounted, app, plugins, diagnostics }) => ({
      path: mounted.path,
      state: app === undefined ? "unavailable" : "serving",
      problems: diagnostics.length,
      ...app?.status(),
      plugins: plugins().map(({ name, state }) => ({ name, state })),
      ...(mounted.modules === undefined ? {} : { modules: mounted.modules.times() }),
    })),
  };
}
