import assert from "node:assert/strict";
import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { Agent } from "node:http";
import { after, before, describe, it } from "node:test";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { requestEnvelope } from "../support/operation-messages.js";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { sendPlain, soapType, type PlainAnswer } from "../support/plain-request.js";
import { sendRaw } from "../support/raw-socket.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { hostileMessages, manyNames, prototypeMessages, type HostileMessage } from "./hostile-messages.js";

const maxEnvelopeSizeKB = 1000;

describe("hostile messages", () => {
  let folder: HostFolder;
  let host: RunningHost;
  let trap: Server;
  let trapped = 0;
  // Names are known before the trap's port is.
  const placeholder = "http://trap.invalid";
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  before(async () => {
    trap = createServer((socket) => {
      trapped++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
    folder = makeHostFolder({ maxEnvelopeSizeKB });
    host = await startRunningHost({ config: folder.path });
  });
  after(async () => {
    agent.destroy();
    trap.close();
    assert.equal(await host.stop(), 0);
    folder.remove();
  });

  const post = (body: string | Uint8Array, contentType = soapType["Content-Type"]): Promise<PlainAnswer> =>
    sendPlain(host.urls[0]!, { body, agent, headers: { Authorization: host.authorization, ...(contentType === "" ? {} : { "Content-Type": contentType }) } });
  const stillServes = async (): Promise<void> => {
    const answer = await post(identifyEnvelope);
    assert.equal(answer.status, 200);
    assert.match(answer.text, /IdentifyResponse/u);
  };
  const check = async ({ body, contentType, verdict }: HostileMessage): Promise<void> => {
    const aimed = typeof body === "string" ? body.replaceAll(placeholder, `http://127.0.0.1:${(trap.address() as AddressInfo).port}`) : body;
    const answer = await post(aimed, contentType);
    // Latin letters of UTF-16 read as UTF-8 have NULs between them.
    const text = answer.text.replaceAll("\0", "");
    const subcode = /<s:Subcode><s:Value>([^<]*)</u.exec(text)?.[1] ?? "";
    const code = Number(/<f:WSManFault[^>]* Code="(\d+)"/u.exec(text)?.[1]);
    assert.deepEqual(
      { status: answer.status, ...(verdict.subcode === undefined ? {} : { subcode }), ...(verdict.code === undefined ? {} : { code }) },
      verdict,
      text.slice(0, 2000),
    );
    assert.ok(answer.text.length < 8192, "no answer grows with the mistake");
    assert.ok(!text.includes("root:"), "no file is shown");
    await stillServes();
  };

  describe("are refused, and the host serves on", () => {
    for (const message of hostileMessages(placeholder)) {
      it(message.name, () => check(message));
    }
    it("and nobody was called for an entity", () => assert.equal(trapped, 0));
  });

  describe("with names that mean something to JavaScript are messages like others", () => {
    for (const message of prototypeMessages) it(message.name, () => check(message));

    it("as names of what is stored", async () => {
      const registry = (method: string, key: string, body: string): Promise<PlainAnswer> =>
        post(requestEnvelope({ resourceUri: "urn:wsmanor:registry", action: `http://schemas.xmlsoap.org/ws/2004/09/transfer/${method}`, headers: `<w:SelectorSet><w:Selector Name="Key">${key}</w:Selector></w:SelectorSet>`, body }));
      for (const name of ["__proto__", "constructor", "prototype", "toString"]) {
        const value = `<r:Key xmlns:r="urn:wsmanor:registry"><r:Value Name="${name}" Type="String"><r:Data>${name}</r:Data></r:Value></r:Key>`;
        assert.equal((await registry("Create", `${name}\\${name}`, value)).status, 200);
        const answer = await registry("Get", `${name}\\${name}`, "");
        assert.ok(answer.text.includes(`<r:Value Name="${name}" Type="String"><r:Data>${name}</r:Data></r:Value>`), answer.text);
      }
    });

    it("as names of HTTP fields", async () => {
      const answer = await sendPlain(host.urls[0]!, { body: identifyEnvelope, headers: { ...soapType, Authorization: host.authorization, constructor: "x", toString: "y", prototype: "z" } });
      assert.equal(answer.status, 200);
      const raw = await sendRaw(host.port, `POST /wsman HTTP/1.1\r\nHost: a\r\n__proto__: x\r\nAuthorization: ${host.authorization}\r\nContent-Type: application/soap+xml\r\nContent-Length: ${identifyEnvelope.length}\r\n\r\n${identifyEnvelope}`);
      assert.deepEqual(raw.statuses, [200]);
    });
  });

  describe("with very many names cost what their octets cost", () => {
    for (const message of manyNames) it(message.name, () => check(message));

    it("10,000 values in one key", async () => {
      const values = Array.from({ length: 10_000 }, (_, index) => `<r:Value Name="v${index}" Type="String"><r:Data>1</r:Data></r:Value>`).join("");
      const message = requestEnvelope({
        resourceUri: "urn:wsmanor:registry", action: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Create",
        headers: '<w:SelectorSet><w:Selector Name="Key">many</w:Selector></w:SelectorSet>', body: `<r:Key xmlns:r="urn:wsmanor:registry">${values}</r:Key>`,
      });
      assert.equal((await post(message)).status, 200);
      await stillServes();
    });
  });

  describe("of the largest size", () => {
    const limit = maxEnvelopeSizeKB * 1024;
    const padded = (size: number): string => requestEnvelope().replace("</s:Envelope>", "").padEnd(size - "</s:Envelope>".length) + "</s:Envelope>";
    for (const [size, status] of [[limit - 1, 200], [limit, 200], [limit + 1, 413]] as const) {
      it(`${size} octets: ${status}`, async () => {
        const body = padded(size);
        assert.equal(Buffer.byteLength(body), size);
        const entered = folder.entries().length;
        assert.equal((await post(body)).status, status);
        assert.equal(folder.entries().length - entered, status === 200 ? 1 : 0);
        await stillServes();
      });
    }

    const head = (fields: string): string => `POST /wsman HTTP/1.1\r\nHost: a\r\nAuthorization: ${host.authorization}\r\nContent-Type: application/soap+xml;charset=UTF-8\r\n${fields}\r\n\r\n`;

    it("in chunks without end: 413 and the end of the connection", async () => {
      const answer = await sendRaw(host.port, [head("Transfer-Encoding: chunked"), ...Array.from({ length: 200 }, () => `2000\r\n${" ".repeat(0x2000)}\r\n`)], { closes: true });
      assert.deepEqual([answer.statuses, answer.closed], [[413], true]);
      await stillServes();
    });

    it("announced with Expect: 413, and no 100 before it", async () => {
      const answer = await sendRaw(host.port, head(`Content-Length: ${limit + 1}\r\nExpect: 100-continue`));
      assert.deepEqual(answer.statuses, [413]);
      await stillServes();
    });

    it("compressed: 415, and nothing is unpacked", async () => {
      const answer = await sendPlain(host.urls[0]!, { body: Buffer.alloc(1000), headers: { ...soapType, Authorization: host.authorization, "Content-Encoding": "gzip" } });
      assert.equal(answer.status, 415);
      await stillServes();
    });
  });

  describe("that lie below SOAP", () => {
    const head = (fields: string): string => `POST /wsman HTTP/1.1\r\nHost: a\r\nAuthorization: ${host.authorization}\r\nContent-Type: application/soap+xml;charset=UTF-8\r\n${fields}\r\n\r\n`;
    const message = requestEnvelope();

    it("two Host fields: 400, closed, and no plug-in is entered", async () => {
      const entered = folder.entries().length;
      const answer = await sendRaw(host.port, head(`Host: b\r\nContent-Length: ${message.length}`) + message, { closes: true });
      assert.deepEqual([answer.statuses, answer.closed], [[400], true]);
      assert.equal(folder.entries().length, entered);
      await stillServes();
    });

    it("a Content-Length that is too short: the piece is refused, the rest is no request, and no plug-in is entered", async () => {
      const entered = folder.entries().length;
      const answer = await sendRaw(host.port, head(`Content-Length: ${message.length - 20}`) + message, { closes: true });
      assert.deepEqual([answer.statuses, answer.closed], [[500, 400], true], answer.text);
      assert.equal(folder.entries().length, entered);
      await stillServes();
    });

    it("a Content-Length that is too long: nothing happens before it has come, and a client that goes leaves nothing behind", async () => {
      const entered = folder.entries().length;
      const answer = await sendRaw(host.port, head(`Content-Length: ${message.length + 20}`) + message, { limit: 300 });
      assert.deepEqual([answer.statuses, answer.closed], [[], false]);
      assert.equal(folder.entries().length, entered);
      await stillServes();
    });
  });
});
