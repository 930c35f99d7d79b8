import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { Agent } from "node:https";
import { connect, type TLSSocket } from "node:tls";
import { after, before, describe, it } from "node:test";
import { silentLogger } from "../../../../src/base/logger.js";
import type { HostRequest } from "../../../../src/base/host-message.js";
import { ConnectionCertificates } from "../../../../src/listener/certificates/connection-certificates.js";
import { CertificateTrust } from "../../../../src/listener/certificates/certificate-trust.js";
import { listen } from "../../../../src/listener/listen.js";
import { RequestBody } from "../../../../src/listener/request-body.js";
import { until } from "../../../support/until.js";
import { get, limits, ok, withListener } from "../with-listener.js";
import { ask, makeCertificates, tlsOf, withAsking, type Certificates } from "./harness.js";

const notSupported = 0x80070032;

describe("client certificates of a binding", () => {
  let made: Certificates;
  let client: { readonly cert: string; readonly key: string };
  before(() => {
    made = makeCertificates();
    client = { cert: made.alice.cert, key: made.alice.key };
  });
  after(() => made.authority.remove());

  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    it(`that asks at the handshake are there from the first request on, with ${version}`, async () => {
      await withAsking(made, "handshake", async (port) => {
        const options = { minVersion: version, maxVersion: version };
        const found = [(await ask(port, { path: "/plain", ...client, ...options })).found, (await ask(port, options)).found];
        assert.deepEqual(found.map((each) => [each?.hresult, each?.before, each?.negotiated, each?.flags]), [[undefined, true, true, 0], [0, true, true, undefined]]);
      });
    });

    it(`that asks at the handshake come whole on every connection: no session is resumed, with ${version}`, async () => {
      await withAsking(made, "handshake", async (port) => {
        const agent = new Agent({ keepAlive: false, ...client, minVersion: version, maxVersion: version });
        for (let times = 0; times < 3; times++) {
          const { found } = await ask(port, { path: "/plain", agent, minVersion: version, maxVersion: version });
          assert.deepEqual([found?.flags, found?.subject], [0, "CN=alice, O=Example"]);
        }
        agent.destroy();
        const reused = await new Promise<boolean>((resolve, reject) => {
          const first = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, minVersion: version, maxVersion: version, ...client });
          const again = (session: Buffer): void => {
            const second = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, minVersion: version, maxVersion: version, session, ...client }, () => {
              resolve(second.isSessionReused());
              second.destroy();
            });
            second.on("error", reject);
            first.destroy();
          };
          first.on("error", reject).once("secureConnect", () => (version === "TLSv1.2" ? again(first.getSession()!) : first.once("session", again)));
        });
        assert.equal(reused, false);
      });
    });
  }

  it("that never asks cannot be had, and cost an object for no request", async () => {
    const seen = new Set<unknown>();
    await withListener({}, async ({ certificates }: HostRequest) => {
      seen.add(certificates);
      const { hresult } = await certificates.negotiate(100);
      return { ...ok, body: `${hresult} ${certificates.state().negotiated}` };
    }, async (_, port) => {
      for (let times = 0; times < 2; times++) assert.equal((await ask(port, client)).body.toString(), `${notSupported} false`);
    }, { tls: tlsOf(made, undefined) });
    assert.equal(seen.size, 1);
  });

  it("are refused by name on plain HTTP: E_FAIL", async () => {
    await withListener({}, async ({ certificates }) => ({ ...ok, body: String((await certificates.negotiate(100)).hresult) }), async (_, port) => {
      assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), String(0x80004005));
    });
  });

  for (const [mode, path] of [[undefined, "/plain"], ["handshake", "/plain"], ["late", "/cert"]] as const) {
    it(`let no client renegotiate by itself: ${mode ?? "never"}`, async () => {
      await withAsking(made, mode, async (port) => {
        const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, maxVersion: "TLSv1.2", ...client });
        socket.on("error", () => undefined);
        await new Promise((resolve) => socket.once("data", resolve) && socket.write(get(path)));
        const outcome = new Promise<string>((resolve) => {
          socket.once("close", () => resolve("ended"));
          socket.renegotiate({ rejectUnauthorized: false }, (error) => resolve(error === null ? "renegotiated" : "ended"));
        });
        assert.equal(await outcome, "ended");
        socket.destroy();
      });
    });
  }

  it("are not asked for on HTTP/2, which would end the process: the protocol is read before it is forgotten", async () => {
    let asked = 0;
    const socket = { alpnProtocol: "h2" as string | false, destroyed: false, getProtocol: () => "TLSv1.2", renegotiate: () => asked++ };
    const trust = new CertificateTrust({ issuers: made.authority.own.cert, revocationLists: undefined });
    const policy = { mode: "late", trust: () => trust, timeLimit: () => 10, wallTime: Date.now } as const;
    const certificates = ConnectionCertificates.of(new ConnectionCertificates(socket as unknown as TLSSocket, policy), {} as RequestBody);
    socket.alpnProtocol = false;
    assert.deepEqual([(await certificates.negotiate(100)).hresult, asked], [notSupported, 0]);
  });

  it("are asked for by one handshake, however many ask at once, and by none when it is over", async () => {
    const calls: (() => void)[] = [];
    const socket = Object.assign(new EventEmitter(), {
      alpnProtocol: "http/1.1", destroyed: false, authorized: true, getProtocol: () => "TLSv1.2", getPeerCertificate: () => ({}), disableRenegotiation: () => undefined,
      renegotiate: (_: unknown, done: (error: null) => void) => calls.push(() => done(null)),
    });
    const trust = new CertificateTrust({ issuers: made.authority.own.cert, revocationLists: undefined });
    const connection = new ConnectionCertificates(socket as unknown as TLSSocket, { mode: "late", trust: () => trust, timeLimit: () => 60_000, wallTime: Date.now });
    const body = (): RequestBody => new RequestBody({ headers: {} } as IncomingMessage, undefined);
    const asking = Array.from({ length: 5 }, () => ConnectionCertificates.of(connection, body()).negotiate(100));
    await until(() => calls.length > 0);
    await new Promise((later) => setImmediate(later));
    assert.equal(calls.length, 1);
    calls[0]!();
    assert.deepEqual((await Promise.all(asking)).map(({ hresult }) => hresult), [0, 0, 0, 0, 0]);
    assert.equal((await ConnectionCertificates.of(connection, body()).negotiate(100)).hresult, 0);
    assert.equal(calls.length, 1);
  });

  for (const mode of [undefined, "late", "lateStrict", "handshake"] as const) {
    it(`of mode ${mode ?? "never"} never speak HTTP/2`, async () => {
      await withAsking(made, mode, async (port) => {
        const chosen = await new Promise((resolve, reject) => {
          const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ALPNProtocols: ["h2", "http/1.1"] }, () => {
            resolve(socket.alpnProtocol);
            socket.destroy();
          });
          socket.on("error", reject);
        });
        assert.equal(chosen, "http/1.1");
      });
    });
  }

  it("are looked at again while a connection lives: what is valid now need not be later", async () => {
    let time = Date.now();
    const set = await listen([{ address: "127.0.0.1", port: 0, tls: tlsOf(made, "handshake") }], limits, ({ certificates }) => ({ ...ok, body: String(certificates.state().certificate?.flags) }), { logger: silentLogger, serverHeader: () => undefined, wallTime: () => time });
    const { port } = set.addresses[0]!;
    const agent = new Agent({ keepAlive: true, maxSockets: 1, ...client });
    assert.equal((await ask(port, { agent })).body.toString(), "0");
    time += 3 * 86_400_000;
    assert.equal((await ask(port, { agent })).body.toString(), String(0x800b0101));
    agent.destroy();
    await set.close(50);
  });

  it("are judged by what a change of the bindings brings, on connections that were open before", async () => {
    await withListener({}, ({ certificates }) => ({ ...ok, body: String(certificates.state().certificate?.flags) }), async (set, port) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1, ...client });
      assert.equal((await ask(port, { agent })).body.toString(), "0");
      made.authority.revoke(made.alice);
      const tls = tlsOf(made, "handshake");
      const change = await set.prepare([{ address: "127.0.0.1", port: 0, tls: { ...tls, clientCertificate: { ...tls.clientCertificate!, revocationLists: made.authority.revocationList() } } }], limits);
      assert.equal((await ask(port, { agent })).body.toString(), "0");
      await change.commit(0);
      assert.equal((await ask(port, { agent })).body.toString(), String(0x800b010c));
      assert.equal(set.counters().connections, 1);
      agent.destroy();
    }, { tls: tlsOf(made, "handshake") });
  });

  it("change how they are asked for without a restart: connections from before end, new ones are asked", async () => {
    await withListener({}, ({ certificates }) => ({ ...ok, body: String(certificates.state().negotiated) }), async (set, port) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1, ...client });
      assert.equal((await ask(port, { agent })).body.toString(), "false");
      const change = await set.prepare([{ address: "127.0.0.1", port: 0, tls: tlsOf(made, "handshake") }], limits);
      await change.commit(0);
      await until(() => set.counters().connections === 0);
      assert.equal((await ask(port, { agent })).body.toString(), "true");
      agent.destroy();
    }, { tls: tlsOf(made, undefined) });
  });
});
