import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { Agent } from "node:https";
import { connect, type TLSSocket } from "node:tls";
import { after, before, describe, it } from "node:test";
import { until } from "../../../support/until.js";
import { ask, makeCertificates, withAsking, type Certificates } from "./harness.js";

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
      const { found } = await ask(port, { body, ...client, headers: { "Transfer-Encoding": "chunked", "Content-Length": undefined as unknown as string } });
      assert.deepEqual([found?.hresult, found?.octets, found?.flags], [0, 40_000, 0]);
    });
  });

  it("are not asked for in front of a body that is too large to keep: 413", async () => {
    await withAsking(made, "late", async (port) => {
      assert.equal((await ask(port, { body: randomBytes(49_153), ...client })).status, 413);
      assert.equal((await ask(port, { body: randomBytes(200_000), ...client })).status, 413);
      assert.equal((await ask(port, { body: randomBytes(60_000), ...client, headers: { "Transfer-Encoding": "chunked", "Content-Length": undefined as unknown as string } })).status, 413);
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

  it("are waited for by what is pipelined behind: a pair sees the same certificate", async () => {
    for (const first of ["/cert", "/detached"]) {
      await withAsking(made, "late", async (port) => {
        const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, maxVersion: "TLSv1.2", ...client });
        let text = "";
        socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
        socket.on("error", () => undefined);
        const request = (path: string): string => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc`;
        socket.write(request(first) + request("/plain"));
        const all = (): string[] => [...text.matchAll(/X-Found: (.*)\r\n/gu)].map((match) => match[1]!);
        await until(() => all().length === 2 || socket.destroyed);
        const second = JSON.parse(all()[1] ?? "{}") as { before?: boolean; subject?: string };
        assert.deepEqual([second.before, second.subject], [true, "CN=alice, O=Example"], first);
        socket.destroy();
      });
    }
  });

  it("are given up when the client does not answer in time", async () => {
    await withAsking(made, "late", async (port) => {
      // A client that sends a request and never reads: it does not see that it is asked.
      const socket = await open(port);
      socket.pause();
      const answered = new Promise<string>((resolve) => socket.once("close", () => resolve("closed")));
      socket.write("GET /cert HTTP/1.1\r\nHost: localhost\r\n\r\n");
      stopReading(socket);
      assert.equal(await answered, "closed");
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

  it("fail when the client closes in the middle", async () => {
    const outcomes: number[] = [];
    await withAsking(made, "late", async (port) => {
      const socket = await open(port);
      socket.write("GET /cert HTTP/1.1\r\nHost: localhost\r\n\r\n");
      // The first octets that come are the question.
      plainOf(socket).once("data", () => undefined);
      await new Promise((later) => setImmediate(later));
      socket.destroy();
      const { found } = await ask(port, client);
      outcomes.push(found?.hresult ?? eFail);
    });
    assert.deepEqual(outcomes, [0]);
  });
});

const open = (port: number): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, maxVersion: "TLSv1.2" }, () => resolve(socket));
    socket.once("error", reject);
  });

const sessionOf = (port: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, maxVersion: "TLSv1.2" });
    socket.once("session", (session) => {
      resolve(session);
      socket.end();
    });
    socket.once("error", reject);
  });

const plainOf = (socket: TLSSocket): TLSSocket => socket;
const stopReading = (socket: TLSSocket): void => void socket.pause();
