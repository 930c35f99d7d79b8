import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { Agent } from "node:https";
import { connect as connectPlain, createServer, type AddressInfo } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { after, before, describe, it } from "node:test";
import { until } from "../../../support/until.js";
import { get, ok, withListener } from "../with-listener.js";
import { ask, makeCertificates, tlsOf, withAsking, type Certificates, type Finding } from "./harness.js";

const eFail = 0x80004005;
const notSupported = 0x80070032;

describe("client certificates asked for late, on TLS 1.2", () => {
  let made: Certificates;
  let client: { readonly cert: string; readonly key: string };
  before(() => {
    made = makeCertificates();
    client = { cert: made.alice.cert, key: made.alice.key };
  });
  after(() => made.authority.remove());

  it("come when they are asked for, and stay with the connection", async () => {
    await withAsking(made, "late", async (port) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1, maxCachedSessions: 0, ...client });
      const paths = ["/plain", "/cert", "/plain", "/twice", "/cert", "/cert"];
      const found = [];
      for (const path of paths) found.push((await ask(port, { path, agent })).found!);
      agent.destroy();
      assert.deepEqual(found.map(({ hresult, before: was, negotiated, subject, flags }) => [hresult, was, negotiated, subject, flags]), [
        [undefined, false, false, undefined, undefined],
        [0, false, true, "CN=alice, O=Example", 0],
        [undefined, true, true, "CN=alice, O=Example", 0],
        [0, true, true, "CN=alice, O=Example", 0],
        [0, true, true, "CN=alice, O=Example", 0],
        [0, true, true, "CN=alice, O=Example", 0],
      ]);
    });
  });

  it("are asked for once when two ask at the same time: Node ends a connection that is renegotiated twice", async () => {
    await withAsking(made, "late", async (port) => {
      const { found } = await ask(port, { path: "/twice", ...client });
      assert.deepEqual([found?.hresult, found?.subject], [0, "CN=alice, O=Example"]);
    });
  });

  it("are asked for although the client has none, which is a success", async () => {
    await withAsking(made, "late", async (port) => {
      const { found } = await ask(port);
      assert.deepEqual([found?.hresult, found?.negotiated, found?.flags], [0, true, undefined]);
    });
  });

  // Without leaving the parser's stack, octets of a body come back as a request; without reading it first, the handshake never arrives.
  for (const size of [1, 100, 16_384, 40_000, 49_152]) {
    it(`come in front of a body of ${size} octets, which is read all the same`, async () => {
      const body = randomBytes(size);
      await withAsking(made, "late", async (port) => {
        for (let times = 0; times < 5; times++) {
          const { found, body: back, status } = await ask(port, { body, ...client });
          assert.deepEqual([status, found?.hresult, found?.octets, found?.flags, back.equals(body)], [200, 0, size, 0, true]);
        }
      });
    });
  }

  it("come in front of a chunked body", async () => {
    const body = randomBytes(40_000);
    await withAsking(made, "late", async (port) => {
      const { found } = await ask(port, { body, ...client, headers: { "Transfer-Encoding": "chunked" } });
      assert.deepEqual([found?.hresult, found?.octets, found?.flags], [0, 40_000, 0]);
    });
  });

  it("are not asked for in front of a body that is too large to keep: 413", async () => {
    await withAsking(made, "late", async (port) => {
      assert.equal((await ask(port, { body: randomBytes(49_153), ...client })).status, 413);
      assert.equal((await ask(port, { body: randomBytes(200_000), ...client })).status, 413);
      assert.equal((await ask(port, { body: randomBytes(60_000), ...client, headers: { "Transfer-Encoding": "chunked" } })).status, 413);
    });
  });

  it("are not asked for in front of 5 MB that come at once, and the host serves on", async () => {
    await withAsking(made, "late", async (port) => {
      // The answer comes while the client still sends; whether it reads it is its own affair.
      const status = await ask(port, { body: randomBytes(5_000_000), ...client }).then((answer) => answer.status, (error: NodeJS.ErrnoException) => error.code);
      assert.ok(status === 413 || status === "EPIPE" || status === "ECONNRESET", String(status));
      assert.equal((await ask(port, client)).found?.subject, "CN=alice, O=Example");
    });
  });

  it("come behind a body that the application has read for itself, of any size", async () => {
    const body = randomBytes(200_000);
    await withAsking(made, "late", async (port) => {
      const { found, body: back } = await ask(port, { path: "/read", body, ...client });
      assert.deepEqual([found?.hresult, found?.flags, back.equals(body)], [0, 0, true]);
    });
  });

  it("come in front of a body of 5 MB that the client waits to be asked for", async () => {
    const body = randomBytes(5_000_000);
    await withAsking(made, "late", async (port) => {
      const { found, body: back } = await ask(port, { body, ...client, headers: { Expect: "100-continue" } });
      assert.deepEqual([found?.hresult, found?.flags, back.equals(body)], [0, 0, true]);
    });
  });

  it("are not lost to a session that the client resumes in the renegotiation", async () => {
    await withAsking(made, "late", async (port) => {
      const agent = new Agent({ keepAlive: false, ...client });
      const options = { agent, session: await sessionOf(port) };
      const { found } = await ask(port, options);
      assert.deepEqual([found?.hresult, found?.subject], [0, "CN=alice, O=Example"]);
      agent.destroy();
    });
  });

  /** Sends two requests in one piece. @returns what each of them found */
  const pair = async (port: number, requests: readonly [string, string]): Promise<readonly Partial<Finding>[]> => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, maxVersion: "TLSv1.2", ...client });
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.write(requests.join(""));
    const all = (): string[] => [...text.matchAll(/X-Found: (.*)\r\n/gu)].map((match) => match[1]!);
    await until(() => all().length === 2 || socket.destroyed);
    socket.destroy();
    return all().map((found) => JSON.parse(found) as Finding);
  };
  const posted = (path: string): string => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc`;
  const expecting = (path: string, size: number): string => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: ${size}\r\n\r\n${"x".repeat(size)}`;

  for (const [what, first] of [["no body", get("/cert")], ["a body", posted("/cert")], ["nobody who waits", get("/detached")], ["a body, and nobody who waits", posted("/detached")]] as const) {
    it(`are waited for by what is pipelined behind: a pair sees the same certificate, with ${what}`, async () => {
      await withAsking(made, "late", async (port) => {
        for (let times = 0; times < 5; times++) {
          const found = await pair(port, [first, posted("/plain")]);
          assert.deepEqual(found.map(({ octets }) => octets !== undefined), [true, true]);
          assert.deepEqual([found[1]?.before, found[1]?.subject], [true, "CN=alice, O=Example"]);
        }
      });
    });
  }

  for (const size of [3, 10_000, 40_000]) {
    it(`come although a client does not wait with its body of ${size} octets until it is asked for it`, async () => {
      await withAsking(made, "late", async (port) => {
        for (let times = 0; times < 5; times++) {
          const found = await pair(port, [expecting("/cert", size), get("/plain")]);
          assert.deepEqual(found.map(({ octets, negotiated, subject }) => [octets, negotiated, subject]), [[size, true, "CN=alice, O=Example"], [0, true, "CN=alice, O=Example"]]);
        }
      });
    });
  }

  it("are given up, with the connection, when a client sends more at once than is kept although it said that it would wait", async () => {
    await withAsking(made, "late", async (port) => {
      assert.deepEqual((await pair(port, [expecting("/cert", 200_000), get("/plain")])).filter(({ negotiated }) => negotiated), []);
      assert.equal((await ask(port, client)).found?.subject, "CN=alice, O=Example");
    }, 300);
  });

  it("are given up when the client does not answer in time", async () => {
    await withAsking(made, "late", async (port) => {
      const relay = await openRelay(port);
      const socket = await open(relay.port);
      relay.stall();
      const closed = new Promise<void>((resolve) => relay.onEnd(resolve));
      socket.write("GET /cert HTTP/1.1\r\nHost: localhost\r\n\r\n");
      await closed;
      relay.close();
      socket.destroy();
    }, 300);
  });

  it("cannot be had on TLS 1.3: not supported, and the connection serves on", async () => {
    await withAsking(made, "late", async (port) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1, ...client, minVersion: "TLSv1.3", maxVersion: "TLSv1.3" });
      for (const path of ["/cert", "/cert"]) {
        const { found } = await ask(port, { path, agent, minVersion: "TLSv1.3", maxVersion: "TLSv1.3" });
        assert.deepEqual([found?.hresult, found?.negotiated, found?.subject], [notSupported, false, undefined]);
      }
      agent.destroy();
    });
  });

  it("are had of every client where the binding offers TLS 1.2 only", async () => {
    await withAsking(made, "lateStrict", async (port) => {
      assert.equal((await ask(port, { ...client, maxVersion: "TLSv1.3" })).found?.subject, "CN=alice, O=Example");
      await assert.rejects(ask(port, { ...client, minVersion: "TLSv1.3", maxVersion: "TLSv1.3" }));
    });
  });

  it("fail when the client has gone in the middle", async () => {
    let resolve: (hresult: number) => void = () => undefined;
    const promise = new Promise<number>((settle) => (resolve = settle));
    await withListener({ headerTimeout: 60_000 }, async ({ certificates }) => {
      resolve((await certificates.negotiate(0)).hresult);
      return ok;
    }, async (_, port) => {
      const relay = await openRelay(port);
      const socket = await open(relay.port);
      relay.stall();
      relay.onData(() => relay.close());
      socket.write(get("/"));
      assert.equal(await promise, eFail);
      socket.destroy();
    }, { tls: tlsOf(made, "late") });
  });

  it("fail when the client refuses", async () => {
    let resolve: (hresult: number) => void = () => undefined;
    const promise = new Promise<number>((settle) => (resolve = settle));
    await withListener({ headerTimeout: 60_000 }, async ({ certificates }) => {
      resolve((await certificates.negotiate(0)).hresult);
      return ok;
    }, async (set, port) => {
      const client_ = spawn("openssl", ["s_client", "-connect", `127.0.0.1:${port}`, "-tls1_2", "-no_renegotiation", "-quiet"], { stdio: ["pipe", "ignore", "ignore"] });
      client_.stdin.write(get("/"));
      assert.equal(await promise, eFail);
      await until(() => set.counters().connections === 0);
      assert.equal(set.counters().malformedRequests, 0);
      client_.kill();
    }, { tls: tlsOf(made, "late") });
  });
});

