import { createServer, type Server, type ServerOptions } from "node:http";
import type { ListenerLimits } from "./listener-settings.js";

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
