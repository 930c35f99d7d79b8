import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { HostConnection, HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { checkHttp } from "./check-http.js";
import { BindingFailed, type ListenerAddress, type ListenerBinding, type ListenerCounters, type ListenerLimits } from "./listener-settings.js";
import { NodeHostRequest } from "./node-host-request.js";
import { writeResponse } from "./write-response.js";

export type HandleRequest = (request: HostRequest, bindingIndex: number) => HostResponse | Promise<HostResponse>;

export interface ListenerAbilities {
  readonly logger: Logger;
  /** `Server` field: `WS-Manor/0.1`. */
  readonly product: string;
}

/** All bindings of a host. */
export interface ListenerSet {
  /** In the order of the bindings. */
  readonly addresses: readonly ListenerAddress[];
  counters(): ListenerCounters;
  /** Stops accepting, lets running requests end, closes the rest after `drain` milliseconds. */
  close(drain: number): Promise<void>;
}

/** What the listener remembers of a connection: its facts, and the requests that came before their turn. */
interface Connection {
  readonly facts: HostConnection;
  busy: boolean;
  /** The answer under way while busy. */
  response: ServerResponse | undefined;
  readonly waiting: (() => void)[];
}

/**
 * Opens every binding, or none.
 * @throws BindingFailed naming the binding, the reason and what to do
 */
export async function listen(bindings: readonly ListenerBinding[], limits: ListenerLimits, handle: HandleRequest, abilities: ListenerAbilities): Promise<ListenerSet> {
  const listeners = new Listeners(limits, handle, abilities);
  try {
    for (const [index, binding] of bindings.entries()) await listeners.open(binding, index);
  } catch (error) {
    await listeners.close(0);
    throw error;
  }
  return listeners;
}

class Listeners implements ListenerSet {
  readonly #limits: ListenerLimits;
  readonly #handle: HandleRequest;
  readonly #abilities: ListenerAbilities;
  readonly #servers: Server[] = [];
  readonly #addresses: ListenerAddress[] = [];
  readonly #connections = new Map<Duplex, Connection>();
  #nextConnection = 1;
  #closing = false;
  #refused = 0;
  #malformed = 0;
  #lastAcceptError = -Infinity;

  constructor(limits: ListenerLimits, handle: HandleRequest, abilities: ListenerAbilities) {
    this.#limits = limits;
    this.#handle = handle;
    this.#abilities = abilities;
  }

  get addresses(): readonly ListenerAddress[] {
    return this.#addresses;
  }

  counters(): ListenerCounters {
    return { connections: this.#connections.size, refusedConnections: this.#refused, malformedRequests: this.#malformed };
  }

  async open(binding: ListenerBinding, index: number): Promise<void> {
    const server = this.#makeServer(binding);
    const handle = (message: IncomingMessage, response: ServerResponse): void => this.#receive(message, response, index, false);
    server.on("request", handle);
    server.on("checkContinue", (message: IncomingMessage, response: ServerResponse) => this.#receive(message, response, index, true));
    server.on("checkExpectation", (message: IncomingMessage, response: ServerResponse) => this.#answer(message, response, { status: 417, headers: [] }));
    server.on("connection", (socket: Socket) => this.#admit(socket, binding.tls !== undefined));
    if (binding.tls !== undefined) server.on("secureConnection", (socket: Socket) => this.#register(socket, true));
    server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => this.#malformedRequest(error, socket));
    server.on("timeout", (socket: Socket) => {
      if (this.#connections.get(socket)?.busy !== true) socket.destroy();
    });
    await this.#bind(server, binding);
    server.on("error", (error) => this.#acceptFailed(error));
    this.#servers.push(server);
    const { address, port } = server.address() as AddressInfo;
    this.#addresses.push({ address, port, secure: binding.tls !== undefined });
  }

  async close(drain: number): Promise<void> {
    this.#closing = true;
    const closed = this.#servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    for (const [socket, connection] of this.#connections) if (!connection.busy) socket.destroy();
    const force = setTimeout(() => {
      for (const socket of this.#connections.keys()) socket.destroy();
    }, drain);
    await Promise.all(closed);
    clearTimeout(force);
  }

  #makeServer(binding: ListenerBinding): Server {
    const { headerTimeout, requestTimeout, idleTimeout, maxHeaderBytes } = this.#limits;
    const options = {
      headersTimeout: headerTimeout,
      requestTimeout: Math.max(requestTimeout, headerTimeout),
      keepAliveTimeout: idleTimeout,
      connectionsCheckingInterval: Math.max(50, Math.min(headerTimeout, requestTimeout, 10_000) / 4),
      maxHeaderSize: maxHeaderBytes,
      noDelay: true,
      keepAlive: true,
      requireHostHeader: false,
      insecureHTTPParser: false,
    };
    const { tls } = binding;
    let server: Server;
    if (tls === undefined) server = createServer(options);
    else {
      try {
        server = createSecureServer({ ...options, cert: tls.certificate, key: tls.key, ...(tls.passphrase === undefined ? {} : { passphrase: tls.passphrase }), minVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"], handshakeTimeout: headerTimeout });
      } catch (error) {
        throw new BindingFailed(`the certificate or key of the binding ${describe(binding)} cannot be used: ${(error as Error).message}`, { cause: error });
      }
    }
    server.timeout = Math.max(idleTimeout, headerTimeout);
    return server;
  }

  #bind(server: Server, binding: ListenerBinding): Promise<void> {
    return new Promise((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void => reject(new BindingFailed(explainBinding(error, binding), { cause: error }));
      server.once("error", failed);
      server.listen({ port: binding.port, ...(binding.address === "*" ? {} : { host: binding.address }), backlog: 511 }, () => {
        server.removeListener("error", failed);
        resolve();
      });
    });
  }

  #admit(socket: Socket, secure: boolean): void {
    if (this.#closing || this.#connections.size >= this.#limits.maxConnections) {
      this.#refused++;
      if (secure || this.#closing) socket.destroy();
      else socket.end("HTTP/1.1 503 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    if (!secure) this.#register(socket, false);
  }

  #register(socket: Socket, secure: boolean): void {
    const { localAddress = "", localPort = 0, remoteAddress = "", remotePort = 0 } = socket;
    const loopback = isLoopback(localAddress) && isLoopback(remoteAddress);
    const facts = { id: this.#nextConnection++, secure, localAddress, localPort, remoteAddress, remotePort, loopback };
    this.#connections.set(socket, { facts, busy: false, response: undefined, waiting: [] });
    socket.once("close", () => this.#connections.delete(socket));
  }

  #receive(message: IncomingMessage, response: ServerResponse, index: number, expectsContinue: boolean): void {
    const connection = this.#connections.get(message.socket);
    if (connection === undefined) {
      message.socket.destroy();
      return;
    }
    // Pipelined requests run one at a time: what the first one settles about the connection holds for the second.
    if (connection.busy) connection.waiting.push(() => this.#serve(message, response, connection, index, expectsContinue));
    else this.#serve(message, response, connection, index, expectsContinue);
  }

  #serve(message: IncomingMessage, response: ServerResponse, connection: Connection, index: number, expectsContinue: boolean): void {
    connection.busy = true;
    connection.response = response;
    response.once("close", () => {
      connection.busy = false;
      if (this.#closing) message.socket.destroySoon();
      else connection.waiting.shift()?.();
    });
    const checked = checkHttp(message);
    if (!checked.ok) {
      this.#malformed++;
      this.#abilities.logger.warn("malformed HTTP request refused", { reason: checked.error, remote: connection.facts.remoteAddress });
      this.#answer(message, response, { status: 400, headers: [], close: true });
      return;
    }
    const request = new NodeHostRequest(message, response, checked.value, connection.facts, expectsContinue);
    let answer: HostResponse | Promise<HostResponse>;
    try {
      answer = this.#handle(request, index);
    } catch (error) {
      this.#failed(message, response, error);
      return;
    }
    if (answer instanceof Promise) answer.then((value) => this.#answer(message, response, value), (error: unknown) => this.#failed(message, response, error));
    else this.#answer(message, response, answer);
  }

  #answer(message: IncomingMessage, response: ServerResponse, answer: HostResponse): void {
    try {
      writeResponse(message, response, this.#closing ? { ...answer, close: true } : answer, this.#abilities.product);
    } catch (error) {
      this.#failed(message, response, error);
    }
  }

  /** The pipeline answers its own failures; what arrives here is a mistake in the host itself. */
  #failed(message: IncomingMessage, response: ServerResponse, error: unknown): void {
    this.#abilities.logger.error("a request could not be answered", { error: String((error as Error | undefined)?.stack ?? error) });
    if (response.headersSent) message.socket.destroy();
    else writeResponse(message, response, { status: 500, headers: [], close: true }, this.#abilities.product);
  }

  #malformedRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
    const connection = this.#connections.get(socket);
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    this.#malformed++;
    const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
    this.#abilities.logger.warn("malformed HTTP request refused", { reason: error.code ?? error.message, remote: connection?.facts.remoteAddress });
    // An answer that has begun must not be mixed with this one.
    if (connection?.busy === true && connection.response?.headersSent === true) socket.destroy();
    else socket.end(`HTTP/1.1 ${status} \r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
  }

  /** Running out of file descriptors never ends the host; it is said once a second. */
  #acceptFailed(error: Error): void {
    if (performance.now() - this.#lastAcceptError < 1000) return;
    this.#lastAcceptError = performance.now();
    this.#abilities.logger.error("a connection could not be accepted", { error: error.message });
  }
}

const isLoopback = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./u.test(address);

const describe = ({ address, port, tls }: ListenerBinding): string => `${tls === undefined ? "http" : "https"} ${address.includes(":") ? `[${address}]` : address}:${port}`;

function explainBinding(error: NodeJS.ErrnoException, binding: ListenerBinding): string {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: "another program listens there. Stop it, or choose another port (--port N, or bindingInformation)",
    EACCES: "this account may not listen on that port. Choose one above 1023, or grant the right",
    EADDRNOTAVAIL: "this machine has no such address. Correct bindingInformation",
  };
  return `the binding ${describe(binding)} cannot be opened: ${reasons[error.code ?? ""] ?? error.message}.`;
}
