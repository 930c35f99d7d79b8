import { createServer, type Server, type ServerOptions } from "node:http";
import type { ListenerAddress, ListenerBinding, ListenerLimits } from "./listener-settings.js";

/** How often slow clients are looked for. Milliseconds. */
export const checkingInterval = ({ headerTimeout, requestTimeout }: ListenerLimits): number => Math.max(50, Math.min(headerTimeout, requestTimeout, 10_000) / 4);

/** What an HTTP server is made with, with TLS or without. Every bound is set: Node's own are an hour, or none. */
export function serverOptions(limits: ListenerLimits): ServerOptions {
  const { headerTimeout, requestTimeout, idleTimeout, maxHeaderBytes } = limits;
  return {
    headersTimeout: headerTimeout,
    requestTimeout: Math.max(requestTimeout, headerTimeout),
    keepAliveTimeout: idleTimeout,
    connectionsCheckingInterval: checkingInterval(limits),
    maxHeaderSize: maxHeaderBytes,
    noDelay: true,
    keepAlive: true,
    requireHostHeader: false,
    insecureHTTPParser: false,
  };
}

/** The server of an http binding, not yet listening. */
export function makeServer(limits: ListenerLimits): Server {
  const server = createServer(serverOptions(limits));
  changeTimeouts(server, limits);
  return server;
}

/**
 * Bounds for a server that serves. They hold for what begins from now on: the header's size for new connections, time-outs from the
 * next look or answer. How often is looked, and the time for a TLS handshake, stay what they were when the server was made.
 */
export function changeTimeouts(server: Server, { headerTimeout, requestTimeout, idleTimeout, maxHeaderBytes }: ListenerLimits): void {
  server.headersTimeout = headerTimeout;
  server.requestTimeout = Math.max(requestTimeout, headerTimeout);
  server.keepAliveTimeout = idleTimeout;
  server.timeout = Math.max(idleTimeout, headerTimeout);
  // Their octets are bounded. Node would otherwise drop every field after the thousandth, a second Host among them, without a word.
  server.maxHeadersCount = 0;
  // Read by Node for each connection, though its types do not tell.
  (server as { maxHeaderSize?: number }).maxHeaderSize = maxHeaderBytes;
}

/** `https 127.0.0.1:5986` */
export const describeBinding = ({ address, port, path, tls }: ListenerBinding): string => path !== undefined ? `http ${path}` : `${tls === undefined ? "http" : "https"} ${address.includes(":") ? `[${address}]` : address}:${port}`;

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
    EADDRINUSE: binding.path !== undefined ? "another program listens there, and answers" : "another program listens there. Stop it, or choose another port (--port N, or bindingInformation)",
    EACCES: binding.path !== undefined ? "this account may not make anything in that folder" : "this account may not listen on that port. Choose one above 1023, or grant the right",
    EADDRNOTAVAIL: "this machine has no such address. Correct bindingInformation",
  };
  return `the binding ${describeBinding(binding)} cannot be opened: ${reasons[error.code ?? ""] ?? error.message}.`;
}
