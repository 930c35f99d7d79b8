import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { TLSSocket } from "node:tls";
import { errorText } from "../base/error-text.js";
import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { ConnectionCertificates, refuseRenegotiation } from "./certificates/connection-certificates.js";
import { Bindings, type ConnectionKeeper, type ListenerChange, type OpenBindings } from "./bindings.js";
import { checkHttp } from "./check-http.js";
import { Connection } from "./connection.js";
import { connectionFacts } from "./connection-facts.js";
import type { ListenerAddress, ListenerBinding, ListenerCounters, ListenerLimits } from "./listener-settings.js";
import { checkingInterval } from "./make-server.js";
import { RoomMaker } from "./make-room.js";
import { NodeHostRequest } from "./node-host-request.js";
import { bareAnswer, refuseMalformed } from "./refuse-malformed.js";
import { RequestBody } from "./request-body.js";
import type { SecureService } from "./secure-service.js";
import { TurnAnswers } from "./turn-answers.js";
import { writeResponse } from "./write-response.js";

export type HandleRequest = (request: HostRequest, bindingIndex: number) => HostResponse | Promise<HostResponse>;

export interface ListenerAbilities {
  readonly logger: Logger;
  /** Field `Server` of the next answer: `WS-Manor/0.1`. `undefined`: none. */
  serverHeader(): string | undefined;
  /** What certificates are valid at. Milliseconds since 1970; the system's unless given. */
  wallTime?(): number;
}

/** All bindings of a host. */
export interface ListenerSet extends OpenBindings {
  counters(): ListenerCounters;
  /** Opens other bindings beside those that serve. @throws BindingFailed as `listen` does */
  prepare(bindings: readonly ListenerBinding[], limits: ListenerLimits): Promise<ListenerChange>;
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
    await (await listeners.prepare(bindings, limits)).commit(0);
  } catch (error) {
    await listeners.close(0);
    throw error;
  }
  return listeners;
}

class Listeners implements ListenerSet, ConnectionKeeper {
  #limits: ListenerLimits;
  readonly #handle: HandleRequest;
  readonly #abilities: ListenerAbilities;
  readonly #bindings = new Bindings(this);
  /** Every open socket, those whose TLS handshake is under way included, and the binding it came on. */
  readonly #sockets = new Map<Socket, number>();
  readonly #connections = new Map<Duplex, Connection>();
  readonly #room = new RoomMaker(this.#connections);
  readonly #answers = new TurnAnswers();
  /** Bindings that were closed. */
  readonly #closed = new Set<number>();
  #sweep: NodeJS.Timeout;
  #nextConnection = 1;
  #refused = 0;
  #malformed = 0;
  #lastAcceptError = -Infinity;

  constructor(limits: ListenerLimits, handle: HandleRequest, abilities: ListenerAbilities) {
    this.#limits = limits;
    this.#handle = handle;
    this.#abilities = abilities;
    this.#sweep = this.#sweeping();
  }

  get addresses(): readonly ListenerAddress[] {
    return this.#bindings.addresses;
  }

  get indexes(): readonly number[] {
    return this.#bindings.indexes;
  }

