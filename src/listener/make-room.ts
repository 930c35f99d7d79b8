import type { Duplex } from "node:stream";
import type { Connection } from "./connection.js";

/** A client that has just connected is about to ask; one that has waited so long without a request makes room for others. Milliseconds. */
const patience = 5000;
/** When nobody could be found, it is not looked again before so long: a flood of connections must not cost a search each. Milliseconds. */
const lookEvery = 100;

/** Ends connections that nobody uses when there are as many as there may be: clients that hold them idle must not keep others out until `idleTimeout`. */
export class RoomMaker {
  readonly #connections: ReadonlyMap<Duplex, Connection>;
  #lookAgainAt = -Infinity;

  constructor(connections: ReadonlyMap<Duplex, Connection>) {
    this.#connections = connections;
  }

  /** Ends one idle connection, the oldest first. @returns `false` when every one is used, or was a moment ago */
  makeRoom(): boolean {
    const now = performance.now();
    if (now < this.#lookAgainAt) return false;
    for (const [socket, connection] of this.#connections) {
      if (connection.isBusy || socket.destroyed || now - connection.idleSince < patience) continue;
      socket.destroy();
      return true;
    }
    this.#lookAgainAt = now + lookEvery;
    return false;
  }
}
