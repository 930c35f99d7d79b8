import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createSecureContext, type SecureContext } from "node:tls";
import { BindingFailed, type ListenerBinding, type ListenerCertificate, type ListenerLimits } from "./listener-settings.js";

/** How often slow clients are looked for. Milliseconds. */
export const checkingInterval = ({ headerTimeout, requestTimeout }: ListenerLimits): number => Math.max(50, Math.min(headerTimeout, requestTimeout, 10_000) / 4);

/**
 * Makes the server of a binding, not yet listening. Every bound is set here: Node's own are an hour, or none.
 * @throws BindingFailed for a certificate that cannot be used
 */
export function makeServer(binding: ListenerBinding, limits: ListenerLimits): Server {
  const { headerTimeout, requestTimeout, idleTimeout, maxHeaderBytes } = limits;
  const options = {
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
  const { tls } = binding;
  const server = tls === undefined ? createServer(options) : makeSecureServer(binding, tls, { ...options, handshakeTimeout: headerTimeout });
  server.timeout = Math.max(idleTimeout, headerTimeout);
  // Their octets are bounded. Node would otherwise drop every field after the thousandth, a second Host among them, without a word.
  server.maxHeadersCount = 0;
  return server;
}

function makeSecureServer(binding: ListenerBinding, tls: NonNullable<ListenerBinding["tls"]>, options: object): Server {
  try {
    const named = (tls.named ?? []).map(({ host, ...certificate }) => ({ host, context: createSecureContext({ ...contextOf(certificate), minVersion: "TLSv1.2" }) }));
    // Exact names before patterns, the longest pattern first: as bindings are found by Host.
    named.sort((a, b) => Number(a.host.startsWith("*")) - Number(b.host.startsWith("*")) || b.host.length - a.host.length);
    const find = (name: string): SecureContext | undefined =>
      named.find(({ host }) => (host.startsWith("*") ? name.endsWith(host.slice(1)) : name === host))?.context;
    return createSecureServer({
      ...options, ...contextOf(tls), minVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"],
      SNICallback: (name, answer) => answer(null, find(name.toLowerCase())),
    });
  } catch (error) {
    throw new BindingFailed(`the certificate or key of the binding ${describeBinding(binding)} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

const contextOf = ({ certificate, key, passphrase }: ListenerCertificate): { cert: string; key: string; passphrase?: string } =>
  ({ cert: certificate, key, ...(passphrase === undefined ? {} : { passphrase }) });

/** `https 127.0.0.1:5986` */
const describeBinding = ({ address, port, tls }: ListenerBinding): string => `${tls === undefined ? "http" : "https"} ${address.includes(":") ? `[${address}]` : address}:${port}`;

/** Why a binding could not be opened, and what to do, for its operator. */
export function explainBinding(error: NodeJS.ErrnoException, binding: ListenerBinding): string {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: "another program listens there. Stop it, or choose another port (--port N, or bindingInformation)",
    EACCES: "this account may not listen on that port. Choose one above 1023, or grant the right",
    EADDRNOTAVAIL: "this machine has no such address. Correct bindingInformation",
  };
  return `the binding ${describeBinding(binding)} cannot be opened: ${reasons[error.code ?? ""] ?? error.message}.`;
}
