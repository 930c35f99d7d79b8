import assert from "node:assert/strict";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { connectionProblem } from "../../../src/cli/client/client-problem.js";
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
    try {
      const ran = await runLine(["identify", `-r:https://127.0.0.1:${(plain.address() as AddressInfo).port}`, "-u:me", "-p:x"]);
      assert.match(ran.err, /0x80072F8F\nhttps:\S+ speaks no TLS\.\nCheck that the port is the HTTPS one; for plain HTTP write http:\/\/ and leave -usessl out\.\n$/u);
    } finally {
      plain.closeAllConnections();
      plain.close();
    }
  });
});

describe("what TLS says", () => {
  const url = new URL("https://server.example:5986/wsman");
  const sentences: readonly (readonly [error: { readonly code: string; readonly message?: string; readonly reason?: string }, said: string])[] = [
    [{ code: "CERT_HAS_EXPIRED", message: "certificate has expired" }, "The certificate of https://server.example:5986 has expired."],
    [{ code: "CERT_NOT_YET_VALID" }, "The certificate of https://server.example:5986 is not valid yet."],
    [{ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }, "The certificate of https://server.example:5986 is not trusted: it is self-signed."],
    [{ code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" }, "The certificate of https://server.example:5986 is not trusted: it was signed by an authority that is not known here."],
    [{ code: "CERT_SIGNATURE_FAILURE" }, "The certificate of https://server.example:5986 is not trusted (cert signature failure)."],
    [{ code: "EPROTO", message: "write EPROTO 80DC42A1:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/ssl3_record.c:354:\n" }, "https://server.example:5986 speaks no TLS."],
    [{ code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", reason: "tlsv1 alert protocol version" }, "https://server.example:5986 offers no TLS version that is still safe."],
    [{ code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", reason: "tlsv13 alert certificate required" }, "https://server.example:5986 wants a certificate of the caller."],
    [{ code: "ERR_SSL_BAD_EXTENSION", message: "80DC42A1:error:0A00006E:SSL routines:x:bad extension:y.c:1:" }, "TLS with https://server.example:5986 failed: bad extension."],
  ];
  for (const [error, said] of sentences) {
    it(said, () => {
      const problem = connectionProblem(Object.assign(new Error(error.message ?? "text of OpenSSL"), error), url);
      assert.equal(problem.message, said);
      assert.ok(problem.remedy?.endsWith("."), "and what to do");
      assert.doesNotMatch(`${problem.message}${problem.remedy}`, /:error:|text of OpenSSL/u);
    });
  }
});
