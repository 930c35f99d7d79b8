import assert from "node:assert/strict";
import { connect as connectPlain, createServer, type AddressInfo, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { describe, it } from "node:test";
import type { BrokenOff, HostResponse } from "../../../src/base/host-message.js";
import { sendRaw } from "../../support/raw-socket.js";
import { selfSignedCertificate } from "../../support/self-signed-certificate.js";
import { until } from "../../support/until.js";
import { get, withListener } from "./with-listener.js";

const whole = "the whole body";
const answer = (breakOff: BrokenOff, body: string | Uint8Array = whole): HostResponse => ({ status: 200, headers: [["Content-Type", "text/plain"]], body, breakOff });

/** A connection, read octet by octet: a reset that comes with the last octets of a longer read is told as an end. */
function connectTo(port: number, take: (octet: string) => void, ended: (how: string) => void): Socket {
  const buffer = Buffer.alloc(1);
  const socket = connectPlain({ port, host: "127.0.0.1", onread: { buffer, callback: () => (take(buffer.toString("latin1")), true) } });
  socket.on("end", () => ended("end"));
  socket.on("error", ({ code }: NodeJS.ErrnoException) => ended(code!));
  return socket;
}

/** How a connection ends, with all that came before. */
const receive = (port: number, octets: string): Promise<{ readonly text: string; readonly end: string }> =>
  new Promise((resolve) => {
    let text = "";
    connectTo(port, (octet) => (text += octet), (end) => resolve({ text, end })).write(octets);
  });

describe("an answer that breaks off", () => {
  for (const [by, end] of [["end", "end"], ["reset", "ECONNRESET"]] as const) {
    for (const [after, sent] of [[0, ""], [5, "the w"], [whole.length, whole], [1000, whole], [-1, ""]] as const) {
      it(`by ${by} after ${after} octets`, async () => {
        await withListener({}, () => answer({ after, by }), async (_set, port) => {
          const received = await receive(port, get("/"));
          assert.equal(received.end, end);
          assert.match(received.text, /^HTTP\/1\.1 200 \r\n[\s\S]*Content-Length: 14\r\n/u, "the header is that of the whole answer");
          assert.equal(received.text.split("\r\n\r\n")[1], sent);
        });
      });
    }
  }

  it("counts octets, not characters, and takes octets too", async () => {
    for (const body of ["éé", Buffer.from("éé")]) {
      await withListener({}, () => answer({ after: 3, by: "end" }, body), async (_set, port) => {
        const { text } = await receive(port, get("/"));
        assert.match(text, /Content-Length: 4\r\n/u);
        assert.equal(text.split("\r\n\r\n")[1], Buffer.from("éé").subarray(0, 3).toString("latin1"));
      });
    }
  });

  it("is the last one of its connection; requests behind it are not served, other connections go on", async () => {
    let served = 0;
    const handle = (): HostResponse => (++served === 1 ? answer({ after: 3, by: "end" }) : { status: 200, headers: [], body: whole });
    await withListener({}, handle, async (set, port) => {
      const { statuses, closed } = await sendRaw(port, get("/") + get("/"), { closes: true });
      assert.deepEqual([statuses, closed, served], [[200], true, 1]);
      assert.deepEqual((await sendRaw(port, get("/"))).statuses, [200]);
      while (set.counters().connections > 0) await new Promise((later) => setImmediate(later));
    });
  });

  it("over TLS, where what is reset is the connection below it", async () => {
    const { cert, key } = selfSignedCertificate("localhost");
    await withListener({}, () => answer({ after: 5, by: "reset" }), async (_set, port) => {
      // A wire between the two: what ends below TLS is seen there only.
      let ended: (how: string) => void;
      const end = new Promise<string>((resolve) => (ended = resolve));
      const sockets: Socket[] = [];
      const wire = createServer((client) => {
        const server = connectTo(port, (octet) => client.write(octet, "latin1"), ended);
        sockets.push(client, server);
        client.on("error", () => undefined);
        client.pipe(server);
      });
      await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
      const client = connectTls({ port: (wire.address() as AddressInfo).port, host: "127.0.0.1", rejectUnauthorized: false }, () => client.write(get("/")));
      client.on("error", () => undefined);
      let text = "";
      client.on("data", (chunk) => (text += chunk.toString("latin1")));
      assert.equal(await end, "ECONNRESET");
      await until(() => text.endsWith("the w"));
      client.destroy();
      for (const socket of sockets) socket.destroy();
      wire.close();
    }, { tls: { certificate: cert, key } });
  });
});
