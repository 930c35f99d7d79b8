import type { SiteConfiguration } from "../configuration/host-configuration.js";
import type { ListenerAddress, ListenerBinding } from "../listener/listener-settings.js";
import type { OpenListener } from "./host-information.js";
import type { PlannedSocket } from "./plan-sockets.js";
import type { BindingCertificate } from "./read-certificate.js";
import type { HostReading } from "./read-host.js";
import type { RunningApplication } from "./state-directory.js";

/** Where a host can be reached. */
export interface HostAddresses {
  /** Every application on every binding; WS-Management ones first. */
  readonly urls: readonly string[];
  /** The WS-Management ones, each with the addresses that lead to it. */
  readonly reachable: readonly RunningApplication[];
  /** Of the administration application. */
  readonly administration: readonly string[];
}

/** @param addresses of the planned sockets, in their order; `undefined` before they are open */
export function addressesOf({ sockets }: Pick<HostReading, "sockets">, addresses: readonly ListenerAddress[] | undefined): HostAddresses {
  // Where a proxy is expected, nobody else gets far: those come last, and local tools are not sent there.
  const found = addresses === undefined ? [] : [...applicationAddresses(sockets, addresses)].sort((a, b) => Number(a.isProxied) - Number(b.isProxied));
  const wsman = found.filter(({ handler }) => handler === "wsman");
  // Sites may have applications of the same path: those are two.
  const firsts = wsman.filter((each, at) => at === wsman.findIndex(({ site, path }) => site === each.site && path === each.path));
  return {
    urls: [...wsman, ...found.filter(({ handler }) => handler !== "wsman")].map(({ url }) => url),
    reachable: firsts.map(({ site, path }) => ({ path, urls: wsman.filter((each) => each.site === site && each.path === path).map(({ url }) => url) })),
    administration: found.filter(({ handler, isProxied }) => handler === "admin" && !isProxied).map(({ url }) => url),
  };
}

interface ApplicationAddress {
  readonly site: SiteConfiguration;
  readonly path: string;
  readonly handler: string;
  readonly url: string;
  readonly isProxied: boolean;
}

/** A pipe has no URL. */
const applicationAddresses = (sockets: readonly PlannedSocket[], addresses: readonly ListenerAddress[]): readonly ApplicationAddress[] =>
  sockets.flatMap(({ address, path: pipe, secure, bindings }, index) =>
    (pipe === undefined ? bindings : []).flatMap(({ site, binding }) =>
      site.applications.filter(({ handler }) => handler !== "none").map(({ path, handler }) => {
        const name = binding.host !== "" && !binding.host.startsWith("*") ? binding.host : address === "*" ? "localhost" : address.includes(":") ? `[${address}]` : address;
        return { site, path, handler, url: `${secure ? "https" : "http"}://${name}:${addresses[index]!.port}${path}`, isProxied: binding.proxy !== undefined };
      }),
    ),
  );

/** What the listener is to open, in the order of the planned sockets. */
export const listenerBindings = ({ sockets, certificates }: Pick<HostReading, "sockets" | "certificates">): readonly ListenerBinding[] =>
  sockets.map((socket, index) => listenerBinding(socket, certificates[index]!));

/** One certificate answers whoever names no host; the others those who ask for theirs (SNI). */
function listenerBinding({ address, port, path, key, bindings }: PlannedSocket, certificates: readonly (BindingCertificate | undefined)[]): ListenerBinding {
  const pairs = bindings.flatMap(({ binding: { host } }, index) => (certificates[index] === undefined ? [] : [{ host, ...certificates[index] }]));
  if (path !== undefined) return { address, port, path, key };
  const forAll = pairs.find(({ host }) => host === "") ?? pairs[0];
  return forAll === undefined ? { address, port, key } : { address, port, key, tls: { ...forAll, named: pairs.filter(({ host }) => host !== "") } };
}

/** The sockets of one site as plug-ins are told of them. */
export function openListeners({ sockets, certificates }: Pick<HostReading, "sockets" | "certificates">, addresses: readonly ListenerAddress[] | undefined, site: SiteConfiguration): readonly OpenListener[] {
  return sockets.flatMap(({ address, port, secure, bindings }, index) =>
    bindings.map((each, at) => ({ ...each, certificate: certificates[index]![at] })).filter((each) => each.site === site).map(({ binding, certificate }) => ({
      address,
      port: addresses?.[index]?.port ?? port,
      secure,
      host: binding.host,
      certificateThumbprint: certificate?.thumbprint ?? "",
      listeningOn: addresses === undefined ? [] : [addresses[index]!.address],
    })),
  );
}
