import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { Agent } from "node:https";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { CertificateAuthority, forServers, type IssuedCertificate } from "../support/certificate-authority.js";
import { opensslMissing } from "../support/certificate-chain.js";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { requestEnvelope } from "../support/operation-messages.js";
import { post } from "../support/plain-request.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { until } from "../support/until.js";

const modes = ["never", "late", "lateStrict", "handshake"] as const;
type Client = Pick<IssuedCertificate, "cert" | "key"> | undefined;

describe("an application that requires client certificates (sslFlags)", { skip: opensslMissing() }, () => {
  let authority: CertificateAuthority;
  let folder: HostFolder;
  let host: RunningHost;
  let clients: Readonly<Record<"none" | "good" | "expired" | "self" | "server" | "revoked", Client>>;
  before(async () => {
    authority = new CertificateAuthority("authority");
    const server = authority.issue({ subject: "/CN=localhost", extensions: forServers });
    const revoked = authority.issue({ subject: "/CN=revoked" });
    authority.revoke(revoked);
    clients = {
      none: undefined, good: authority.issue({ subject: "/CN=good" }), revoked, self: selfSignedCertificate("self"),
      expired: authority.issue({ subject: "/CN=expired", from: "20200101000000Z", until: "20210101000000Z" }),
      server: authority.issue({ subject: "/CN=server", extensions: ["extendedKeyUsage=serverAuth"] }),
    };
    folder = makeHostFolder({
      files: { "server.pem": server.cert, "server.key": server.key, "issuers.pem": authority.own.cert, "lists.pem": authority.revocationList() },
      bindings: ['<binding protocol="http" bindingInformation="127.0.0.1:0:"/>', ...modes.map((mode, index) =>
        `<binding protocol="https" bindingInformation="127.0.0.1:${5986 + index}:" certificateFile="server.pem" keyFile="server.key" trustedIssuersFile="issuers.pem" revocationListFile="lists.pem" clientCertificate="${mode}"/>`)].join(""),
      locations: '<location path="Site/wsman"><system.webServer><security><access sslFlags="Ssl, SslNegotiateCert, SslRequireCert"/></security></system.webServer></location>',
    });
    host = await startRunningHost({ config: folder.path });
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    folder.remove();
    authority.remove();
  });

  async function status(mode: (typeof modes)[number], client: Client, path = "/wsman", body = requestEnvelope()): Promise<number> {
    const url = host.urls.filter((each) => each.startsWith("https:") && each.endsWith(path))[modes.indexOf(mode)]!;
    const agent = new Agent({ maxVersion: "TLSv1.2", ...(client === undefined ? {} : { cert: client.cert, key: client.key }) });
    return (await post(url, body, { authorization: host.authorization, agent }).finally(() => agent.destroy())).status;
  }
  /** The sub-status of the last line of the access log, once it is there. */
  async function subStatus(): Promise<unknown> {
    const lines = (): readonly string[] => host.log().split("\n").filter((line) => line.includes('"message":"request"'));
    const before_ = asked;
    await until(() => lines().length >= before_);
    return (JSON.parse(lines()[before_ - 1]!) as { readonly subStatus?: number }).subStatus;
  }
  let asked = 0;
  const outcome = async (mode: (typeof modes)[number], client: Client): Promise<readonly unknown[]> => {
    asked++;
    return [await status(mode, client), await subStatus()];
  };

  it("serves who has a good one, and nobody else: each with IIS's sub-status in the log", async () => {
    for (const mode of ["late", "lateStrict", "handshake"] as const) {
      assert.deepEqual(await outcome(mode, clients.good), [200, undefined], mode);
      assert.deepEqual(await outcome(mode, clients.none), [403, 7], mode);
      assert.deepEqual(await outcome(mode, clients.self), [403, 16], mode);
      assert.deepEqual(await outcome(mode, clients.server), [403, 16], mode);
      assert.deepEqual(await outcome(mode, clients.expired), [403, 17], mode);
      assert.deepEqual(await outcome(mode, clients.revoked), [403, 13], mode);
    }
    assert.equal(folder.entries().length, 3);
  });

  it("serves nobody over a binding that never asks, or in clear", async () => {
    assert.deepEqual(await outcome("never", clients.good), [403, 7]);
    asked++;
    assert.equal((await post(host.urls.find((url) => url.startsWith("http:") && url.endsWith("/wsman"))!, requestEnvelope(), { authorization: host.authorization })).status, 403);
    assert.equal(await subStatus(), 4);
  });

  it("asks in front of a body up to uploadReadAheadSize, and answers a larger one with 413", async () => {
    const large = (size: number): string => requestEnvelope({ headers: `<!--${"x".repeat(size)}-->` });
    assert.deepEqual([await status("late", clients.good, "/wsman", large(40_000)), await status("late", clients.good, "/wsman", large(60_000)), await status("handshake", clients.good, "/wsman", large(60_000))], [200, 413, 200]);
  });

  it("is the only one that asks: the application beside it serves who has none", async () => {
    assert.equal(await status("late", clients.none, "/other"), 200);
  });

  it("knows of a certificate that is revoked from the reload on", async () => {
    assert.equal(await status("late", clients.good), 200);
    authority.revoke(clients.good as IssuedCertificate);
    writeFileSync(join(folder.path, "lists.pem"), authority.revocationList());
    process.kill(host.pid, "SIGHUP");
    await until(() => host.log().includes('"reloaded"'));
    assert.equal(await status("late", clients.good), 403);
  });
});
