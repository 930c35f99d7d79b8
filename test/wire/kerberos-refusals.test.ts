import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { NegotiateContext, NegotiateSchemeName, NegotiateStep } from "../../src/base/negotiate-provider.js";
import { loadOptional } from "../../src/negotiate/load-optional.js";
import { loadGssLibrary, openGssapi } from "../../src/negotiate/gssapi/open-gssapi.js";
import type { Koffi } from "../../src/negotiate/gssapi/koffi.js";
import { debianPackage } from "../support/debian.js";
import { firstTokens, messagesAfterLogin, withoutPythonGssapi } from "../support/kerberos-client.js";
import { endGssapiRealm, openedGssapi, startGssapiRealm, testLibrary, type GssapiRealm } from "../support/opened-gssapi.js";
import { withoutKdc } from "../support/test-kdc.js";

describe("logins that the provider gssapi refuses", { skip: withoutKdc || withoutPythonGssapi }, () => {
  let kdc: GssapiRealm["kdc"];
  let gssapi: GssapiRealm["gssapi"];
  let alice: GssapiRealm["alice"];
  before(async () => void ({ kdc, gssapi, alice } = await startGssapiRealm()));
  after(() => endGssapiRealm({ kdc, gssapi }));
  const begin = (provider = gssapi.provider, scheme: NegotiateSchemeName = "Negotiate"): NegotiateContext =>
    provider.begin(scheme, { channelBinding: undefined, tokenChecking: "None", remoteAddress: "127.0.0.1" });
  const once = async (token: Uint8Array, provider = gssapi.provider, context = begin(provider)): Promise<NegotiateStep> => {
    try {
      return await context.step(token);
    } finally {
      context.dispose();
    }
  };
  const reasonOf = (step: NegotiateStep): string => (step.state === "failed" ? step.reason : `not refused but ${step.state}`);

  it("a ticket for somebody else, naming both", async () => {
    kdc.keytabFor("other.keytab", "HTTP/other");
    const [token] = await firstTokens(alice, "target='HTTP@other'");
    assert.match(reasonOf(await once(token!)), /The ticket is for HTTP\/other@TEST\.LOCAL \(aes256-cts-hmac-sha1-96, key version 1\); .*service\.keytab has keys of HTTP\/localhost@TEST\.LOCAL, WSMAN\/localhost@TEST\.LOCAL only$/u);
  });

  it("a ticket for a key of the keytab that is not this service's", async () => {
    const keytabFile = kdc.keytabFor("with-host.keytab", "HTTP/mixed", "host/mixed");
    const other = await openedGssapi(kdc, { keytabFile }, gssapi.library);
    const [token] = await firstTokens(alice, "target='host@mixed'");
    const step = await once(token!, other.provider);
    assert.equal(reasonOf(step), "the ticket is for host/mixed@TEST.LOCAL, which servicePrincipalNames does not list");
    assert.ok(step.state === "failed" && step.name === "alice@TEST.LOCAL");
    other.close();
    const listed = await openedGssapi(kdc, { keytabFile, servicePrincipalNames: ["host/mixed"] }, gssapi.library);
    const [again] = await firstTokens(alice, "target='host@mixed'");
    assert.equal((await once(again!, listed.provider)).state, "done");
    listed.close();
  });

  it("a ticket for a service that extendedProtection does not list", async () => {
    const step = async (names: readonly string[], allowsDotless = true): Promise<NegotiateStep> => {
      const [token] = await firstTokens(alice, "target='HTTP@localhost'");
      return once(token!, gssapi.provider, gssapi.provider.begin("Negotiate", { channelBinding: undefined, tokenChecking: "Allow", serviceNames: { names, allowsDotless, isRequired: true }, remoteAddress: "127.0.0.1" }));
    };
    assert.match(reasonOf(await step(["HTTP/elsewhere"])), /logs in to "HTTP\/localhost@TEST\.LOCAL", which is no spn of extendedProtection/u);
    assert.match(reasonOf(await step(["HTTP/localhost"], false)), /a name without a dot/u);
    assert.equal((await step(["HTTP/localhost"])).state, "done");
  });

  it("a ticket for a key that has been changed since", async () => {
    const keytabFile = kdc.keytabFor("old.keytab", "HTTP/changed");
    const old = await openedGssapi(kdc, { keytabFile }, gssapi.library);
    kdc.administer("change_password", "-randkey", "HTTP/changed");
    const [token] = await firstTokens(alice, "target='HTTP@changed'");
    assert.match(reasonOf(await once(token!, old.provider)), /key version 2\); .*old\.keytab has its key in version 1 only$/u);
    old.close();
  });

  it("a token that was here before", async () => {
    const [token] = await firstTokens(alice);
    assert.equal((await once(token!)).state, "done");
    assert.match(reasonOf(await once(token!)), /replay/iu);
  });

  it("a client whose clock is an hour ahead", { skip: debianPackage("faketime") }, async () => {
    // The ticket is had with the right time, so that only the client's own stamp is wrong.
    await firstTokens(alice);
    const fake = { ...alice, LD_PRELOAD: "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1", FAKETIME: "+1h" };
    const [token] = await firstTokens(fake);
    assert.match(reasonOf(await once(token!)), /Clock skew too great/u);
  });

  it("octets that are no token, and tokens that are cut off or changed anywhere", async () => {
    const [krb5] = await firstTokens(alice);
    const [spnego] = await firstTokens(alice, "mechanism='spnego'");
    const bad: Uint8Array[] = [new Uint8Array(0), Uint8Array.of(0), Buffer.from("NTLMSSP\0"), randomBytes(2000), Buffer.alloc(100_000, 0x60)];
    for (const token of [krb5!, spnego!]) {
      for (let length = 1; length < token.length; length += 37) bad.push(token.subarray(0, length));
      for (let index = 0; index < token.length; index += 7) {
        const changed = Buffer.from(token);
        changed[index]! ^= 1 << (index % 8);
        bad.push(changed);
      }
    }
    let refused = 0;
    for (const token of bad) {
      const step = await once(token);
      // A bit that no key protects (the key version in a ticket, a flag of SPNEGO) may be changed; who it is may not.
      if (step.state === "done") assert.equal(step.identity.name, "alice@TEST.LOCAL");
      else if (step.state === "failed") refused++;
    }
    assert.ok(refused > bad.length * 0.85, `${refused} of ${bad.length}`);
  });

  it("a token while the one before is looked at, one after the end, and more of them than a login has", async () => {
    const [token] = await firstTokens(alice);
    const context = begin();
    const first = context.step(token!);
    assert.match(reasonOf(await context.step(token!)), /while the one before/u);
    assert.equal((await first).state, "done");
    assert.match(reasonOf(await context.step(token!)), /after the end/u);
    context.dispose();
    assert.match(reasonOf(await context.step(token!)), /connection has ended/u);
  });

  it("a client that leaves in the midst of it, and leaves nothing behind", async () => {
    const tokens = await firstTokens(alice, "", 20);
    const before = gssapi.library.counts.contexts;
    const steps = tokens.map(async (token) => {
      const context = begin();
      const step = context.step(token);
      context.dispose();
      return step;
    });
    for (const step of await Promise.all(steps)) assert.equal(reasonOf(step), "the connection has ended");
    assert.equal(gssapi.library.counts.contexts, before);
  });

  it("one that begins after its configuration was replaced, while those that run come to their end", async () => {
    const own = await openedGssapi(kdc, {}, gssapi.library);
    const [one, two] = await firstTokens(alice, "", 2);
    const running = begin(own.provider);
    const step = running.step(one!);
    own.close();
    const ended = await step;
    assert.equal(ended.state, "done");
    const sealer = ended.state === "done" ? ended.sealer : undefined;
    assert.equal(sealer!.wrap(Buffer.from("still sealed")).data.length, 12);
    running.dispose();
    assert.throws(() => sealer!.wrap(Buffer.from("not any more")), /login that agreed on the key is over/u);
    assert.match(reasonOf(await once(two!, own.provider)), /has been replaced/u);
  });

  it("sealed messages that come twice, are changed, or are signed only", async () => {
    const [token, first, second, third] = await messagesAfterLogin(alice, ["one", "two", "three"], true);
    const context = begin();
    const step = await context.step(token!);
    const { sealer } = step as Extract<NegotiateStep, { state: "done" }>;
    const open = (message: Buffer): string => Buffer.from(sealer!.unwrap(message.subarray(0, 60), message.subarray(60))).toString();
    assert.equal(open(first!), "one");
    assert.throws(() => open(first!), /came twice/u);
    // One that is left out is no attack: a request may have been refused before anybody looked into it.
    assert.equal(open(third!), "three");
    assert.throws(() => open(second!), /out of order/u);
    for (const message of [Buffer.alloc(0), randomBytes(60), randomBytes(5000)]) assert.throws(() => open(message), /cannot be opened/u);
    // The host's own message, sent back to it.
    const { header, data } = sealer!.wrap(Buffer.from("reflected"));
    assert.throws(() => open(Buffer.concat([header, data])), /cannot be opened/u);
    context.dispose();

    const [other, signed] = await messagesAfterLogin(alice, ["in clear"], false);
    const another = begin();
    const { sealer: opener } = (await another.step(other!)) as Extract<NegotiateStep, { state: "done" }>;
    assert.throws(() => opener!.unwrap(signed!.subarray(0, 16), signed!.subarray(16)), /signed only/u);
    another.dispose();
  });
});

