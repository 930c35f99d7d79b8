import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { startHost, type StartedHost } from "../../src/host/start-host.js";
import { loadHostConfiguration } from "../../src/host/load-host-configuration.js";
import { projectRoot } from "../support/project-root.js";
import { runLine } from "../unit/cli/test-terminal.js";

const issuer = "0123456789ABCDEF0123456789ABCDEF01234567";
const mapping = (subject: string): string => `winrm/config/service/certmapping?Issuer=${issuer}+Subject=${subject}+URI=*`;

describe("winrm/config/service/certmapping", () => {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-mapping-"));
  const path = join(folder, "config", "applicationHost.config");
  cpSync(join(projectRoot, "config", "applicationHost.config"), path);
  cpSync(join(projectRoot, "config", "wsman"), join(folder, "config", "wsman"), { recursive: true });
  const shipped = readFileSync(path, "utf8");
  let host: StartedHost;
  before(async () => {
    host = await startHost({
      configPath: join(folder, "config"), stateDirectory: join(folder, "state"), logFormat: "json", logLevel: "error", ownsProcess: false, port: 0,
      log: new Writable({ write: (_chunk, _encoding, done) => done() }),
    });
  });
  after(async () => {
    await host.stop("service");
    rmSync(folder, { recursive: true, force: true });
  });
  const command = (...line: string[]) => runLine(line, { environment: { WSMANOR_STATE: join(folder, "state") } });
  const works = async (...line: string[]): Promise<string> => {
    const { status, out, err } = await command(...line);
    assert.equal(status, 0, out + err);
    return out;
  };

  it("is an entry of iisClientCertificateMappingAuthentication, there and back again", async () => {
    await works("create", mapping("alice@example.com"), '@{UserName="alice";Password="secret"}');
    const text = readFileSync(path, "utf8");
    assert.equal(text, shipped.replace("  </location>\n", `  </location>
  <location path="Default Web Site/wsman">
    <system.webServer>
      <security>
        <authentication>
          <iisClientCertificateMappingAuthentication>
            <manyToOneMappings>
              <add name="certmapping Issuer=${issuer} Subject=alice@example.com" userName="alice">
                <rules>
                  <add certificateField="Issuer" certificateSubField="Thumbprint" matchCriteria="${issuer}" compareCaseSensitive="false"/>
                  <add certificateField="Subject" certificateSubField="Name" matchCriteria="alice@example.com" compareCaseSensitive="false"/>
                </rules>
              </add>
            </manyToOneMappings>
          </iisClientCertificateMappingAuthentication>
        </authentication>
      </security>
    </system.webServer>
  </location>
`));
    const shown = await works("get", mapping("alice@example.com"));
    for (const value of ["URI = *", "Subject = alice@example.com", `Issuer = ${issuer}`, "UserName = alice", "Enabled = true"]) assert.ok(shown.includes(value), shown);
    assert.match((await command("create", mapping("ALICE@example.com"), '@{UserName="bob";Password="x"}')).err, /already/u);
    assert.equal(readFileSync(path, "utf8"), text);
  });

  it("changes account and state, each in its place, and is then not one of those that sign in", async () => {
    await works("set", mapping("alice@example.com"), '@{UserName="bob";Enabled="false"}');
    assert.match(readFileSync(path, "utf8"), /Subject=alice@example\.com" userName="bob" enabled="false">/u);
    const { certificateMapping } = loadHostConfiguration(join(folder, "config")).configuration!.sites[0]!.applications.find(({ path: own }) => own === "/wsman")!.authentication;
    assert.deepEqual(certificateMapping.manyToOne, []);
    assert.deepEqual(certificateMapping.listed.map(({ userName, enabled }) => [userName, enabled]), [["bob", false]]);
  });

  it("an entry that was written by hand in that form is one, whatever its name; others are not", async () => {
    const rules = (issued: string, subject: string, more = ""): string =>
      `<rules><add certificateField="Subject" certificateSubField="Name" matchCriteria="${subject}" compareCaseSensitive="false"/><add certificateField="Issuer" certificateSubField="Thumbprint" matchCriteria="${issued}" compareCaseSensitive="false"/>${more}</rules>`;
    const entries = [
      `<add name="ours" userName="carol">${rules(issuer.toLowerCase(), "*@example.com")}</add>`,
      `<add name="more" userName="carol">${rules(issuer, "dave@example.com", '<add certificateField="Subject" certificateSubField="O" matchCriteria="Example"/>')}</add>`,
      `<add name="keeps out" permissionMode="Deny">${rules(issuer, "eve@example.com")}</add>`,
      '<add name="iis" userName="carol"><rules><add certificateField="Issuer" certificateSubField="CN" matchCriteria="Issuing CA"/></rules></add>',
    ].join("");
    writeFileSync(path, readFileSync(path, "utf8").replace("<manyToOneMappings>", `$&${entries}`));
    assert.notEqual((await host.reload()).kind, "refused");
    const listed = await works("enumerate", "winrm/config/service/certmapping");
    assert.deepEqual([...listed.matchAll(/Subject = (.*)/gu)].map(([, subject]) => subject), ["*@example.com", "alice@example.com"]);
    await works("set", mapping("*@example.com"), '@{UserName="dave"}');
    assert.match(readFileSync(path, "utf8"), /<add name="ours" userName="dave">/u);
    await works("delete", mapping("*@example.com"));
    assert.doesNotMatch(readFileSync(path, "utf8"), /name="ours"/u);
  });

  it("deleted; and what is not there cannot be", async () => {
    await works("delete", mapping("alice@example.com"));
    const again = await command("delete", mapping("alice@example.com"));
    assert.equal(again.status, 1);
    assert.match(again.err, /no certmapping with Issuer/u);
    assert.doesNotMatch(readFileSync(path, "utf8"), /alice@example/u);
  });

  it("what may be used to sign in is told by service/auth", async () => {
    writeFileSync(path, shipped.replace("</authentication>", '<windowsAuthentication enabled="true"><providers><add value="NTLM"/></providers><extendedProtection tokenChecking="Require"/></windowsAuthentication><iisClientCertificateMappingAuthentication enabled="true"/></authentication>'));
    assert.equal((await host.reload()).kind, "swapped");
    const shown = await works("get", "winrm/config/service/auth");
    for (const value of ["Basic = true", "Kerberos = false", "Negotiate = true", "Certificate = true", "CredSSP = false", "CbtHardeningLevel = Strict"]) assert.ok(shown.includes(value), shown);
    // Each is what the running configuration says, on and off.
    const settings = [[false, true, "None", "None"], [true, false, "Allow", "Relaxed"], [false, false, "Require", "Strict"]] as const;
    for (const [windows, certificate, tokenChecking, level] of settings) {
      writeFileSync(path, shipped.replace('<basicAuthentication enabled="true"/>', `$&<windowsAuthentication enabled="${windows}"><providers><add value="Negotiate"/></providers><extendedProtection tokenChecking="${tokenChecking}"/></windowsAuthentication><iisClientCertificateMappingAuthentication enabled="${certificate}"/>`));
      assert.equal((await host.reload()).kind, "swapped");
      const told = await works("get", "winrm/config/service/auth");
      for (const value of ["Basic = true", `Negotiate = ${windows}`, `Certificate = ${certificate}`, `CbtHardeningLevel = ${level}`]) assert.ok(told.includes(value), `${value}: ${told}`);
    }
  });
});
