import assert from "node:assert/strict";
import { crc32 as zlibCrc32 } from "node:zlib";
import { describe, it } from "node:test";
import { startTestHost, TestConnection, type TestConnectionOptions, type TestHost } from "wsmanor/testing";
import { HRESULT } from "wsmanor/sdk";
import plugin, { clientCertificateModule } from "./index.js";
import { crc32 } from "./crc32.js";

const der = Uint8Array.from({ length: 811 }, (_, index) => index % 251);

/** What it logged, without what every line has. */
const told = (host: TestHost): unknown[] => host.logger.lines
  .filter(({ message }) => /counted|TLS|ertificate/u.test(message) && message !== "module notified")
  .map(({ level, message, fields: { activityId: _, ...fields } }) => [level, message, fields]);

async function once(connection: TestConnectionOptions, module = plugin): Promise<{ readonly lines: unknown[]; readonly status: number }> {
  const host = await startTestHost({ httpModules: [module] });
  const { status } = await host.send("", { connection: new TestConnection(connection), query: "PSVersion=5.1" });
  await host.stop();
  return { lines: told(host), status };
}

describe("client-certificate-module", () => {
  const url = "https://127.0.0.1:5986/wsman?PSVersion=5.1";
  const counted = ["info", "request counted", { count: 1, url }];
  const table: readonly (readonly [title: string, connection: TestConnectionOptions, lines: unknown[]])[] = [
    ["without TLS it says so and asks nobody", {}, [["info", "request counted", { count: 1, url: "http://127.0.0.1:5985/wsman?PSVersion=5.1" }], ["info", "connection is not using TLS", {}]]],
    ["forces the client to show its certificate", { tls: true, certificate: { der } }, [counted, ["info", "client certificate", { size: 811, crc32: zlibCrc32(der), previouslyNegotiated: true, flags: "0x00000000" }]]],
    ["tells why a certificate is not valid", { tls: true, certificate: { der, flags: 0x800b0109 } }, [counted, ["info", "client certificate", { size: 811, crc32: zlibCrc32(der), previouslyNegotiated: true, flags: "0x800b0109" }]]],
    ["a client without one is told of", { tls: true }, [counted, ["info", "no client certificate", {}]]],
    ["a client that refuses is told of", { tls: true, certificate: { der }, negotiation: HRESULT.E_FAIL }, [counted, ["error", "negotiateClientCertificate failed", { hresult: "0x80004005" }]]],
    ["one over TLS 1.3 too", { tls: true, certificate: { der }, negotiation: HRESULT.ERROR_NOT_SUPPORTED }, [counted, ["error", "negotiateClientCertificate failed", { hresult: "0x80070032" }]]],
  ];
  for (const [title, connection, lines] of table) {
    it(title, async () => {
      const { lines: came, status } = await once(connection);
      assert.deepEqual(came, lines);
      // Whatever it found out, the request goes on: an empty body is no envelope.
      assert.ok(status !== 401 && status !== 403, String(status));
    });
  }

  it("without force it asks nobody: what the handshake brought is there, else nothing is found", async () => {
    const looking = clientCertificateModule({ name: "look-only", force: false });
    assert.deepEqual((await once({ tls: true, certificate: { der } }, looking)).lines, [counted, ["info", "certificate not found", {}]]);
    assert.deepEqual((await once({ tls: true, certificate: { der }, askedAtHandshake: true }, looking)).lines.at(-1), ["info", "client certificate", { size: 811, crc32: zlibCrc32(der), previouslyNegotiated: true, flags: "0x00000000" }]);
  });

  it("counts on, and asks a client once on each connection", async () => {
    const host = await startTestHost({ httpModules: [plugin] });
    const connection = new TestConnection({ tls: true, certificate: { der } });
    for (let round = 0; round < 3; round++) await host.send("", { connection });
    await host.send("", {});
    assert.deepEqual(host.logger.find("request counted").map(({ fields }) => fields["count"]), [1, 2, 3, 4]);
    assert.equal(connection.negotiations, 1);
    await host.stop();
  });

  it("a body that cannot be read before the client is asked ends in 413", async () => {
    const host = await startTestHost({ httpModules: [plugin] });
    const { status } = await host.send("x".repeat(50_000), { connection: new TestConnection({ tls: true, certificate: { der } }) });
    assert.equal(status, 413);
    await host.stop();
  });
});

describe("crc32", () => {
  it("is that of zip", () => {
    assert.equal(crc32(Buffer.from("123456789")), 0xcbf4_3926);
    assert.equal(crc32(new Uint8Array(0)), 0);
    assert.equal(crc32(der), zlibCrc32(der));
  });
});
