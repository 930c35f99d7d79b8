import { createServer, type Server } from "node:http";
import type { Server as SecureServer } from "node:https";
import type { SecureContext, SecureContextOptions } from "node:tls";
import { BindingFailed, type ListenerAddress, type ListenerBinding, type ListenerCertificate, type ListenerLimits } from "./listener-settings.js";

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

/** Certificates for those who ask for a name, by server; replaced whole. */
const namedContexts = new WeakMap<Server, NamedContexts>();

type NamedContexts = readonly { readonly host: string; readonly context: SecureContext }[];

/**
 * Bounds for a server that listens. They hold for what begins from now on: the header's size for new connections, time-outs from the
 * next look or answer. How often is looked, and the time for a TLS handshake, stay what they were when the binding was opened.
 */
export function changeLimits(server: Server, { headerTimeout, requestTimeout, idleTimeout, maxHeaderBytes }: ListenerLimits): void {
  server.headersTimeout = headerTimeout;
  server.requestTimeout = Math.max(requestTimeout, headerTimeout);
  server.keepAliveTimeout = idleTimeout;
  server.timeout = Math.max(idleTimeout, headerTimeout);
  // Read by Node for each connection, though its types do not tell.
  (server as { maxHeaderSize?: number }).maxHeaderSize = maxHeaderBytes;
}

/** Node's TLS is loaded with the first https binding: a start without one is a good deal shorter. */
const createSecureContext = (options: SecureContextOptions): SecureContext => process.getBuiltinModule("node:tls").createSecureContext(options);

function makeSecureServer(binding: ListenerBinding, tls: NonNullable<ListenerBinding["tls"]>, options: object): Server {
  return withCertificates(binding, () => {
    const named = contextsOf(tls);
    const server: Server = process.getBuiltinModule("node:https").createServer({
      ...options, ...contextOf(tls), minVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"],
      SNICallback: (name, answer) => answer(null, findContext(namedContexts.get(server)!, name.toLowerCase())),
    });
    namedContexts.set(server, named);
    return server;
  });
}

/**
 * Other certificates for a server that listens: they are proved now and hold, once the returned function is called, for handshakes from
 * then on. Connections that are open stay.
 * @throws BindingFailed for one that cannot be used
 */
export function prepareCertificates(server: Server, binding: ListenerBinding): () => void {
  const { tls } = binding;
  if (tls === undefined) return () => undefined;
  return withCertificates(binding, () => {
    const named = contextsOf(tls);
    const options = { ...contextOf(tls), minVersion: "TLSv1.2" } as const;
    createSecureContext(options);
    return () => {
      (server as SecureServer).setSecureContext(options);
      namedContexts.set(server, named);
    };
  });
}

function withCertificates<T>(binding: ListenerBinding, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new BindingFailed(`the certificate or key of the binding ${describeBinding(binding)} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

/** Exact names before patterns, the longest pattern first: as bindings are found by Host. */
const contextsOf = ({ named = [] }: NonNullable<ListenerBinding["tls"]>): NamedContexts =>
  named
    .map(({ host, ...certificate }) => ({ host, context: createSecureContext({ ...contextOf(certificate), minVersion: "TLSv1.2" }) }))
    .sort((a, b) => Number(a.host.startsWith("*")) - Number(b.host.startsWith("*")) || b.host.length - a.host.length);

const findContext = (named: NamedContexts, name: string): SecureContext | undefined =>
  named.find(({ host }) => (host.startsWith("*") ? name.endsWith(host.slice(1)) : name === host))?.context;

const contextOf = ({ certificate, key, passphrase }: ListenerCertificate): { cert: string; key: string; passphrase?: string } =>
  ({ cert: certificate, key, ...(passphrase === undefined ? {} : { passphrase }) });

/** `https 127.0.0.1:5986` */
const describeBinding = ({ address, port, path, tls }: ListenerBinding): string => path !== undefined ? `http ${path}` : `${tls === undefined ? "http" : "https"} ${address.includes(":") ? `[${address}]` : address}:${port}`;

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
