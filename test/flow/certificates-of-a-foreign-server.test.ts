import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, before, describe, it } from "node:test";
import { ConfigurationRefused, createMiddleware, type HostMiddleware } from "wsmanor";
import { openUsers } from "../../src/host/manage-users.js";
import { CertificateAuthority, forServers, type IssuedCertificate } from "../support/certificate-authority.js";
import { mutual } from "../support/certificate-host.js";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { requestEnvelope } from "../support/operation-messages.js";
import { post } from "../support/plain-request.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";

const whole = ({ cert }: { readonly cert: string }): string => cert.replaceAll(/-----[A-Z ]+-----|\s/gu, "");

describe("client certificates of somebody else's https server", () => {
  const authority = new CertificateAuthority("authority");
  const elsewhere = new CertificateAuthority("elsewhere");
  const served = authority.issue({ subject: "/CN=localhost", extensions: forServers });
  const alice = authority.issue({ subject: "/CN=alice" });
  const clients = {
    stranger: authority.issue({ subject: "/CN=stranger" }),
    expired: authority.issue({ subject: "/CN=alice", from: "20200101000000Z", until: "20210101000000Z" }),
    forServers: authority.issue({ subject: "/CN=alice", extensions: ["extendedKeyUsage=serverAuth"] }),
    other: elsewhere.issue({ subject: "/CN=alice" }),
    self: selfSignedCertificate("alice"),
  };
  const state = mkdtempSync(join(tmpdir(), "wsmanor-foreign-"));
  let folder: HostFolder;
  let host: HostMiddleware;
  const servers: Server[] = [];

  before(async () => {
    await (await openUsers(state)).add("alice", "another long password", { administrator: false });
    const rule = '<add name="alice" userName="alice"><rules><add certificateField="Subject" certificateSubField="CN" matchCriteria="alice"/></rules></add>';
    folder = makeHostFolder({
      files: { "issuers.pem": authority.own.cert },
      bindings: '<binding protocol="http" bindingInformation="127.0.0.1:5985:" trustedIssuersFile="issuers.pem"/>',
      locations: `<location path="Site"><system.webServer><security><authentication><basicAuthentication enabled="false"/><iisClientCertificateMappingAuthentication enabled="true"><manyToOneMappings>${rule}</manyToOneMappings><oneToOneMappings><add userName="alice" certificate="${whole(clients.other)}"/></oneToOneMappings></iisClientCertificateMappingAuthentication></authentication></security></system.webServer></location>`,
    });
    host = await createMiddleware({ config: folder.path, state, log: new PassThrough().resume() });
  });
  after(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await host.stop();
    folder.remove();
    rmSync(state, { recursive: true, force: true });
    for (const each of [authority, elsewhere]) each.remove();
  });

  /** @param asks as the server's own options say */
  const serve = async (asks: object): Promise<string> => {
    const server = createServer({ cert: served.cert, key: served.key, ...asks }, (request, response) => host.middleware(request, response, () => response.writeHead(418).end()));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}/wsman`;
  };
  const ask = async (url: string, client: Pick<IssuedCertificate, "cert" | "key"> | undefined, maxVersion: "TLSv1.2" | "TLSv1.3" = "TLSv1.3"): Promise<number> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, maxVersion, rejectUnauthorized: false, ...(client === undefined ? {} : { cert: client.cert, key: client.key }) });
    try {
      const statuses = [];
      for (let times = 0; times < 2; times++) statuses.push((await post(url, requestEnvelope(), { authorization: mutual, agent })).status);
      assert.equal(statuses[0], statuses[1]);
      return statuses[0]!;
    } finally {
      agent.destroy();
    }
  };

  it("log in whom they are mapped to, whatever the version of TLS", async () => {
    const url = await serve({ requestCert: true, rejectUnauthorized: false, ca: authority.own.cert });
    for (const version of ["TLSv1.2", "TLSv1.3"] as const) assert.equal(await ask(url, alice, version), 200, version);
  });

  it("are looked at again: that server may have let in anybody", async () => {
    const url = await serve({ requestCert: true, rejectUnauthorized: false, ca: [authority.own.cert, elsewhere.own.cert] });
    assert.equal(await ask(url, alice), 200);
    assert.equal(await ask(url, clients.stranger), 401);
    assert.equal(await ask(url, undefined), 403);
    for (const name of ["expired", "forServers", "other", "self"] as const) assert.equal(await ask(url, clients[name]), 403, name);
  });

  it("count only where that server has found nothing against them either", async () => {
    assert.equal(await ask(await serve({ requestCert: true, rejectUnauthorized: false, ca: elsewhere.own.cert }), alice), 403);
  });

  it("are none where that server does not ask", async () => {
    assert.equal(await ask(await serve({}), alice), 403);
  });

  it("of a client that has gone before its request came this far harm nobody", async () => {
    let handed: (error?: unknown) => void = () => undefined;
    const done = new Promise<unknown>((resolve) => (handed = resolve));
    const server = createServer({ cert: served.cert, key: served.key, requestCert: true, rejectUnauthorized: false, ca: authority.own.cert }, (request, response) => {
      request.socket.once("close", () => {
        try {
          host.middleware(request, response, handed);
          handed();
        } catch (error) {
          handed(error);
        }
      });
      request.socket.destroy();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await assert.rejects(ask(`https://127.0.0.1:${(server.address() as AddressInfo).port}/wsman`, alice));
    assert.equal(await done, undefined);
  });

  it("are judged by other issuers after a reload, also on connections that are open", async () => {
    const url = await serve({ requestCert: true, rejectUnauthorized: false, ca: [authority.own.cert, elsewhere.own.cert] });
    const agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false, cert: alice.cert, key: alice.key });
    const send = async (): Promise<number> => (await post(url, requestEnvelope(), { authorization: mutual, agent })).status;
    assert.equal(await send(), 200);
    const file = join(folder.path, "issuers.pem");
    writeFileSync(file, elsewhere.own.cert);
    assert.equal((await host.reload()).kind, "swapped");
    assert.deepEqual([await send(), await ask(url, clients.other)], [403, 200]);
    writeFileSync(file, "nothing");
    assert.equal((await host.reload()).kind, "refused");
    assert.equal(await send(), 403);
    writeFileSync(file, authority.own.cert);
    assert.equal((await host.reload()).kind, "swapped");
    assert.equal(await send(), 200);
    agent.destroy();
  });

  it("keep a host from starting whose issuers cannot be read", async () => {
    const broken = makeHostFolder({ files: { "issuers.pem": "nothing" }, bindings: '<binding protocol="http" bindingInformation="127.0.0.1:5985:" trustedIssuersFile="issuers.pem"/>' });
    const own = mkdtempSync(join(tmpdir(), "wsmanor-foreign-"));
    try {
      await assert.rejects(createMiddleware({ config: broken.path, state: own, log: new PassThrough().resume() }), (error: unknown) =>
        error instanceof ConfigurationRefused && error.diagnostics[0]!.rule === "certificate-unusable" && /issuers\.pem cannot be used/u.test(error.diagnostics[0]!.message));
    } finally {
      broken.remove();
      rmSync(own, { recursive: true, force: true });
    }
  });
});
