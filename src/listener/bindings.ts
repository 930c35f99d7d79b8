import type { AddressInfo, Server } from "node:net";
import { makeBoundServer, type BoundServer, type ServerKeeper } from "./bound-server.js";
import { BindingFailed, type ListenerAddress, type ListenerBinding, type ListenerLimits } from "./listener-settings.js";
import { clearPath, listenForOwner } from "./socket-path.js";
import { explainBinding } from "./make-server.js";

/** Bindings that are open. */
export interface OpenBindings {
  /** In the order of the bindings. */
  readonly addresses: readonly ListenerAddress[];
  /** What the handler is told with their requests, in the same order. 0, 1, 2 … at first; a number is never given again. */
  readonly indexes: readonly number[];
}

/** Other bindings, all of them open already beside those that serve. Exactly one of the two is called, once. */
export interface ListenerChange extends OpenBindings {
  /**
   * They take the place of those before: certificates and limits hold, what is no longer named stops accepting at once.
   * @param drain milliseconds for requests that run on connections of what is gone
   * @returns when those connections have ended
   */
  commit(drain: number): Promise<void>;
  /** Closes what was opened for it. */
  undo(): Promise<void>;
}

/** What bindings ask of whoever keeps the connections. */
export interface ConnectionKeeper extends ServerKeeper {
  /** These bindings are closed: running answers are the last ones, idle connections end; with `force` all end. */
  endConnections(indexes: ReadonlySet<number>, force: boolean): void;
  /** Listening goes on, but something about accepting went wrong. */
  acceptFailed(error: Error): void;
  limitsChanged(limits: ListenerLimits): void;
}

interface OpenBinding {
  readonly index: number;
  readonly key: string;
  readonly bound: BoundServer;
  readonly address: ListenerAddress;
}

const keyOf = ({ key, address, port, tls }: ListenerBinding): string => key ?? `${address}|${port}|${tls !== undefined}`;

/** The sockets of a host that listen, and how others take their place. */
export class Bindings implements OpenBindings {
  readonly #keeper: ConnectionKeeper;
  /** Those that serve, in the order of the bindings. */
  #open: readonly OpenBinding[] = [];
  #nextIndex = 0;

  constructor(keeper: ConnectionKeeper) {
    this.#keeper = keeper;
  }

  get addresses(): readonly ListenerAddress[] {
    return this.#open.map(({ address }) => address);
  }

  get indexes(): readonly number[] {
    return this.#open.map(({ index }) => index);
  }

  /**
   * Opens what is new of other bindings; a socket whose key stays is never closed. Nothing that serves is touched before `commit`.
   * @throws BindingFailed naming the binding, the reason and what to do; nothing is left open then
   */
  async prepare(bindings: readonly ListenerBinding[], limits: ListenerLimits): Promise<ListenerChange> {
    const opened: OpenBinding[] = [];
    const undo = (): Promise<void> => this.#end(opened, 0);
    try {
      const next: OpenBinding[] = [];
      const certificates: (() => void)[] = [];
      for (const binding of bindings) {
        const kept = this.#open.find(({ key }) => key === keyOf(binding));
        if (kept !== undefined) certificates.push(kept.bound.prepare(binding));
        else opened.push(await this.#openOne(binding, limits));
        next.push(kept ?? opened.at(-1)!);
      }
      return {
        undo,
        addresses: next.map(({ address }) => address),
        indexes: next.map(({ index }) => index),
        commit: (drain) => {
          for (const take of certificates) take();
          return this.#replace(next, limits, drain);
        },
      };
    } catch (error) {
      await undo();
      throw error;
    }
  }

  /** Closes them all: running requests end, the rest is ended after `drain` milliseconds. */
  close(drain: number): Promise<void> {
    return this.#end(this.#open, drain);
  }

  #replace(next: readonly OpenBinding[], limits: ListenerLimits, drain: number): Promise<void> {
    const gone = this.#open.filter((open) => !next.includes(open));
    this.#open = next;
    for (const { bound } of next) bound.changeLimits(limits);
    this.#keeper.limitsChanged(limits);
    return this.#end(gone, drain);
  }

  async #openOne(binding: ListenerBinding, limits: ListenerLimits): Promise<OpenBinding> {
    const index = this.#nextIndex++;
    const secure = binding.tls !== undefined;
    const bound = makeBoundServer(binding, index, limits, this.#keeper);
    const { server } = bound;
    try {
      if (binding.path !== undefined) await clearPath(binding.path, binding);
      await bind(server, binding, this.#open.find(({ address }) => address.port === binding.port)?.address);
    } catch (error) {
      bound.close(() => undefined);
      throw error;
    }
    server.on("error", (error) => this.#keeper.acceptFailed(error));
    const { address, port } = binding.path === undefined ? (server.address() as AddressInfo) : { address: binding.path, port: 0 };
    return { index, key: keyOf(binding), bound, address: { address, port, secure } };
  }

  async #end(bindings: readonly OpenBinding[], drain: number): Promise<void> {
    if (bindings.length === 0) return;
    const indexes = new Set(bindings.map(({ index }) => index));
    const closed = bindings.map(({ bound }) => new Promise<void>((resolve) => bound.close(resolve)));
    this.#keeper.endConnections(indexes, false);
    const force = setTimeout(() => this.#keeper.endConnections(indexes, true), drain);
    await Promise.all(closed);
    clearTimeout(force);
  }
}

function bind(server: Server, binding: ListenerBinding, own: ListenerAddress | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => reject(new BindingFailed(explainBinding(error, binding, own), { cause: error }));
    server.once("error", failed);
    const listening = (): void => {
      server.removeListener("error", failed);
      resolve();
    };
    if (binding.path !== undefined) listenForOwner(server, binding.path, listening);
    else server.listen({ port: binding.port, ...(binding.address === "*" ? {} : { host: binding.address }), backlog: 511 }, listening);
  });
}
