import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { errorText } from "../base/error-text.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { checkHttp } from "./check-http.js";
import { Connection } from "./connection.js";
import { connectionFacts } from "./connection-facts.js";
import { BindingFailed, type ListenerAddress, type ListenerBinding, type ListenerCounters, type ListenerLimits } from "./listener-settings.js";
import { checkingInterval, explainBinding, makeServer } from "./make-server.js";
import { NodeHostRequest } from "./node-host-request.js";
import { RequestBody } from "./request-body.js";
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
  /** Every open socket, those whose TLS handshake is under way included. */
  readonly #sockets = new Set<Socket>();
  readonly #connections = new Map<Duplex, Connection>();
  readonly #sweep: NodeJS.Timeout;
  #nextConnection = 1;
  #closing = false;
  #refused = 0;
  #malformed = 0;
  #lastAcceptError = -Infinity;

  constructor(limits: ListenerLimits, handle: HandleRequest, abilities: ListenerAbilities) {
    this.#limits = limits;
    this.#handle = handle;
    this.#abilities = abilities;
    this.#sweep = setInterval(() => this.#endUnread(), checkingInterval(limits)).unref();
  }

  get addresses(): readonly ListenerAddress[] {
    return this.#addresses;
  }

  counters(): ListenerCounters {
    return { connections: this.#sockets.size, refusedConnections: this.#refused, malformedRequests: this.#malformed };
  }

  async open(binding: ListenerBinding, index: number): Promise<void> {
    const server = makeServer(binding, this.#limits);
    server.on("request", (message: IncomingMessage, response: ServerResponse) => this.#receive(message, response, index));
    server.on("checkContinue", (message: IncomingMessage, response: ServerResponse) => this.#receive(message, response, index, () => response.writeContinue()));
    server.on("checkExpectation", (message: IncomingMessage, response: ServerResponse) => this.#refuse(message, response, { status: 417, headers: [], close: true }));
    server.on("connection", (socket: Socket) => this.#admit(socket, binding.tls !== undefined));
    if (binding.tls !== undefined) server.on("secureConnection", (socket: Socket) => this.#register(socket, true));
    server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => this.#malformedRequest(error, socket));
    server.on("timeout", (socket: Socket) => {
      const connection = this.#connections.get(socket);
      if (connection?.isBusy !== true || connection.isBeingRead) socket.destroy();
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
    for (const [socket, connection] of this.#connections) if (!connection.isBusy) socket.destroy();
    const force = setTimeout(() => {
      for (const socket of [...this.#connections.keys(), ...this.#sockets]) socket.destroy();
    }, drain);
    await Promise.all(closed);
    clearTimeout(force);
    clearInterval(this.#sweep);
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
    if (this.#closing || this.#sockets.size >= this.#limits.maxConnections) {
      this.#refused++;
      if (!secure && !this.#closing) socket.write(bareAnswer(503));
      // Not `end`: a client that never closes its side would hold the socket that there was no room for.
      socket.destroySoon();
      return;
    }
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    if (!secure) this.#register(socket, false);
  }

  #register(socket: Socket, secure: boolean): void {
    this.#connections.set(socket, new Connection(socket, connectionFacts(socket, this.#nextConnection++, secure), () => this.#closing));
    socket.once("close", () => this.#connections.delete(socket));
  }

  #receive(message: IncomingMessage, response: ServerResponse, index: number, sendContinue?: () => void): void {
    const connection = this.#connections.get(message.socket);
    if (connection?.isFree === true) this.#serve(message, response, connection, index, sendContinue);
    else if (connection?.queue(() => this.#serve(message, response, connection, index, sendContinue)) !== true) message.socket.destroy();
  }

  #serve(message: IncomingMessage, response: ServerResponse, connection: Connection, index: number, sendContinue: (() => void) | undefined): void {
    connection.begin(message, response);
    response.on("close", connection.closed);
    const body = new RequestBody(message, sendContinue);
    const checked = checkHttp(message);
    if (!checked.ok) {
      this.#malformed++;
      this.#abilities.logger.warn("malformed HTTP request refused", { reason: checked.error, remote: connection.facts.remoteAddress });
      this.#answer(message, response, body, { status: 400, headers: [], close: true });
      return;
    }
    const request = new NodeHostRequest(message, response, checked.value, connection.facts, body);
    let answer: HostResponse | Promise<HostResponse>;
    try {
      answer = this.#handle(request, index);
    } catch (error) {
      this.#failed(message, response, body, error);
      return;
    }
    if (answer instanceof Promise) answer.then((value) => this.#answer(message, response, body, value), (error: unknown) => this.#failed(message, response, body, error));
    else this.#answer(message, response, body, answer);
  }

  #answer(message: IncomingMessage, response: ServerResponse, body: RequestBody, answer: HostResponse): void {
    try {
      const goesOn = writeResponse(message, response, this.#closing ? { ...answer, close: true } : answer, body, this.#abilities.product);
      const connection = this.#connections.get(message.socket);
      if (!goesOn && connection !== undefined) connection.isEnding = true;
    } catch (error) {
      this.#failed(message, response, body, error);
    }
  }

  /** Answers in its turn without asking anybody. */
  #refuse(message: IncomingMessage, response: ServerResponse, answer: HostResponse): void {
    const connection = this.#connections.get(message.socket);
    const turn = (): void => {
      connection!.begin(message, response);
      response.on("close", connection!.closed);
      this.#answer(message, response, new RequestBody(message, () => undefined), answer);
    };
    if (connection?.queue(turn) !== true) message.socket.destroy();
  }

  /** The pipeline answers its own failures; what arrives here is a mistake in the host itself. */
  #failed(message: IncomingMessage, response: ServerResponse, body: RequestBody, error: unknown): void {
    this.#abilities.logger.error("a request could not be answered", { error: errorText(error) });
    const connection = this.#connections.get(message.socket);
    if (connection !== undefined) connection.isEnding = true;
    if (response.headersSent) message.socket.destroy();
    else writeResponse(message, response, { status: 500, headers: [], close: true }, body, this.#abilities.product);
  }

  /** What Node's parser refuses, and clients that are too slow with a request. */
  #malformedRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
    const connection = this.#connections.get(socket);
    // Without a connection it is a TLS handshake that failed or never ended: nobody there could read an answer.
    if (connection === undefined || error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    if (connection.isRefused) return;
    connection.isRefused = true;
    this.#malformed++;
    const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
    this.#abilities.logger.warn("malformed HTTP request refused", { reason: error.code ?? error.message, remote: connection.facts.remoteAddress });
    const refuse = (): void => {
      connection.isEnding = true;
      // An answer that has begun must not be mixed with this one.
      if (connection.response?.headersSent === true || !socket.writable) socket.destroy();
      else socket.end(bareAnswer(status), () => socket.destroy());
    };
    // What is wrong behind a whole request is not that request's: it still gets its own answer, and this one comes after.
    if (!connection.isBusy || !connection.hasWholeRequest) refuse();
    else if (!connection.queue(refuse)) socket.destroy();
  }

  /** Ends connections whose client takes longer to read an answer than it might take to send a request. */
  #endUnread(): void {
    const now = performance.now();
    for (const [socket, connection] of this.#connections) {
      if (!connection.isBeingRead) continue;
      connection.answeredAt ??= now;
      if (now - connection.answeredAt > this.#limits.requestTimeout) socket.destroy();
    }
  }

  /** Running out of file descriptors never ends the host; it is said once a second. */
  #acceptFailed(error: Error): void {
    if (performance.now() - this.#lastAcceptError < 1000) return;
    this.#lastAcceptError = performance.now();
    this.#abilities.logger.error("a connection could not be accepted", { error: error.message });
  }
}

const bareAnswer = (status: number): string => `HTTP/1.1 ${status} \r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
