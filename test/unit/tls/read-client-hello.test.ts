import assert from "node:assert/strict";
import { createServer, type AddressInfo } from "node:net";
import { connect, type ConnectionOptions } from "node:tls";
import { describe, it } from "node:test";
import { readClientHello } from "../../../src/protocol/tls/read-client-hello.js";

/** The first octets that Node's client sends. */
const helloOf = (options: ConnectionOptions): Promise<Buffer> =>
  new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined).once("data", (octets: Buffer) => {
        resolve(octets);
        socket.destroy();
        server.close();
      });
    }).listen(0, "127.0.0.1", () => void connect({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", rejectUnauthorized: false, ...options }).on("error", () => undefined));
  });

describe("the first message of a TLS client", () => {
  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    it(`names the host that it asks for, with ${version}`, async () => {
      const options = { minVersion: version, maxVersion: version, ALPNProtocols: ["h2", "http/1.1"] };
      assert.deepEqual(readClientHello(await helloOf({ ...options, servername: "One.Example.test" })), { kind: "read", serverName: "one.example.test" });
      assert.deepEqual(readClientHello(await helloOf({ ...options, servername: "" })), { kind: "read", serverName: undefined });
    });
  }

  it("is waited for, and says how much of it is missing", async () => {
    const hello = await helloOf({ servername: "one.test" });
    assert.deepEqual(readClientHello(new Uint8Array(0)), { kind: "incomplete", least: 5 });
    assert.deepEqual(readClientHello(hello.subarray(0, 7)), { kind: "incomplete", least: 9 });
    for (let at = 9; at < hello.length; at++) assert.deepEqual(readClientHello(hello.subarray(0, at)), { kind: "incomplete", least: hello.length });
  });

  it("may be spread over a few records", async () => {
    const hello = await helloOf({ servername: "one.test" });
    const inRecords = (size: number): Buffer => {
      const records: Buffer[] = [];
      for (let at = 5; at < hello.length; at += size) {
        const piece = hello.subarray(at, at + size);
        records.push(Buffer.from([22, 3, 1, piece.length >> 8, piece.length & 0xff]), piece);
      }
      return Buffer.concat(records);
    };
    assert.deepEqual(readClientHello(inRecords(100)), { kind: "read", serverName: "one.test" });
    assert.deepEqual(readClientHello(inRecords(3)), { kind: "refused" });
  });

  it("is refused when it is none, larger than any, or names two hosts", () => {
    for (const octets of [[0x47], [22, 2], [22, 3, 1, 0, 0], [22, 3, 1, 0x40, 1], [22, 3, 1, 0, 4, 2, 0, 0, 0], [22, 3, 1, 0, 4, 1, 0, 0x80, 0]]) {
      assert.equal(readClientHello(Uint8Array.from(octets)).kind, "refused", String(octets));
    }
  });
});
