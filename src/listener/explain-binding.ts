import type { ListenerAddress, ListenerBinding } from "./listener-settings.js";

/** `https 127.0.0.1:5986` */
export const describeBinding = ({ address, port, tls }: ListenerBinding): string => `${tls === undefined ? "http" : "https"} ${address.includes(":") ? `[${address}]` : address}:${port}`;

/**
 * Why a binding could not be opened, and what to do, for its operator.
 * @param own where this host itself listens on that port, if it does
 */
export function explainBinding(error: NodeJS.ErrnoException, binding: ListenerBinding, own?: ListenerAddress): string {
  if (own !== undefined && error.code === "EADDRINUSE") {
    const before = `${own.secure ? "https" : "http"} ${own.address}:${own.port}`;
    return `the binding ${describeBinding(binding)} cannot be opened beside ${before}, where this host listens now: a port changes its address or protocol with a restart, or in two steps over another port.`;
  }
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: "another program listens there. Stop it, or choose another port (--port N, or bindingInformation)",
    EACCES: "this account may not listen on that port. Choose one above 1023, or grant the right",
    EADDRNOTAVAIL: "this machine has no such address. Correct bindingInformation",
  };
  return `the binding ${describeBinding(binding)} cannot be opened: ${reasons[error.code ?? ""] ?? error.message}.`;
}
