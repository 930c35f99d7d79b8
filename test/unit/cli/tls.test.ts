import assert from "node:assert/strict";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { selfSignedCertificate } from "../../support/self-signed-certificate.js";
import { sendEnvelope } from "./scripted-server.js";
import { runLine, type Ran } from "./test-terminal.js";

async function start(certificate: { readonly key: string; readonly cert: string }, seen: string[]): Promise<Server> {
  const server = createServer(certificate, (request, response) => {
    seen.push(request.headers.authorization ?? "");
    request.resume();
    sendEnvelope(response, '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><r/></s:Body></s:Envelope>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

describe("HTTPS", () => {
  const seen: string[] = [];
  let right: Server;
  let wrong: Server;
  before(async () => {
    right = await start(selfSignedCertificate("test", { addresses: ["127.0.0.1"], dns: ["localhost"] }), seen);
    wrong = await start(selfSignedCertificate("test", { dns: ["server.example"] }), seen);
  });
  after(() => {
    for (const server of [right, wrong]) {
      server.closeAllConnections();
      server.close();
    }
  });
  const identify = (server: Server, ...words: string[]): Promise<Ran> =>
    runLine(["identify", `-r:https://127.0.0.1:${(server.address() as AddressInfo).port}/wsman`, "-u:me", "-p:secret", ...words]);

  it("asks who signed the certificate before the password leaves", async () => {
    const ran = await identify(right);
    assert.equal(ran.status, 1);
    assert.match(ran.err, /-2147012721 0x80072F8F\nThe certificate of https:\/\/127\.0\.0\.1:\d+ is not trusted: .*\nAdd its authority with NODE_EXTRA_CA_CERTS, or use -skipCAcheck\.\n$/u);
    assert.deepEqual(seen, []);
  });

  it("-skipCAcheck leaves the name to be checked", async () => {
    const refused = await identify(wrong, "-skipCAcheck");
    assert.match(refused.err, /0x80072F8F\nThe certificate of .* is for another name: .*\nUse the name in the certificate, or -skipCNcheck\.\n$/u);
    assert.deepEqual(seen, []);
    const accepted = await identify(right, "-skipCAcheck");
    assert.deepEqual([accepted.status, accepted.out], [0, "r\n"], accepted.err);
  });

  it("-skipCAcheck and -skipCNcheck together take any certificate", async () => {
    assert.equal((await identify(wrong, "-skipCAcheck", "-skipCNcheck")).status, 0);
  });

  it("says when the port speaks no TLS", async () => {
    const plain = (await import("node:http")).createServer((_, response) => response.end());
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    const ran = await runLine(["identify", `-r:https://127.0.0.1:${(plain.address() as AddressInfo).port}`, "-u:me", "-p:x"]);
    assert.match(ran.err, /0x80072F8F\n.* does not speak TLS as expected/u);
    plain.closeAllConnections();
    plain.close();
  });
});
