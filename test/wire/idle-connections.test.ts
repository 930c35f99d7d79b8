import assert from "node:assert/strict";
import { Agent } from "node:http";
import { describe, it } from "node:test";
import { makeHostFolder } from "../support/host-folder.js";
import { IdleClient } from "../support/idle-client.js";
import { post } from "../support/plain-request.js";
import { openDescriptors, withoutProc } from "../support/process-figures.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { actions, identifyEnvelope, soapEnvelope } from "../support/soap-envelope.js";
import { until } from "../support/until.js";

const identifyRequest = `POST /wsman HTTP/1.1\r\nHost: a\r\nWSMANIDENTIFY: unauthenticated\r\nContent-Type: application/soap+xml\r\nContent-Length: ${identifyEnvelope.length}\r\n\r\n${identifyEnvelope}`;
const get = soapEnvelope({ action: actions.get, resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" });
const identify = (host: RunningHost): Promise<number> => post(host.urls[0]!, identifyEnvelope, { headers: { WSMANIDENTIFY: "unauthenticated" } }).then(({ status }) => status, () => 0);

describe("idle connections", { skip: withoutProc }, () => {
  it("1,500 of them, with the configuration as it is shipped: others are served, and nothing is left of them", async () => {
    const host = await startRunningHost();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      const ask = (): Promise<number> => post(host.urls[0]!, get, { authorization: host.authorization, agent }).then(({ status }) => status);
      assert.equal(await ask(), 200);
      const before = openDescriptors(host.pid);
      const held: IdleClient[] = [];
      for (let count = 0; count < 1500; count++) {
        // Some have said nothing, some have been answered, some have begun to ask.
        const client = new IdleClient(host.port, ["", identifyRequest, "POST /wsman HTTP/1.1\r\nHost: a\r\n"][count % 3]);
        held.push(client);
        await client.opened;
        if (count % 100 === 0) assert.equal(await ask(), 200);
      }
      await until(() => held.every(({ text }, index) => index % 3 !== 1 || text.includes("IdentifyResponse")));
      for (let count = 0; count < 100; count++) assert.deepEqual([await ask(), await identify(host)], [200, 200]);
      // Not that and those before: a file of the log was perhaps just being read then.
      assert.ok(openDescriptors(host.pid) >= 1500, "all of them are held");
      assert.equal(held.filter(({ closed }) => closed).length, 0);
      for (const { socket } of held) socket.destroy();
      await until(() => openDescriptors(host.pid) <= before);
      assert.equal(await ask(), 200);
    } finally {
      agent.destroy();
      assert.equal(await host.stop(), 0);
    }
  });

  it("as many as there may be: the oldest make room, long before their time is over", async () => {
    const folder = makeHostFolder({ listener: 'maxConnections="20"' });
    const host = await startRunningHost({ config: folder.path });
    try {
      const held = Array.from({ length: 20 }, (_, index) => new IdleClient(host.port, index % 2 === 0 ? identifyRequest : ""));
      await until(() => held.every(({ text }, index) => index % 2 === 1 || text.includes("IdentifyResponse")));
      // At first they have a little time to ask; then a connection that nobody uses ends for each that comes.
      assert.equal(await identify(host), 503);
      await until(() => held.some(({ closed }) => closed) || (void identify(host), false));
      assert.equal(await identify(host), 200);
      const closed = held.filter((client) => client.closed).length;
      assert.ok(closed < 20, `${closed} of 20 were ended`);
      for (const { socket } of held) socket.destroy();
    } finally {
      assert.equal(await host.stop(), 0);
      folder.remove();
    }
  });
});
