import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { describe, it } from "node:test";
import type { HostRequest, HostResponse } from "../../../src/base/host-message.js";
import { sendRaw } from "../../support/raw-socket.js";
import { until } from "../../support/until.js";
import { get, ok, open, withListener } from "./with-listener.js";

/** A handler whose answers are given by hand, and the paths it was asked for. */
class Held {
  readonly paths: string[] = [];
  readonly #release: (() => void)[] = [];
  handle = (request: HostRequest): Promise<HostResponse> => {
    this.paths.push(request.path);
    return new Promise((resolve) => this.#release.push(() => resolve({ ...ok, body: request.path })));
  };
  async release(): Promise<void> {
    await until(() => this.#release.length > 0);
    this.#release.shift()!();
  }
}

/** Octets that the listener took from the connection of the first request that comes while `run` runs. */
async function octetsRead(run: () => Promise<void>): Promise<number> {
  let socket: Socket | undefined;
  const note = (message: unknown): void => void (socket ??= (message as { socket: Socket }).socket);
  subscribe("http.server.request.start", note);
  try {
    await run();
  } finally {
    unsubscribe("http.server.request.start", note);
  }
  return socket!.bytesRead;
}

describe("listener: requests behind one another", () => {
  it("serves nothing that stands behind a request it refused", async () => {
    const paths: string[] = [];
    const handle = (request: HostRequest): HostResponse => (paths.push(request.path), ok);
    await withListener({}, handle, async (_set, port) => {
      const answer = await sendRaw(port, `GET /bad HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n${get("/smuggled")}`, { closes: true });
      assert.deepEqual([answer.statuses, answer.closed, paths], [[400], true, []]);
    });
  });

  it("serves nothing behind an answer that closes the connection", async () => {
    const held = new Held();
    const handle = async (request: HostRequest): Promise<HostResponse> => ({ ...(await held.handle(request)), close: true });
    await withListener({}, handle, async (_set, port) => {
      const sent = sendRaw(port, get("/first") + get("/second"));
      await held.release();
      assert.deepEqual([(await sent).statuses, held.paths], [[200], ["/first"]]);
    });
  });

  it("does not serve what a client left behind when it went", async () => {
    const held = new Held();
    await withListener({}, held.handle, async (set, port) => {
      const socket = await open(port, get("/first") + get("/second"));
      await until(() => held.paths.length === 1);
      socket.resetAndDestroy();
      await until(() => set.counters().connections === 0);
      await held.release();
      assert.deepEqual(held.paths, ["/first"]);
    });
  });

  it("serves nobody who still waits when the host stops", async () => {
    const held = new Held();
    await withListener({}, held.handle, async (set, port) => {
      const sent = sendRaw(port, get("/first") + get("/second"), { closes: true });
      await until(() => held.paths.length === 1);
      const closing = set.close(5000);
      await held.release();
      const answer = await sent;
      await closing;
      assert.deepEqual([answer.statuses, answer.closed, held.paths], [[200], true, ["/first"]]);
    });
  });

  it("ends a connection on which too many wait, having served the first alone", async () => {
    const held = new Held();
    await withListener({}, held.handle, async (set, port) => {
      const socket = await open(port, get("/x").repeat(2000));
      await until(() => held.paths.length === 1 && set.counters().connections === 0);
      assert.deepEqual(held.paths, ["/x"]);
      socket.destroy();
    });
  });

  it("gives a request its own answer when nonsense follows it, and refuses the nonsense after that", async () => {
    const held = new Held();
    await withListener({}, held.handle, async (set, port) => {
      const sent = sendRaw(port, `${get("/first")}\x00nonsense\r\n\r\n`, { closes: true });
      await until(() => set.counters().malformedRequests === 1);
      await held.release();
      const answer = await sent;
      assert.deepEqual([answer.statuses, answer.closed], [[200, 400], true], answer.text);
      assert.match(answer.text, /\r\n\r\n\/firstHTTP\/1\.1 400 /u);
    });
  });

  it("sees a second Host behind any number of fields", async () => {
    await withListener({ maxHeaderBytes: 262_144 }, () => ok, async (_set, port) => {
      const answer = await sendRaw(port, `GET / HTTP/1.1\r\nHost: a\r\n${"a: b\r\n".repeat(5000)}Host: b\r\n\r\n`, { closes: true });
      assert.deepEqual([answer.statuses, answer.closed], [[400], true]);
    });
  });

  it("refuses two Content-Type", async () => {
    await withListener({}, () => ok, async (_set, port) => {
      assert.deepEqual((await sendRaw(port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: a/b\r\ncontent-type: c/d\r\nContent-Length: 0\r\n\r\n")).statuses, [400]);
    });
  });

  it("keeps the connection after a refusal of a request that has no body", async () => {
    await withListener({}, () => ({ status: 404, headers: [] }), async (_set, port) => {
      const answer = await sendRaw(port, get("/"));
      assert.deepEqual([answer.statuses, answer.text.includes("Connection: close")], [[404], false]);
    });
  });
});

describe("listener: bodies", () => {
  const limit = 100_000;
  const most = limit + 64 * 1024;
  const reading = async (request: HostRequest): Promise<HostResponse> => {
    const body = await request.readBody(limit);
    return { status: body.ok ? 200 : 413, headers: [], body: body.ok ? String(body.value.length) : "" };
  };
  const header = (field: string): string => `POST / HTTP/1.1\r\nHost: a\r\n${field}\r\n\r\n`;

  for (const [size, status, closed] of [[limit - 1, 200, false], [limit, 200, false], [limit + 1, 413, false], [most, 413, false], [most + 1, 413, true]] as const) {
    it(`of ${size} octets, of which ${limit} are taken: ${status}`, async () => {
      await withListener({}, reading, async (_set, port) => {
        const read = await octetsRead(async () => {
          const answer = await sendRaw(port, [header(`Content-Length: ${size}`), Buffer.alloc(size, "x")]);
          assert.deepEqual([answer.statuses, answer.text.includes("Connection: close")], [[status], closed]);
        });
        assert.ok(read <= most + header(`Content-Length: ${size}`).length, String(read));
      });
    });
  }

  it("without end, in chunks, are cut off within 64 KiB of the limit", async () => {
    await withListener({}, reading, async (_set, port) => {
      const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
      const read = await octetsRead(async () => {
        const answer = await sendRaw(port, [header("Transfer-Encoding: chunked"), ...Array.from({ length: 400 }, () => chunk)], { closes: true });
        assert.deepEqual([answer.statuses, answer.closed], [[413], true]);
      });
      assert.ok(read <= most + 1000, String(read));
    });
  });

  it("of millions of octets that nobody wants get their answer, never a hang", async () => {
    await withListener({}, () => ({ status: 404, headers: [] }), async (set, port) => {
      const read = await octetsRead(async () => {
        const answer = await sendRaw(port, [header("Content-Length: 5000000"), ...Array.from({ length: 50 }, () => Buffer.alloc(100_000))], { closes: true });
        assert.deepEqual([answer.statuses, answer.closed], [[404], true]);
        await until(() => set.counters().connections === 0);
      });
      assert.ok(read <= 128 * 1024, String(read));
    });
  });

  it("in chunks of one octet arrive whole", async () => {
    await withListener({}, reading, async (_set, port) => {
      const answer = await sendRaw(port, `${header("Transfer-Encoding: chunked")}${"1\r\nx\r\n".repeat(5000)}0\r\n\r\n`);
      assert.match(answer.text, /\r\n\r\n5000$/u);
    });
  });

  it("over the limit are refused without a 100, at the limit with one", async () => {
    await withListener({}, reading, async (_set, port) => {
      const over = await sendRaw(port, header(`Content-Length: ${limit + 1}\r\nExpect: 100-continue`));
      assert.deepEqual([over.statuses, over.text.includes("Connection: close")], [[413], true]);
      assert.deepEqual((await sendRaw(port, [header(`Content-Length: ${limit}\r\nExpect: 100-continue`), Buffer.alloc(limit)], { answers: 2 })).statuses, [100, 200]);
    });
  });

  it("that are discarded are waited for and not kept", async () => {
    const discarding = async (request: HostRequest): Promise<HostResponse> => {
      const body = await request.readBody(limit, "discard");
      return { status: body.ok && body.value.length === 0 ? 401 : 413, headers: [] };
    };
    await withListener({}, discarding, async (_set, port) => {
      assert.deepEqual((await sendRaw(port, [header(`Content-Length: ${limit}`), Buffer.alloc(limit), get("/")], { answers: 2 })).statuses, [401, 401]);
    });
  });

  it("shorter than announced end with the time for a request; the rest of longer ones is a request of its own", async () => {
    await withListener({ headerTimeout: 100, requestTimeout: 100 }, reading, async (_set, port) => {
      const short = await sendRaw(port, `${header("Content-Length: 10")}abc`, { closes: true });
      assert.deepEqual([short.statuses, short.closed], [[408], true]);
      const long = await sendRaw(port, `${header("Content-Length: 3")}abcdef`, { closes: true });
      assert.equal(long.statuses[0], 200);
      assert.ok(long.closed && long.statuses.length <= 2);
    });
  });
});
