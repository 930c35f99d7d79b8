import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { after, before, describe, it } from "node:test";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { sendPlain, soapType } from "../support/plain-request.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { until } from "../support/until.js";

/** A connection that sends what it is told, and remembers what came back until the other side closed. */
class Client {
  readonly socket: Socket;
  text = "";
  closed = false;
  /** @param drip written again and again after the octets */
  constructor(port: number, octets: string, drip?: string) {
    let dripping: NodeJS.Timeout | undefined;
    this.socket = connect(port, "127.0.0.1", () => {
      this.socket.write(octets);
      if (drip !== undefined) dripping = setInterval(() => this.socket.write(drip), 50);
    });
    this.socket.on("close", () => clearInterval(dripping));
    this.socket.on("data", (chunk: Buffer) => (this.text += chunk.toString("latin1")));
    this.socket.on("error", () => undefined);
    this.socket.on("close", () => (this.closed = true));
  }
  get statuses(): readonly number[] {
    return [...this.text.matchAll(/HTTP\/1\.1 (\d{3}) /gu)].map((match) => Number(match[1]));
  }
}

describe("the limits of <listener>", () => {
  let folder: HostFolder;
  let host: RunningHost;
  before(async () => {
    folder = makeHostFolder({ listener: 'headerTimeout="00:00:01" requestTimeout="00:00:02" idleTimeout="00:00:01" maxConnections="8" maxHeaderBytes="2048"' });
    host = await startRunningHost({ config: folder.path });
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    folder.remove();
  });
  const identify = (): Promise<number> =>
    sendPlain(host.urls[0]!, { headers: { ...soapType, WSMANIDENTIFY: "unauthenticated" }, body: identifyEnvelope }).then(({ status }) => status, () => 0);
  const head = (more: string): string => `POST /wsman HTTP/1.1\r\nHost: a\r\nWSMANIDENTIFY: unauthenticated\r\nContent-Type: application/soap+xml\r\n${more}`;

  it("end clients that are slow with nothing, a header, a body, another request, and let others be served meanwhile", async () => {
    const whole = `${head(`Content-Length: ${identifyEnvelope.length}\r\n\r\n`)}${identifyEnvelope}`;
    const silent = new Client(host.port, "");
    const header = new Client(host.port, head("X: "));
    const dripping = new Client(host.port, head("X: "), "y");
    const body = new Client(host.port, `${head("Content-Length: 1000\r\n\r\n")}<`, " ");
    const idle = new Client(host.port, whole);
    assert.equal(await identify(), 200);
    const clients = [silent, header, dripping, body, idle];
    await until(() => clients.every(({ closed }) => closed));
    assert.deepEqual([dripping.statuses, body.statuses, idle.statuses], [[408], [408], [200]]);
    // Whether silence is ended as an idle connection or as a late header is the same second's matter.
    for (const { statuses } of [silent, header]) assert.ok(statuses.length === 0 || statuses[0] === 408);
    assert.equal(await identify(), 200);
  });

  it("let in no more connections than configured, and more again when some have gone", async () => {
    for (let refused = 0; refused < 12; ) {
      const held = Array.from({ length: 20 }, () => new Client(host.port, ""));
      const count = (): number => held.filter(({ statuses }) => statuses[0] === 503).length;
      // Where it takes longer than the idle time to open them all, the first have made room for others: then once more.
      await until(() => count() >= 12 || held.every(({ closed }) => closed));
      refused = count();
      for (const { socket } of held) socket.destroy();
    }
    let status = 0;
    while (status !== 200) status = await identify();
  });

  it("refuse a header that is larger", async () => {
    const client = new Client(host.port, head(`X: ${"y".repeat(3000)}\r\n\r\n`));
    await until(() => client.closed);
    assert.deepEqual(client.statuses, [431]);
  });
});
