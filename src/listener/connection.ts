import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { TargetMemory } from "./check-http.js";
import type { ConnectionCertificates } from "./certificates/connection-certificates.js";
import type { HostConnection } from "../base/host-message.js";
import type { SecureService } from "./secure-service.js";

/** Requests that may wait for their turn on one connection. No client of this protocol sends even two at a time. */
const maxWaiting = 16;

/** What the listener remembers of a connection: its facts, the request being served, and those that came before their turn. */
export class Connection {
  readonly facts: HostConnection;
  readonly socket: Socket;
  /** Of the binding it came on. */
  readonly binding: number;
  /** Behind whose TLS it is; `undefined`: without TLS. */
  readonly service: SecureService | undefined;
  /** The client's; `undefined` where nobody asks for them. */
  readonly certificates: ConnectionCertificates | undefined;
  /** Its binding is closed: the answer that is next is the last. */
  isLast = false;
  message: IncomingMessage | undefined;
  response: ServerResponse | undefined;
  /** When the answer under way was first seen complete. Monotonic milliseconds. */
  answeredAt: number | undefined;
  /** Since when no request is served: since it was opened, or the last answer ended. Monotonic milliseconds. */
  idleSince = performance.now();
  /** An answer has said that it is the last one: nothing that came behind its request is served. */
  isEnding = false;
  /** What its last request was addressed to. */
  readonly target: TargetMemory = { url: undefined, host: undefined, checked: undefined };
  /** Node's parser has given up on it. */
  isRefused = false;
  readonly #waiting: (() => void)[] = [];
  /** What was asked for and not waited for may still come out otherwise for the request behind: it waits. */
  #isHeld = false;
  /** For "close" of each response: one function for all of them. */
  readonly closed: () => void;

  /** @param binding it came on */
  constructor(socket: Socket, facts: HostConnection, binding: number, service?: SecureService, certificates?: ConnectionCertificates) {
    this.socket = socket;
    this.facts = facts;
    this.binding = binding;
    this.service = service;
    this.certificates = certificates;
    this.closed = () => {
      if (this.isLast) {
        this.isEnding = true;
        socket.destroySoon();
      }
      this.finish();
    };
  }

  /** Nothing is being served or waits, and nothing has ended it. */
  get isFree(): boolean {
    return this.response === undefined && !this.#isHeld && !this.isEnding && !this.socket.destroyed;
  }

  /** A request is being served. */
  get isBusy(): boolean {
    return this.response !== undefined;
  }

  /** The request being served has arrived whole: what comes now belongs to a later one. */
  get hasWholeRequest(): boolean {
    return this.message?.complete === true;
  }

  /** The answer is written, but the client has not taken it yet. */
  get isBeingRead(): boolean {
    return this.response?.writableEnded === true;
  }

  /**
   * Runs `turn` once everything before it is answered: what the first request settles about the connection holds for the second.
   * @returns `false` when too many wait already
   */
  queue(turn: () => void): boolean {
    if (this.isEnding || this.socket.destroyed) return true;
    if (!this.isBusy && !this.#isHeld) turn();
    else if (this.#waiting.length >= maxWaiting) return false;
    else this.#waiting.push(turn);
    return true;
  }

  begin(message: IncomingMessage, response: ServerResponse): void {
    this.message = message;
    this.response = response;
    this.answeredAt = undefined;
  }

  /** The answer is out, or the client has gone, and nobody is served who could not be answered. */
  finish(): void {
    this.message = this.response = undefined;
    this.idleSince = performance.now();
    const negotiating = this.certificates?.negotiating;
    if (negotiating === undefined) {
      this.#next();
      return;
    }
    this.#isHeld = true;
    void negotiating.then(() => {
      this.#isHeld = false;
      this.#next();
    });
  }

  #next(): void {
    if (this.isEnding || this.socket.destroyed) this.#waiting.length = 0;
    else this.#waiting.shift()?.();
  }
}