describe("the provider gssapi where something is missing", { skip: withoutKdc }, () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "wsmanor-keytabs-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const why = async (keytabFile: string | undefined, ktname?: string): Promise<string> => {
    const opened = await openGssapi(await testLibrary(), { keytabFile, servicePrincipalNames: [] }, ktname);
    if (opened.ok) opened.value.close();
    return opened.ok ? "opened" : opened.error;
  };

  it("says which keytab is not there, is none, or may not be read", async () => {
    assert.equal(await why(join(folder, "none")), `the keytab ${join(folder, "none")} (keytabFile) cannot be used: there is no such file`);
    assert.equal(await why(undefined, `FILE:${join(folder, "none")}`), `the keytab ${join(folder, "none")} (KRB5_KTNAME) cannot be used: there is no such file`);
    assert.match(await why(folder), /cannot be used: EISDIR/u);
    writeFileSync(join(folder, "text"), "a letter");
    assert.match(await why(join(folder, "text")), /cannot be used: it is not a keytab/u);
    writeFileSync(join(folder, "empty"), Buffer.from([5, 2]));
    assert.match(await why(join(folder, "empty")), /has no key of HTTP\/… or WSMAN\/…, only of nobody$/u);
  });

  it("says so when the account of the host may not read the keytab", async () => {
    const path = join(folder, "secret");
    writeFileSync(path, Buffer.from([5, 2]), { mode: 0 });
    const isRoot = process.geteuid!() === 0;
    if (isRoot) process.seteuid!(65534);
    try {
      // The folder itself is the owner's only, so that either of the two keeps others out.
      assert.match(await why(path), /the account that runs the host may not read it/u);
    } finally {
      if (isRoot) process.seteuid!(0);
    }
  });

  it("says so when there is no library", async () => {
    const koffi = await loadOptional("koffi");
    assert.ok(koffi.ok);
    const loaded = loadGssLibrary(koffi.value as Koffi, "linux", ["libgssapi_of_nobody.so.9", "libc.so.6"]);
    assert.match(loaded.ok ? "loaded" : loaded.error, /^MIT's GSSAPI library cannot be loaded \(.*libgssapi_of_nobody\.so\.9.*gss_acquire_cred_from.*\); its package is libgssapi-krb5-2/u);
  });
});
