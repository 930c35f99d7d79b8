import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openUsers } from "../../src/host/manage-users.js";
import { debianPackage } from "../support/debian.js";
import { runAs, runPython, sealedRoundTrip, withoutPythonGssapi } from "../support/kerberos-client.js";
import type { RunningHost } from "../support/running-host.js";
import { actions, identifyEnvelope, soapEnvelope } from "../support/soap-envelope.js";
import { TestKdc, withoutKdc } from "../support/test-kdc.js";
import { until } from "../support/until.js";
import { startWindowsAuthenticationHost } from "../support/windows-authentication-host.js";

const python = "/usr/bin/python3";
const withoutRequests = debianPackage("python3-requests-kerberos", `${python} -c 'import requests_kerberos'`);
const withoutPywinrm = withoutRequests || debianPackage("python3-winrm", `${python} -c 'import winrm'`);
const getConfig = soapEnvelope({ action: actions.get, resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" });
const passwords = { alice: "wonderland", bob: "builder", "alice/admin": "hatter" };

/** The host does not speak Negotiate: then there is nothing to test. */
const withoutScheme = withoutKdc || (await offersNegotiate() ? false : "the host has no scheme Negotiate");

async function offersNegotiate(): Promise<boolean> {
  const kdc = await TestKdc.start();
  try {
    const host = await startWindowsAuthenticationHost({ providers: ["Negotiate"], negotiate: `<negotiate keytabFile="${kdc.keytab}"/>`, env: { ...process.env, ...kdc.environment } });
    try {
      return /\bNegotiate\b/u.test((await fetch(host.urls[0]!, { method: "POST", body: "" })).headers.get("www-authenticate") ?? "");
    } finally {
      await host.stop();
    }
  } finally {
    await kdc.stop();
  }
}

describe("Kerberos before the whole host", { skip: withoutScheme }, () => {
  let kdc: TestKdc;
  let state: string;
  /** Takes bodies in clear over HTTP. */
  let open: RunningHost;
  /** As shipped: after a login over HTTP bodies are sealed. */
  let strict: RunningHost;
  let alice: Readonly<Record<string, string>>;
  let start: (name: string, providers: readonly string[], allowUnencrypted: boolean) => Promise<RunningHost>;
  before(async () => {
    kdc = await TestKdc.start(passwords);
    alice = kdc.login("alice", passwords.alice);
    const env = { ...process.env, ...kdc.environment };
    state = mkdtempSync(join(tmpdir(), "wsmanor-kerberos-"));
    const negotiate = `<negotiate keytabFile="${kdc.keytab}"/>`;
    start = async (name: string, providers: readonly string[], allowUnencrypted: boolean): Promise<RunningHost> => {
      const own = join(state, name);
      // The password is of no use to Kerberos; the account says that alice may come in.
      await (await openUsers(own)).add("alice", "not the one of the realm", { administrator: true });
      return startWindowsAuthenticationHost({ providers, negotiate, allowUnencrypted, env, state: own });
    };
    [open, strict] = await Promise.all([start("open", ["Negotiate"], true), start("strict", ["Negotiate", "Kerberos"], false)]);
  });
  after(async () => {
    await open?.stop();
    await strict?.stop();
    await kdc?.stop();
    if (state !== undefined) rmSync(state, { recursive: true, force: true });
  });

  /** Under the name that the keytab has a key for. */
  const url = ({ port }: RunningHost): string => `http://localhost:${port}/wsman`;
  const curl = (environment: Readonly<Record<string, string>>, host: RunningHost, envelope: string): Promise<string> =>
    runAs(environment, "curl", "-sS", "-i", "--negotiate", "-u", ":", "-H", "Content-Type: application/soap+xml;charset=UTF-8", "-H", "Expect:", "--data-binary", envelope, url(host));
  const isLetIn = (said: string): boolean => /^HTTP\/1\.1 200 [\s\S]*GetResponse/mu.test(said) && said.includes("MaxEnvelopeSizekb");

  it("lets curl --negotiate in as the account that its name stands for, and proves itself", { skip: debianPackage("curl") }, async () => {
    const said = await curl(alice, open, getConfig);
    assert.ok(isLetIn(said), said);
    assert.match(said, /^WWW-Authenticate: Negotiate [\w+/=]{40,}\r$/mu);
    await until(() => /\balice\b/u.test(open.log()));
  });

  it("proves itself to requests-kerberos, which demands mutual authentication", { skip: withoutRequests }, async () => {
    assert.match(await runPython(alice, `
import requests, requests_kerberos
r = requests.post('${url(open)}', data=${JSON.stringify(getConfig)}, headers={'Content-Type': 'application/soap+xml;charset=UTF-8'}, auth=requests_kerberos.HTTPKerberosAuth(mutual_authentication=requests_kerberos.REQUIRED))
print(r.status_code, r.text)`), /^200 [\s\S]*MaxEnvelopeSizekb/u);
  });

  it("serves pywinrm by its transport kerberos", { skip: withoutPywinrm }, async () => {
    assert.match(await runPython(alice, `
from winrm.protocol import Protocol
p = Protocol(endpoint='${url(open)}', transport='kerberos', username='alice@TEST.LOCAL', password='', message_encryption='never', server_cert_validation='ignore')
for _ in range(3): print(p.send_message(${JSON.stringify(getConfig)}).decode())`), /^(?:.*MaxEnvelopeSizekb.*\n?){3}$/u);
  });

  for (const scheme of ["Negotiate", "Kerberos"] as const) {
    it(`opens and seals messages for python-gssapi with the scheme ${scheme}, where it takes none in clear`, { skip: withoutPythonGssapi }, async () => {
      const lines = (await sealedRoundTrip(alice, strict.port, scheme, [getConfig, identifyEnvelope, getConfig])).split("\n");
      assert.match(lines[0]!, /^60 .*MaxEnvelopeSizekb.*<cfg:Service>.*<cfg:Kerberos>true<.*<cfg:Negotiate>true</u);
      assert.match(lines[1]!, /^60 .*IdentifyResponse/u);
      assert.match(lines[2]!, /^60 .*MaxEnvelopeSizekb/u);
    });
  }

  it("offers Negotiate where Negotiate:Kerberos is listed, as IIS does, and takes Kerberos for it", { skip: debianPackage("curl") }, async () => {
    const host = await start("kerberos-only", ["Negotiate:Kerberos"], true);
    try {
      const said = await curl(alice, host, getConfig);
      assert.ok(isLetIn(said), said);
    } finally {
      await host.stop();
    }
  });

  it("refuses a body in clear over HTTP after a good login, as long as allowUnencrypted does not say otherwise", { skip: debianPackage("curl") }, async () => {
    const said = await curl(alice, strict, getConfig);
    assert.ok(!isLetIn(said) && !/^HTTP\/1\.1 200 /mu.test(said), said);
  });

  it("keeps out whom the realm knows and the users file does not, and names him in the log only", { skip: debianPackage("curl") }, async () => {
    const said = await curl(kdc.login("bob", passwords.bob), open, getConfig);
    assert.match(said, /^HTTP\/1\.1 401 /mu);
    assert.doesNotMatch(said, /GetResponse|bob/u);
    await until(() => open.log().includes("bob@TEST.LOCAL"));
  });

  it("keeps out whose name only begins like that of an account", { skip: debianPackage("curl") }, async () => {
    const admin = { ...kdc.login("alice/admin", passwords["alice/admin"]) };
    const said = await curl(admin, open, getConfig);
    assert.match(said, /^HTTP\/1\.1 401 /mu);
    assert.doesNotMatch(said, /GetResponse/u);
  });

  it("keeps out whoever has no ticket, or a token that is none", { skip: debianPackage("curl") }, async () => {
    assert.ok(!isLetIn(await curl(kdc.environment, open, getConfig)));
    for (const token of ["", "garbage", "YIIZ", Buffer.alloc(5000, 0x60).toString("base64")]) {
      const { status } = await fetch(url(open).replace("localhost", "127.0.0.1"), { method: "POST", headers: { Authorization: `Negotiate ${token}`, "Content-Type": "application/soap+xml;charset=UTF-8" }, body: getConfig });
      assert.ok(status === 401 || status === 400, `${status} for ${JSON.stringify(token.slice(0, 20))}`);
    }
  });
});
