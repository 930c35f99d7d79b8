import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { describe, it } from "node:test";
import type { HostRequest, HostResponse } from "../../../src/base/host-message.js";
import { BindingFailed, type ListenerBinding } from "../../../src/listener/listener-settings.js";
import { freePort } from "../../support/free-port.js";
import { HttpExchange } from "../../support/http-exchange.js";
import { get, limits, ok, open, withListener } from "./with-listener.js";

const loopback = (port: number): ListenerBinding => ({ address: "127.0.0.1", port });
const refuses = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(true));
    socket.once("connect", () => {
      socket.destroy();
      resolve(false);
    });
  });

describe("bindings that take the place of others", () => {
  it("leave a socket whose key stays alone, whatever stands beside it", async () => {
    const [first, second] = [await freePort(), await freePort()];
    await withListener({}, () => ok, async (set) => {
      const kept = await HttpExchange.open(first);
      assert.equal((await kept.send(get("/"))).status, 200);
      const change = await set.prepare([loopback(second), loopback(first)], limits);
      assert.deepEqual([change.indexes, change.addresses.map(({ port }) => port)], [[1, 0], [second, first]]);
      assert.deepEqual(set.indexes, [0], "nothing has changed yet");
      await change.commit(1000);
      assert.deepEqual([set.indexes, set.addresses.map(({ port }) => port)], [[1, 0], [second, first]]);
      assert.equal((await kept.send(get("/"))).status, 200);
      kept.close();
    }, loopback(first));
  });

  it("are told apart by number, and a number is never given again", async () => {
    const [first, second] = [await freePort(), await freePort()];
    await withListener({}, () => ok, async (set) => {
      for (const [port, index] of [[second, 1], [first, 2], [second, 3]] as const) {
        await (await set.prepare([loopback(port)], limits)).commit(0);
        assert.deepEqual(set.indexes, [index]);
      }
      assert.equal(await refuses(first), true);
    }, loopback(first));
  });

  it("let requests on what goes end, with the last word that it is the last", async () => {
    const [first, second] = [await freePort(), await freePort()];
    let answer: (response: HostResponse) => void = () => undefined;
    let isAsked = false;
    const handle = ({ path }: HostRequest): HostResponse | Promise<HostResponse> => {
      isAsked = true;
      return path === "/slow" ? new Promise((resolve) => (answer = resolve)) : ok;
    };
    await withListener({}, handle, async (set) => {
      const [busy, idle] = [await HttpExchange.open(first), await open(first)];
      busy.write(get("/slow") + get("/never"));
      while (set.counters().connections < 2 || !isAsked) await new Promise((resolve) => setImmediate(resolve));
      const ended = (await set.prepare([loopback(second)], limits)).commit(10_000);
      await once(idle.resume(), "close");
      assert.equal(await refuses(first), true);
      answer({ status: 200, headers: [], body: "done" });
      const last = await busy.read();
      assert.deepEqual([last.body.toString(), last.headers.find(([name]) => name === "Connection")?.[1]], ["done", "close"]);
      await ended;
      while (!busy.ended) await new Promise((resolve) => setImmediate(resolve));
    }, loopback(first));
  });

  it("end what is left on what goes at the limit", async () => {
    const [first, second] = [await freePort(), await freePort()];
    let isAsked = false;
    await withListener({}, () => new Promise(() => (isAsked = true)), async (set) => {
      const busy = await open(first, get("/"));
      while (!isAsked) await new Promise((resolve) => setImmediate(resolve));
      const closed = once(busy.resume(), "close");
      await (await set.prepare([loopback(second)], limits)).commit(1);
      await closed;
    }, loopback(first));
  });

  it("open all or nothing, and can be undone", async () => {
    const [first, second] = [await freePort(), await freePort()];
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    await withListener({}, () => ok, async (set) => {
      await assert.rejects(set.prepare([loopback(first), loopback(second), loopback(port)], limits), (error) => error instanceof BindingFailed && error.message.includes("another program listens there"));
      assert.equal(await refuses(second), true);
      await assert.rejects(set.prepare([loopback(first), { address: "*", port: first }], limits), (error) => error instanceof BindingFailed && error.message.includes("where this host listens now"));
      await assert.rejects(set.prepare([{ ...loopback(second), tls: { certificate: "x", key: "y" } }], limits), BindingFailed);
      const change = await set.prepare([loopback(second)], limits);
      assert.equal(await refuses(second), false);
      await change.undo();
      assert.equal(await refuses(second), true);
      assert.deepEqual(set.indexes, [0]);
      assert.equal(await refuses(first), false);
    }, loopback(first));
    taken.close();
  });

  it("change limits for what is open: connections, header, waiting for an answer to be read", async () => {
    const port = await freePort();
    await withListener({}, () => ok, async (set) => {
      const kept = await HttpExchange.open(port);
      assert.equal((await kept.send(get("/"))).status, 200);
      await (await set.prepare([loopback(port)], { ...limits, maxConnections: 1, maxHeaderBytes: 1000, idleTimeout: 60 })).commit(0);
      const refused = await HttpExchange.open(port);
      assert.equal((await refused.read()).status, 503);
      assert.equal((await kept.send(get("/"))).status, 200);
      // The idle time of the connection that was there is the new one from its next answer on.
      while (!kept.ended) await new Promise((resolve) => setImmediate(resolve));
      const next = await HttpExchange.open(port);
      assert.equal((await next.send(`GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(2000)}\r\n\r\n`)).status, 431);
    }, loopback(port));
  });
});