/** A TLS connection on which nothing is sent yet. */
const open = (port: number): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, maxVersion: "TLSv1.2" }, () => resolve(socket));
    socket.on("error", reject);
  });

const sessionOf = (port: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, maxVersion: "TLSv1.2" });
    socket.once("session", (session) => {
      resolve(session);
      socket.end();
    });
    socket.on("error", reject);
  });

interface Relay {
  readonly port: number;
  /** From now on the client sees nothing more of what it is sent. */
  stall(): void;
  /** When more comes from the host, stalled or not. */
  onData(run: () => void): void;
  /** When the host has ended the connection. */
  onEnd(run: () => void): void;
  close(): void;
}

/** Stands between one client and the host, and can let the client see nothing. */
async function openRelay(port: number): Promise<Relay> {
  const upstream = connectPlain(port, "127.0.0.1");
  let isStalled = false;
  const server = createServer((socket) => {
    socket.pipe(upstream);
    socket.on("error", () => undefined);
    upstream.on("data", (chunk: Buffer) => {
      if (!isStalled) socket.write(chunk);
    });
  });
  upstream.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stall: () => (isStalled = true),
    onData: (run) => void upstream.once("data", run),
    onEnd: (run) => void upstream.once("close", run),
    close: () => {
      upstream.destroy();
      server.close();
    },
  };
}
