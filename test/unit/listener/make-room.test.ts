import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, it } from "node:test";
import { Connection } from "../../../src/listener/connection.js";
import { RoomMaker } from "../../../src/listener/make-room.js";

/** @param idle milliseconds since its last request; `undefined` while one is served */
const connection = (idle: number | undefined): [Socket, Connection] => {
  const socket = new Socket();
  const made = new Connection(socket, {} as never, 0);
  if (idle === undefined) made.begin({} as IncomingMessage, {} as ServerResponse);
  else made.idleSince -= idle;
  return [socket, made];
};

describe("making room for a connection", () => {
  it("ends one that is idle, the oldest first, and never one that is used", () => {
    const [used, young, first, second] = [connection(undefined), connection(100), connection(6000), connection(60_000)];
    const room = new RoomMaker(new Map([used, young, first, second]));
    assert.equal(room.makeRoom(), true);
    assert.deepEqual([used, young, first, second].map(([socket]) => socket.destroyed), [false, false, true, false]);
    assert.equal(room.makeRoom(), true);
    assert.deepEqual([used, young, first, second].map(([socket]) => socket.destroyed), [false, false, true, true]);
    assert.equal(room.makeRoom(), false);
    assert.deepEqual([used, young].map(([socket]) => socket.destroyed), [false, false]);
  });

  it("does not search again at once when nobody could go", () => {
    let searches = 0;
    const connections = new Map([connection(undefined)]);
    const room = new RoomMaker(new Proxy(connections, {
      get: (target, name) => {
        if (name === Symbol.iterator) searches++;
        const found: unknown = Reflect.get(target, name);
        return typeof found === "function" ? (found.bind(target) as unknown) : found;
      },
    }));
    for (let count = 0; count < 10; count++) assert.equal(room.makeRoom(), false);
    assert.ok(searches < 10, `${searches} searches`);
  });
});
