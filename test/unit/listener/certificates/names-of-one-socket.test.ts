import assert from "node:assert/strict";
import { request } from "node:https";
import { connect as connectPlain } from "node:net";
import { connect } from "node:tls";
import { after, before, describe, it } from "node:test";
import type { HostRequest, HostResponse } from "../../../../src/base/host-message.js";
import type { ListenerBinding } from "../../../../src/listener/listener-settings.js";
import { sendRaw } from "../../../support/raw-socket.js";
import { until } from "../../../support/until.js";
import { ok, open, withListener } from "../with-listener.js";
import { makeCertificates, tlsOf, type Certificates } from "./harness.js";

const tell = async ({ host, certificates }: HostRequest): Promise<HostResponse> => ({ ...ok, body: `${host} ${certificates.state().negotiated} ${certificates.state().certificate?.details.subject ?? "-"}` });

describe("host names of one socket that ask for certificates differently", () => {
  let made: Certificates;
  let tls: NonNullable<ListenerBinding["tls"]>;
  before(() => {
    made = makeCertificates();
    const one = tlsOf(made, "handshake");
    tls = { ...tlsOf(made, undefined), named: [{ ...one, host: "one.test" }, { ...one, host: "*.one.test" }, { ...tlsOf(made, "lateStrict"), host: "two.test" }] };
  });
  after(() => made.authority.remove());

  const ask = (port: number, servername: string | undefined, host: string, more = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port, servername: servername ?? "", headers: { Host: host }, agent: false as const, rejectUnauthorized: false, cert: made.alice.cert, key: made.alice.key, ...more };
      request(options, (incoming) => {
        let text = "";
        incoming.on("data", (chunk: Buffer) => (text += chunk.toString())).on("end", () => resolve(incoming.statusCode === 200 ? text : String(incoming.statusCode)));
      }).on("error", reject).end();
    });

  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    it(`are each asked in their own way, with ${version}`, async () => {
      await withListener({}, tell, async (_, port) => {
        const versions = { minVersion: version, maxVersion: version };
        assert.equal(await ask(port, "one.test", "one.test", versions), "one.test true CN=alice, O=Example");
        assert.equal(await ask(port, "ONE.test", "one.test", versions), "one.test true CN=alice, O=Example");
        assert.equal(await ask(port, "a.one.test", "a.one.test", versions), "a.one.test true CN=alice, O=Example");
        assert.equal(await ask(port, "other.test", "other.test", versions), "other.test false -");
        assert.equal(await ask(port, undefined, "localhost", versions), "localhost false -");
        if (version === "TLSv1.2") assert.equal(await ask(port, "two.test", "two.test", versions), "two.test false -");
        else await assert.rejects(ask(port, "two.test", "two.test", versions));
      }, { tls });
    });
  }

  it("answer 421 to a request for a name that is asked in another way than the connection's", async () => {
    await withListener({}, tell, async (_, port) => {
      assert.equal(await ask(port, "one.test", "localhost"), "421");
      assert.equal(await ask(port, "localhost", "one.test"), "421");
      assert.equal(await ask(port, "one.test", "b.one.test"), "b.one.test true CN=alice, O=Example");
    }, { tls });
  });

  it("end a client that begins with something else than TLS, at once", async () => {
    await withListener({ headerTimeout: 60_000 }, tell, async (set, port) => {
      for (const octets of ["GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\x16\x03\x01\x00\x00", "\x16\x03\x01\x00\x04\x02\x00\x00\x00", `\x16\x03\x01\x00\x04\x01\xff\xff\xff`]) {
        const { closed, text } = await sendRaw(port, octets, { closes: true });
        assert.deepEqual([closed, text], [true, ""]);
      }
      await until(() => set.counters().connections === 0);
    }, { tls });
  });

  it("end a client that does not finish its first message in time, and one that closes in the middle", async () => {
    await withListener({ headerTimeout: 200 }, tell, async (set, port) => {
      const silent = await open(port);
      const slow = await open(port, "\x16\x03\x01\x02\x00\x01");
      await until(() => set.counters().connections === 2);
      await until(() => set.counters().connections === 0);
      const gone = await open(port, "\x16\x03");
      gone.end();
      await until(() => set.counters().connections === 0);
      for (const socket of [silent, slow, gone]) socket.destroy();
    }, { tls });
  });

  it("count clients of which nothing is known yet among the connections that there may be", async () => {
    await withListener({ maxConnections: 1 }, tell, async (set, port) => {
      const held = await open(port);
      await until(() => set.counters().connections === 1);
      await sendRaw(port, "", { closes: true });
      assert.equal(set.counters().refusedConnections, 1);
      held.destroy();
    }, { tls });
  });

  it("serve a client whose first message comes octet by octet", async () => {
    await withListener({}, tell, async (_, port) => {
      const raw = connectPlain(port, "127.0.0.1");
      const { Duplex } = await import("node:stream");
      const trickle = new Duplex({
        read: () => undefined,
        write: (chunk: Buffer, _encoding, done) => {
          const send = (at: number): void => {
            if (at === chunk.length) return done();
            raw.write(chunk.subarray(at, at + 1), () => send(at + 1));
          };
          send(0);
        },
      });
      raw.setNoDelay(true).on("data", (chunk: Buffer) => trickle.push(chunk));
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect({ socket: trickle, servername: "one.test", rejectUnauthorized: false, cert: made.alice.cert, key: made.alice.key }, () => socket.write("GET / HTTP/1.1\r\nHost: one.test\r\n\r\n"));
        socket.on("data", (chunk: Buffer) => resolve(chunk.toString())).on("error", reject);
      });
      assert.match(answer, /one\.test true CN=alice/u);
      raw.destroy();
    }, { tls });
  });

  it("keep time limits for slow clients: behind the name there is no server that listens", async () => {
    await withListener({ headerTimeout: 200, requestTimeout: 200 }, tell, async (set, port) => {
      const socket = connect({ port, host: "127.0.0.1", servername: "two.test", rejectUnauthorized: false }, () => socket.write("GET / HTTP/1.1\r\nHos"));
      let text = "";
      socket.on("data", (chunk: Buffer) => (text += chunk.toString())).on("error", () => undefined);
      await until(() => socket.closed || socket.destroyed);
      assert.match(text, /^HTTP\/1\.1 408 /u);
      assert.equal(set.counters().connections, 0);
    }, { tls });
  });

  it("close with all that is open", async () => {
    await withListener({ headerTimeout: 60_000 }, tell, async (set, port) => {
      const half = await open(port, "\x16\x03");
      const whole = connect({ port, host: "127.0.0.1", servername: "one.test", rejectUnauthorized: false });
      await new Promise((resolve) => whole.once("secureConnect", resolve));
      await set.close(50);
      half.destroy();
      whole.destroy();
    }, { tls });
  });
});
