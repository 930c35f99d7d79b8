import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { Agent } from "node:https";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readHost } from "../../src/host/read-host.js";
import { validateConfiguration } from "../../src/host/validate-host.js";
import { CertificateAuthority, forServers, type IssuedCertificate } from "../support/certificate-authority.js";
import { runCommand } from "../support/command.js";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { requestEnvelope } from "../support/operation-messages.js";
import { post } from "../support/plain-request.js";
import { mutual } from "../support/certificate-host.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

const files = 'certificateFile="server.pem" keyFile="server.key" trustedIssuersFile="issuers.pem"';
const binding = (host: string, mode: string, more = ""): string => `<binding protocol="https" bindingInformation="127.0.0.1:5986:${host}" ${files} clientCertificate="${mode}" ${more}/>`;
const mapping = '<location path="Site"><system.webServer><security><authentication><iisClientCertificateMappingAuthentication enabled="true"><manyToOneMappings><add name="all" userName="tester"><rules><add certificateField="Subject" certificateSubField="CN" matchCriteria="*"/></rules></add></manyToOneMappings></iisClientCertificateMappingAuthentication></authentication></security></system.webServer></location>';

describe("host names of one https binding, each asked for certificates in its own way", () => {
  let authority: CertificateAuthority;
  let alice: IssuedCertificate;
  let folder: HostFolder;
  let host: RunningHost;
  let port: number;
  before(async () => {
    authority = new CertificateAuthority("authority");
    const server = authority.issue({ subject: "/CN=localhost", extensions: forServers });
    alice = authority.issue({ subject: "/CN=alice" });
    folder = makeHostFolder({
      files: { "server.pem": server.cert, "server.key": server.key, "issuers.pem": authority.own.cert, "lists.pem": authority.revocationList(), "empty.pem": "nothing\n" },
      bindings: `<binding protocol="http" bindingInformation="127.0.0.1:0:"/>${binding("", "never")}${binding("one.test", "handshake")}${binding("two.test", "late")}`,
      locations: mapping,
    });
    host = await startRunningHost({ config: folder.path });
    port = Number(new URL(host.urls.find((url) => url.startsWith("https:"))!).port);
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    folder.remove();
    authority.remove();
  });

  const ask = async (name: string, options: { readonly authorization?: string; readonly sent?: string; readonly maxVersion?: "TLSv1.3" } = {}): Promise<number> => {
    const { authorization = mutual, sent = name, maxVersion = "TLSv1.2" } = options;
    const agent = new Agent({ cert: alice.cert, key: alice.key, servername: name, maxVersion });
    try {
      return (await post(`https://127.0.0.1:${port}/wsman`, requestEnvelope(), { authorization, agent, headers: { Host: sent } })).status;
    } finally {
      agent.destroy();
    }
  };
  const edit = (change: (text: string) => string): void => {
    const path = join(folder.path, "applicationHost.config");
    writeFileSync(path, change(readFileSync(path, "utf8")));
  };
  const reload = (): ReturnType<typeof runCommand> => runCommand(["reload", "--state", host.state]);

  it("are told apart by the name that the client asks for", async () => {
    assert.deepEqual([await ask("one.test"), await ask("two.test"), await ask("localhost")], [200, 200, 403]);
    assert.deepEqual([await ask("one.test", { maxVersion: "TLSv1.3" }), await ask("two.test", { maxVersion: "TLSv1.3" })], [200, 403]);
    assert.equal(await ask("localhost", { authorization: host.authorization }), 200);
  });

  it("do not lend each other what they have asked for: 421", async () => {
    assert.deepEqual([await ask("one.test", { sent: "localhost" }), await ask("localhost", { sent: "one.test" }), await ask("one.test", { sent: "two.test" })], [421, 421, 421]);
  });

  it("take over another way with a reload, on the same socket", async () => {
    edit((text) => text.replace(binding("", "never"), binding("", "handshake")));
    const { status, stderr } = await reload();
    assert.deepEqual([status, stderr], [0, ""]);
    assert.deepEqual([await ask("localhost"), await ask("one.test"), await ask("one.test", { sent: "localhost" }), await ask("two.test")], [200, 200, 200, 200]);
    edit((text) => text.replace(binding("", "handshake"), binding("", "never")));
    assert.equal((await reload()).status, 0);
    assert.deepEqual([await ask("localhost"), await ask("one.test")], [403, 200]);
  });

  it("keep what they have when a file of the next configuration is of no use, which reload and validate tell", async () => {
    const whole = readFileSync(join(folder.path, "applicationHost.config"), "utf8");
    for (const [more, told] of [['revocationListFile="empty.pem"', /revocation list file .*empty\.pem cannot be used: there is no PEM revocation list/u], ['trustedIssuersFile="empty.pem"', /trusted issuers file .*empty\.pem cannot be used: there is no PEM certificate/u]] as const) {
      const changed = more.startsWith("trusted") ? binding("one.test", "handshake").replace('trustedIssuersFile="issuers.pem"', more) : binding("one.test", "handshake", more);
      edit((text) => text.replace(binding("one.test", "handshake"), changed));
      const { status, stdout, stderr } = await reload();
      assert.notEqual(status, 0);
      assert.match(stdout + stderr, told);
      const { diagnostics } = await validateConfiguration({ configPath: folder.path });
      assert.ok(diagnostics.some(({ severity, rule, message }) => severity === "error" && rule === "certificate-unusable" && told.test(message)), JSON.stringify(diagnostics));
      assert.equal(await ask("one.test"), 200);
      writeFileSync(join(folder.path, "applicationHost.config"), whole);
    }
  });

  it("have other contents when only an issuers file or a revocation list is another", async () => {
    edit((text) => text.replace(binding("one.test", "handshake"), binding("one.test", "handshake", 'revocationListFile="lists.pem"')));
    const before_ = (await readHost(folder.path, undefined)).fingerprint;
    authority.revoke(alice);
    writeFileSync(join(folder.path, "lists.pem"), authority.revocationList());
    assert.notEqual((await readHost(folder.path, undefined)).fingerprint, before_);
    assert.equal((await reload()).status, 0);
    assert.deepEqual([await ask("one.test"), await ask("two.test")], [403, 200]);
  });
});