  counters(): ListenerCounters {
    return { connections: this.#sockets.size, refusedConnections: this.#refused, malformedRequests: this.#malformed };
  }

  prepare(bindings: readonly ListenerBinding[], limits: ListenerLimits): Promise<ListenerChange> {
    return this.#bindings.prepare(bindings, limits);
  }

  limitsChanged(limits: ListenerLimits): void {
    this.#limits = limits;
    clearInterval(this.#sweep);
    this.#sweep = this.#sweeping();
  }

  attach(server: Server, index: number, service: SecureService | undefined): void {
    server.on("request", (message: IncomingMessage, response: ServerResponse) => this.#receive(message, response, index));
    server.on("checkContinue", (message: IncomingMessage, response: ServerResponse) => this.#receive(message, response, index, () => response.writeContinue()));
    server.on("checkExpectation", (message: IncomingMessage, response: ServerResponse) => this.#refuse(message, response, { status: 417, headers: [], close: true }));
    if (service !== undefined) server.on("secureConnection", (socket: TLSSocket) => this.#secured(socket, index, service));
    else server.on("connection", (socket: Socket) => {
      if (this.admit(socket, index, false)) this.#register(new Connection(socket, connectionFacts(socket, this.#nextConnection++, false), index));
    });
    server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => this.#malformedRequest(error, socket));
    server.on("timeout", (socket: Socket) => {
      const connection = this.#connections.get(socket);
      if (connection?.isBusy !== true || connection.isBeingRead) socket.destroy();
    });
  }

  async close(drain: number): Promise<void> {
    await this.#bindings.close(drain);
    clearInterval(this.#sweep);
  }

  endConnections(indexes: ReadonlySet<number>, force: boolean): void {
    for (const index of indexes) this.#closed.add(index);
    for (const [socket, connection] of this.#connections) {
      if (!indexes.has(connection.binding)) continue;
      connection.isLast = true;
      if (force || !connection.isBusy) socket.destroy();
    }
    if (force) for (const [socket, index] of this.#sockets) if (indexes.has(index)) socket.destroy();
  }

  retire(service: SecureService): void {
    for (const [socket, connection] of this.#connections) {
      if (connection.service !== service) continue;
      connection.isLast = true;
      if (!connection.isBusy) socket.destroy();
    }
  }

  admit(socket: Socket, index: number, secure: boolean): boolean {
    const isClosed = this.#closed.has(index);
    if (isClosed || (this.#sockets.size >= this.#limits.maxConnections && !this.#room.makeRoom())) {
      this.#refused++;
      if (!secure && !isClosed) socket.write(bareAnswer(503));
      // Not `end`: a client that never closes its side would hold the socket that there was no room for.
      socket.destroySoon();
      return false;
    }
    this.#sockets.set(socket, index);
    socket.once("close", () => this.#sockets.delete(socket));
    return true;
  }

  #secured(socket: TLSSocket, index: number, service: SecureService): void {
    const { mode } = service;
    const wallTime = this.#abilities.wallTime ?? Date.now;
    const certificates = mode === undefined ? undefined : new ConnectionCertificates(socket, { mode, trust: () => service.trust, timeLimit: () => this.#limits.headerTimeout, wallTime });
    if (certificates === undefined) refuseRenegotiation(socket);
    this.#register(new Connection(socket, connectionFacts(socket, this.#nextConnection++, true), index, service, certificates));
  }

  #register(connection: Connection): void {
    const { socket } = connection;
    if (this.#closed.has(connection.binding) || connection.service?.isRetired === true) connection.isLast = true;
    this.#connections.set(socket, connection);
    socket.once("close", () => this.#connections.delete(socket));
  }

  #receive(message: IncomingMessage, response: ServerResponse, index: number, sendContinue?: () => void): void {
    const connection = this.#connections.get(message.socket);
    if (connection?.isFree === true) this.#serve(message, response, connection, index, sendContinue, this.#answers);
    // Behind another request its client has waited long enough, and may have closed its side: then Node ends the connection in the next turn.
    else if (connection?.queue(() => this.#serve(message, response, connection, index, sendContinue, undefined)) !== true) message.socket.destroy();
  }

  #serve(message: IncomingMessage, response: ServerResponse, connection: Connection, index: number, sendContinue: (() => void) | undefined, together: TurnAnswers | undefined): void {
    together?.open();
    connection.begin(message, response);
    response.on("close", connection.closed);
    const body = new RequestBody(message, sendContinue);
    const checked = checkHttp(message, connection.target);
    if (!checked.ok) {
      this.#malformed++;
      this.#abilities.logger.warn("malformed HTTP request refused", { reason: checked.error, remote: connection.facts.remoteAddress });
      this.#answer(message, response, body, { status: 400, headers: [], close: true });
      return;
    }
    // What a client was asked for under one name says nothing about another (RFC 9110 15.5.20).
    if (connection.service?.belongs?.(checked.value.host) === false) {
      this.#answer(message, response, body, { status: 421, headers: [], close: true });
      return;
    }
    const request = new NodeHostRequest(message, response, checked.value, connection, body);
    let answer: HostResponse | Promise<HostResponse>;
    try {
      answer = this.#handle(request, index);
    } catch (error) {
      this.#failed(message, response, body, error);
      return;
    }
    if (answer instanceof Promise) answer.then((value) => {
      const send = (): void => this.#answer(message, response, body, value);
      if (together === undefined) send();
      else together.add(send);
    }, (error: unknown) => this.#failed(message, response, body, error));
    else this.#answer(message, response, body, answer);
  }

  #answer(message: IncomingMessage, response: ServerResponse, body: RequestBody, answer: HostResponse): void {
    try {
      const connection = this.#connections.get(message.socket);
      const goesOn = writeResponse(message, response, connection?.isLast === true ? { ...answer, close: true } : answer, body, this.#abilities.serverHeader());
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
    else writeResponse(message, response, { status: 500, headers: [], close: true }, body, this.#abilities.serverHeader());
  }

  #malformedRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
    const connection = this.#connections.get(socket);
    const reason = refuseMalformed(error, socket, connection);
    if (reason === undefined) return;
    this.#malformed++;
    this.#abilities.logger.warn("malformed HTTP request refused", { reason, remote: connection!.facts.remoteAddress });
  }

  #sweeping(): NodeJS.Timeout {
    return setInterval(() => this.#endUnread(), checkingInterval(this.#limits)).unref();
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
  acceptFailed(error: Error): void {
    if (performance.now() - this.#lastAcceptError < 1000) return;
    this.#lastAcceptError = performance.now();
    this.#abilities.logger.error("a connection could not be accepted", { error: error.message });
  }
}
