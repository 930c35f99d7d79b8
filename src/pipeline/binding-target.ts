import type { HostConnection } from "../base/host-message.js";
import type { NegotiateTarget } from "../base/negotiate-provider.js";
import type { ServiceNameRules } from "../base/service-name.js";

/** What `extendedProtection` says of logins. */
export interface LoginProtection {
  readonly tokenChecking: NegotiateTarget["tokenChecking"];
  /** Absent: names of services are not compared, and TLS ends here. */
  readonly serviceNames?: Omit<ServiceNameRules, "isRequired"> & { /** TLS ends at a proxy, whose certificate is not known here. */ readonly isProxied: boolean };
}

/** Is there TLS that a login can be bound to? With a proxy in front the client binds it to that one's certificate. */
const hasChannel = ({ secure }: HostConnection, { serviceNames }: LoginProtection): boolean => secure && serviceNames?.isProxied !== true;

/** @returns is a login to be bound, and nothing there to bind it to: neither TLS of our own nor a name of a service? */
export const cannotBind = (connection: HostConnection, protection: LoginProtection): boolean =>
  protection.tokenChecking === "Require" && !hasChannel(connection, protection) && (protection.serviceNames?.names.length ?? 0) === 0;

/**
 * What a login on this connection is bound to, as IIS's `extendedProtection` has it: to the TLS connection where that is the client's own,
 * otherwise to the name of the service, where names are listed.
 */
export function bindingTarget(connection: HostConnection, protection: LoginProtection): NegotiateTarget {
  const { tokenChecking, serviceNames } = protection;
  const { remoteAddress, tls } = connection;
  if (tokenChecking === "None" || hasChannel(connection, protection)) return { channelBinding: tls?.channelBinding, tokenChecking, remoteAddress };
  const isRequired = tokenChecking === "Require";
  // Without a proxy, who sends a channel binding in clear has been talked to by somebody with TLS.
  const channel = { channelBinding: undefined, tokenChecking: serviceNames?.isProxied === true ? "None" : "Allow" } as const;
  if (serviceNames === undefined || serviceNames.names.length === 0) return { ...channel, ...(isRequired ? { tokenChecking } : {}), remoteAddress };
  return { ...channel, serviceNames: { ...serviceNames, isRequired }, remoteAddress };
}
