import assert from "node:assert/strict";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { startRunningHost } from "../support/running-host.js";
import { TestKdc, withoutKdc } from "../support/test-kdc.js";
import { until } from "../support/until.js";
import { startWindowsAuthenticationHost } from "../support/windows-authentication-host.js";

/** Standard output of a command that must succeed. */
async function said(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runCommand(args);
  assert.equal(status, 0, stderr);
  return stdout;
}

describe("the providers of Windows authentication", { skip: withoutKdc }, () => {
  let kdc: TestKdc;
  before(async () => (kdc = await TestKdc.start()));
  after(() => kdc.stop());

  const withHost = async (options: Parameters<typeof startWindowsAuthenticationHost>[0], run: (host: Awaited<ReturnType<typeof startWindowsAuthenticationHost>>) => Promise<void>): Promise<void> => {
    const host = await startWindowsAuthenticationHost({ env: { ...process.env, ...kdc.environment }, ...options });
    try {
      await run(host);
    } finally {
      await host.stop();
    }
  };

  it("are shown by wsmanor status: who answers with what, and why others do not", async () => {
    await withHost({ providers: ["Negotiate:Kerberos"], negotiate: `<negotiate keytabFile="${kdc.keytab}"/>` }, async (host) => {
      const text = await said("status", "--state", host.state);
      assert.match(text, /^WS-Manor\/\S+, since \d{4}-.*\nconfiguration \/.*\/applicationHost\.config\nreached at http:\/\/127\.0\.0\.1:\d+/u);
      assert.match(text, /^application \/wsman: serving, \d plug-ins$/mu);
      assert.match(text, /^Windows authentication of \/, \/wsman: Kerberos\n {2}node-sspi cannot be had: only Windows has SSPI\n {2}gssapi answers Negotiate, Kerberos \(libgssapi_krb5\.so\.2, \/.*service\.keytab: HTTP\/localhost@TEST\.LOCAL, WSMAN\/localhost@TEST\.LOCAL\); proves itself to clients, seals messages, checks channel bindings$/mu);
      assert.doesNotMatch(host.log(), /no-authentication-provider/u);
      const { negotiate } = JSON.parse(await said("status", "--json", "--state", host.state)) as { negotiate: readonly { path: string; wanted: readonly string[]; missing: readonly unknown[]; providers: readonly { name: string; schemes: readonly string[] }[] }[] };
      const own = negotiate.find(({ path }) => path === "/wsman")!;
      assert.deepEqual([own.wanted, own.missing, own.providers.filter(({ name }) => name !== "ntlm").map(({ name, schemes }) => [name, schemes])], [["Kerberos"], [], [["node-sspi", []], ["gssapi", ["Negotiate", "Kerberos"]]]]);
    });
  });

  it("are warned about at the start when none can do what is listed, once, at the place of the list", async () => {
    await withHost({ providers: ["Negotiate:Kerberos"], negotiate: '<negotiate keytabFile="missing.keytab"/>' }, async (host) => {
      await until(() => host.log().includes("ready"));
      const warnings = host.log().split("\n").filter((line) => line.includes("no-authentication-provider"));
      assert.equal(warnings.length, 1, host.log());
      assert.match(warnings[0]!, /windowsAuthentication lists Kerberos, which no provider of this machine can do: .*gssapi: the keytab \/.*\/missing\.keytab \(keytabFile\) cannot be used: there is no such file\./u);
      const validated = await runCommand(["validate", host.config], { env: { ...process.env, ...kdc.environment } });
      assert.match(validated.stdout + validated.stderr, /windowsAuthentication lists Kerberos, which no provider/u);
      assert.match(await said("status", "--state", host.state), / {2}gssapi cannot be had: the keytab \/.*missing\.keytab .*\n(?: {2}ntlm .*\n)? {2}Kerberos is listed, and nobody answers it$/mu);
    });
  });

  it("are those of the host for wsmanor validate too: our own NTLM is one", async () => {
    await withHost({ providers: ["Negotiate", "NTLM"], negotiate: '<negotiate keytabFile="missing.keytab"/>' }, async (host) => {
      const { stdout, stderr } = await runCommand(["validate", host.config], { env: { ...process.env, ...kdc.environment } });
      assert.doesNotMatch(stdout + stderr + host.log(), /no-authentication-provider/u);
      assert.match(await said("status", "--state", host.state), /^ {2}ntlm answers Negotiate, NTLM \(built in\)/mu);
      // Of use to nobody yet: the log says so, until an account has what it takes.
      const told = (): number => host.log().split("\n").filter((line) => line.includes("no account has the NT hash")).length;
      await until(() => told() === 1);
      assert.match(host.log(), /"applications":"\/, \/wsman","level":"warn","message":"NTLM is turned on, .*wsmanor user passwd NAME --ntlm/u);
      const passwordFile = join(dirname(host.config), "password");
      writeFileSync(passwordFile, "correct horse battery\n");
      await said("user", "add", "carol", "--ntlm", "--password-file", passwordFile, "--state", host.state);
      appendFileSync(host.config, "<!-- changed -->");
      await said("reload", "--state", host.state);
      assert.equal(told(), 1);
    });
  });

  it("cannot be had where there is no keytab of the system's either, whatever mechanisms besides Kerberos are installed", async () => {
    const config = join(dirname(kdc.keytab), "elsewhere.conf");
    writeFileSync(config, "[libdefaults]\n  default_realm = TEST.LOCAL\n  default_keytab_name = /nowhere/none.keytab\n");
    const environment = { ...process.env, ...kdc.environment, KRB5_CONFIG: config };
    await withHost({ providers: ["Negotiate:Kerberos"], env: environment }, async (host) => {
      assert.match(await said("status", "--state", host.state), / {2}gssapi cannot be had: the keys of the system's keytab \(default_keytab_name of krb5\.conf, else \/etc\/krb5\.keytab\) cannot be had: .+\n(?: {2}ntlm .*\n)? {2}Kerberos is listed, and nobody answers it$/mu);
    });
  });

  it("are looked for again by a reload, also when nothing but the keytab has changed", async () => {
    const late = kdc.keytabFor("late.keytab", "HTTP/late");
    rmSync(late);
    await withHost({ providers: ["Negotiate:Kerberos"], negotiate: `<negotiate keytabFile="${late}"/>` }, async (host) => {
      assert.match(await said("status", "--state", host.state), /gssapi cannot be had: .*there is no such file/u);
      assert.match(await said("reload", "--state", host.state), /nothing to reload/u);
      kdc.keytabFor("late.keytab", "HTTP/later");
      assert.match(await said("reload", "--state", host.state), /Reloaded/u);
      assert.match(await said("status", "--state", host.state), /gssapi answers Negotiate, Kerberos \(.*late\.keytab: HTTP\/later@TEST\.LOCAL\)/u);
    });
  });

  it("are not looked for where windowsAuthentication is off", async () => {
    const host = await startRunningHost();
    try {
      assert.deepEqual((JSON.parse(await said("status", "--json", "--state", host.state)) as { negotiate: unknown }).negotiate, []);
      assert.doesNotMatch(await said("status", "--state", host.state), /Windows authentication/u);
    } finally {
      await host.stop();
    }
  });
});
