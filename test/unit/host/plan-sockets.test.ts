import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planSockets } from "../../../src/host/plan-sockets.js";

const binding = (protocol: "http" | "https", port: number, host = "", address = "127.0.0.1"): object => ({ protocol, port, host, address, proxy: undefined });
const planned = (bindings: readonly object[], port?: number): readonly (readonly [boolean, number, number])[] =>
  planSockets({ sites: [{ name: "Site", bindings, applications: [] }] } as never, port).map((socket) => [socket.secure, socket.port, socket.bindings.length]);

describe("sockets of bindings", () => {
  it("are one for each address and port", () => {
    assert.deepEqual(planned([binding("http", 80), binding("http", 80, "a"), binding("http", 80, "", "::1"), binding("https", 443), binding("https", 443, "a")]), [[false, 80, 2], [false, 80, 1], [true, 443, 2]]);
  });

  it("are one for each protocol on free ports, each with a key of its own", () => {
    const both = [binding("http", 0), binding("https", 0), binding("https", 0, "a"), binding("http", 0, "b")];
    assert.deepEqual(planned(both), [[false, 0, 2], [true, 0, 2]]);
    assert.deepEqual(planned(both, 0), [[false, 0, 2], [true, 0, 2]]);
    assert.equal(new Set(planSockets({ sites: [{ name: "Site", bindings: both, applications: [] }] } as never, undefined).map(({ key }) => key)).size, 2);
  });
});
