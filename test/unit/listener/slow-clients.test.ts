import assert from "node:assert/strict";
import { connect as connectTls } from "node:tls";
import { describe, it } from "node:test";
import type { HostResponse } from "../../../src/base/host-message.js";
import { sendRaw } from "../../support/raw-socket.js";
import { selfSignedCertificate } from "../../support/self-signed-certificate.js";
import { until } from "../../support/until.js";
import { get, ok, open, withListener } from "./with-listener.js";

describe("listener: slow clients", () => {
  it("ends a connection whose client does not take its answer, large or still unread", async () => {
    const large: HostResponse = { status: 200, headers: [], body: Buffer.alloc(50_000_000) };
    await withListener({ requestTimeout: 100, headerTimeout: 100 }, () => large, async (set, port) => {
      const socket = await open(port, get("/"));
      socket.pause();
      await until(() => set.counters().connections === 1);
      await until(() => set.counters().connections === 0);
      socket.destroy();
    });
  });

  it("does not let a refused client hold its socket", async () => {
    await withListener({ maxConnections: 1 }, () => ok, async (set, port) => {
      const first = await open(port);
      await until(() => set.counters().connections === 1);
      const refused = await sendRaw(port, "", { closes: true });
      assert.deepEqual([refused.statuses, refused.closed, set.counters().refusedConnections], [[503], true, 1]);
      first.destroy();
    });
  });

  const { key, cert: certificate } = selfSignedCertificate("localhost", { addresses: ["127.0.0.1"] });
  const tls = { certificate, key };

  it("counts connections that never finish their TLS handshake, and ends them with the time for a header", async () => {
    await withListener({ maxConnections: 2, headerTimeout: 300 }, () => ok, async (set, port) => {
      const held = await Promise.all([open(port), open(port, "\x16\x03\x01")]);
      await until(() => set.counters().connections === 2);
      const refused = await open(port);
      await until(() => set.counters().refusedConnections === 1);
      await until(() => set.counters().connections === 0);
      for (const socket of [...held, refused]) socket.destroy();
      await new Promise<void>((resolve, reject) => {
        const socket = connectTls({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => socket.end(get("/")));
        socket.on("data", (answer: Buffer) => (answer.toString().startsWith("HTTP/1.1 200 ") ? resolve() : reject(new Error(answer.toString()))));
        socket.on("error", reject);
      });
    }, { tls });
  });

  it("closes at once although a TLS handshake is under way", async () => {
    await withListener({ headerTimeout: 60_000 }, () => ok, async (set, port) => {
      const held = await open(port, "\x16\x03\x01");
      await until(() => set.counters().connections === 1);
      await set.close(50);
      held.destroy();
    }, { tls });
  });
});
