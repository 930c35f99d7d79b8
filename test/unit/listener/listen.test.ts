import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, describe, it } from "node:test";
import type { HostRequest, HostResponse } from "../../../src/base/host-message.js";
import { silentLogger } from "../../../src/base/logger.js";
import { listen, type ListenerSet } from "../../../src/listener/listen.js";
import { BindingFailed } from "../../../src/listener/listener-settings.js";
import { sendRaw } from "../../support/raw-socket.js";
import { until } from "../../support/until.js";
import { rawCases } from "./raw-requests.js";
import { get, limits, open, withListener } from "./with-listener.js";

const abilities = { logger: silentLogger, serverHeader: () => "Test" };
const loopback = { address: "127.0.0.1", port: 0 };

/** Reads at most 1000 octets, as an application with that envelope limit does. */
async function echo(request: HostRequest): Promise<HostResponse> {
  const body = await request.readBody(1000);
  if (!body.ok) return { status: body.error === "tooLarge" ? 413 : 400, headers: [] };
  return { status: 200, headers: [["Content-Type", "text/plain"]], body: `${request.path} ${body.value.length}` };
}

describe("listener: raw requests", () => {
  let set: ListenerSet;
  before(async () => {
    set = await listen([loopback], limits, echo, abilities);
  });
  after(() => set.close(100));

  it("has at least 150 of them, each with its own name", () => {
    assert.ok(rawCases.length >= 150, String(rawCases.length));
    assert.equal(new Set(rawCases.map(({ name }) => name)).size, rawCases.length);
  });

  for (const { name, octets, statuses, closed } of rawCases) {
    it(name, async () => {
      const answer = await sendRaw(set.addresses[0]!.port, octets, { quiet: 25, answers: statuses.length, closes: closed });
      assert.deepEqual({ statuses: answer.statuses, closed: answer.closed || answer.text.includes("Connection: close") }, { statuses: [...statuses], closed }, answer.text);
    });
  }
});

describe("listener", () => {
  it("writes header and body in one segment, with an empty reason phrase and the length in octets", async () => {
    await withListener({}, () => ({ status: 200, headers: [["Content-Type", "text/plain"]], body: "naïve" }), async (_set, port) => {
      const answer = await sendRaw(port, get("/"));
      assert.match(answer.text, /^HTTP\/1\.1 200 \r\n/u);
      assert.match(answer.text, /Content-Length: 6\r\n/u);
      assert.match(answer.text, /Server: Test\r\n/u);
    });
  });

  it("ends a connection whose header does not come", async () => {
    await withListener({ headerTimeout: 100, requestTimeout: 100 }, echo, async (_set, port) => {
      const answer = await sendRaw(port, "POST /wsman HTTP/1.1\r\nHost: a\r\nX: ", { closes: true });
      assert.deepEqual([answer.statuses, answer.closed], [[408], true]);
    });
  });

  it("ends a connection whose body does not come", async () => {
    await withListener({ headerTimeout: 100, requestTimeout: 150 }, echo, async (_set, port) => {
      const answer = await sendRaw(port, "POST /wsman HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc", { closes: true });
      assert.equal(answer.closed, true, answer.text);
    });
  });

  it("ends an idle connection, but not one whose request takes longer", async () => {
    const slow = async (): Promise<HostResponse> => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return { status: 200, headers: [], body: "late" };
    };
    await withListener({ idleTimeout: 150, headerTimeout: 150, requestTimeout: 200 }, slow, async (_set, port) => {
      const answer = await sendRaw(port, get("/"), { closes: true });
      assert.deepEqual([answer.statuses, answer.closed], [[200], true]);
    });
  });

  it("refuses connections over the cap and takes new ones when there is room", async () => {
    await withListener({ maxConnections: 2 }, echo, async (set, port) => {
      const held = await Promise.all([open(port), open(port)]);
      await until(() => set.counters().connections === 2);
      const refused = await sendRaw(port, get("/"));
      assert.ok(refused.closed);
      assert.equal(set.counters().refusedConnections, 1);
      for (const socket of held) socket.destroy();
      await until(() => set.counters().connections === 0);
      assert.deepEqual((await sendRaw(port, get("/"))).statuses, [200]);
    });
  });

  it("answers pipelined requests of a client that has closed its side behind them", async () => {
    const handle = async (request: HostRequest): Promise<HostResponse> => {
      await request.readBody(100);
      return { status: 200, headers: [], body: request.path };
    };
    await withListener({}, handle, async (_set, port) => {
      const text = await new Promise<string>((resolve) => {
        let got = "";
        const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => {
          socket.end(get("/1") + get("/2") + get("/3"));
          // Both are there before the other side looks again.
          for (const until = performance.now() + 20; performance.now() < until; );
        });
        socket.on("data", (data: Buffer) => (got += data.toString()));
        socket.on("close", () => resolve(got));
        socket.on("end", () => socket.destroy());
      });
      assert.deepEqual([...text.matchAll(/\r\n\r\n(\/\d)/gu)].map(([, path]) => path), ["/1", "/2", "/3"]);
    });
  });

  it("runs pipelined requests one after another", async () => {
    let running = 0;
    let most = 0;
    const handle = async (): Promise<HostResponse> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return { status: 200, headers: [] };
    };
    await withListener({}, handle, async (_set, port) => {
      const answer = await sendRaw(port, get("/").repeat(10), { answers: 10 });
      assert.equal(answer.statuses.length, 10);
      assert.equal(most, 1);
    });
  });

  it("answers 500 and lives when the handler throws or rejects", async () => {
    let calls = 0;
    const handle = (): HostResponse | Promise<HostResponse> => {
      if (calls++ === 0) throw new Error("sync");
      return Promise.reject(new Error("async"));
    };
    await withListener({}, handle, async (_set, port) => {
      for (let time = 0; time < 2; time++) assert.deepEqual((await sendRaw(port, get("/"))).statuses, [500]);
    });
  });

  it("tells when a client has gone, and only then", async () => {
    let gone = 0;
    let release: (() => void) | undefined;
    const handle = (request: HostRequest): Promise<HostResponse> =>
      new Promise((resolve) => {
        request.onGone(() => gone++);
        release = () => resolve({ status: 200, headers: [] });
      });
    await withListener({}, handle, async (_set, port) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(get("/")));
      await until(() => release !== undefined);
      socket.destroy();
      await until(() => gone > 0);
      release!();
      release = undefined;
      const answered = sendRaw(port, get("/"));
      await until(() => release !== undefined);
      release!();
      await answered;
      assert.equal(gone, 1);
    });
  });

  it("lets running requests end before it closes, and accepts no more", async () => {
    let release: (() => void) | undefined;
    const set = await listen([loopback], limits, () => new Promise((resolve) => (release = () => resolve({ status: 200, headers: [], body: "done" }))), abilities);
    const { port } = set.addresses[0]!;
    const running = sendRaw(port, get("/"));
    await until(() => release !== undefined);
    const closing = set.close(5000);
    assert.equal((await sendRaw(port, get("/"))).statuses.length, 0);
    release!();
    assert.match((await running).text, /done/u);
    await closing;
  });

  it("says which binding cannot be opened and why, and leaves none open", async () => {
    const first = await listen([loopback], limits, echo, abilities);
    const { port } = first.addresses[0]!;
    await assert.rejects(listen([loopback, { address: "127.0.0.1", port }], limits, echo, abilities), (error) => error instanceof BindingFailed && error.message.includes(`http 127.0.0.1:${port}`) && error.message.includes("another program"));
    await first.close(10);
  });
});
