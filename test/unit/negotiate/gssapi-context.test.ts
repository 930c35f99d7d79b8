import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { NegotiateStep, NegotiateTarget } from "../../../src/base/negotiate-provider.js";
import type { GssAccepted, GssHandle, GssLibrary } from "../../../src/negotiate/gssapi/gss-library.js";
import { GssapiKeys } from "../../../src/negotiate/gssapi/gssapi-keys.js";
import { GssapiProvider } from "../../../src/negotiate/gssapi/gssapi-provider.js";
import { krb5Oid, ntlmOid, spnegoOid } from "../../../src/negotiate/mechanism-oids.js";

const context = 1n;
const person = 2n;
const accepted: GssAccepted = { major: 0, minor: 0, context, initiator: person, token: Uint8Array.of(1), flags: 0x3e };

/** A library that answers as told, and counts what is freed. For what no KDC on loopback can be brought to do. */
class ScriptedLibrary {
  readonly freed: GssHandle[] = [];
  readonly data: (Uint8Array | undefined)[] = [];
  target = "HTTP/server@EXAMPLE.COM";
  mechanism: Uint8Array = krb5Oid;
  constructor(private readonly answers: (GssAccepted | Error)[]) {}
  async accept(_credential: GssHandle, _context: GssHandle, _token: Uint8Array, data: Uint8Array | undefined): Promise<GssAccepted> {
    this.data.push(data);
    const answer = this.answers.shift()!;
    if (answer instanceof Error) throw answer;
    return answer;
  }
  inquire = (): { target: string; mechanism: Uint8Array } => ({ target: this.target, mechanism: this.mechanism });
  nameOf = (): string => "alice@EXAMPLE.COM";
  localName = async (): Promise<string | undefined> => undefined;
  describe = ({ major }: { readonly major: number }): string => `status ${major}`;
  releaseName = (name: GssHandle): void => void (name !== null && this.freed.push(name));
  deleteContext = (handle: GssHandle): void => void (handle !== null && this.freed.push(handle));
  releaseCredential = (): void => undefined;
}

const target: NegotiateTarget = { channelBinding: undefined, tokenChecking: "None", remoteAddress: "192.0.2.1" };
const login = async (library: ScriptedLibrary, asked: Partial<NegotiateTarget> = {}, tokens = 1): Promise<NegotiateStep> => {
  const provider = new GssapiProvider(new GssapiKeys(library as unknown as GssLibrary, 9n, { name: "keytab", file: undefined, entries: undefined }, []));
  const begun = provider.begin("Negotiate", { ...target, ...asked });
  let step: NegotiateStep | undefined;
  for (let token = 0; token < tokens; token++) step = await begun.step(Uint8Array.of(token));
  begun.dispose();
  begun.dispose();
  return step!;
};
const reasonOf = (step: NegotiateStep): string => (step.state === "failed" ? step.reason : step.state);

describe("gssapi-context", () => {
  it("lets in whom the library names, and frees everything once", async () => {
    const library = new ScriptedLibrary([accepted]);
    const step = await login(library);
    assert.ok(step.state === "done");
    assert.deepEqual(step.identity, { name: "alice@EXAMPLE.COM", mechanism: "Kerberos" });
    assert.deepEqual(library.freed, [person, context]);
  });

  it("seals only where the context has keys for that", async () => {
    const step = await login(new ScriptedLibrary([{ ...accepted, flags: 0x20 }]));
    assert.ok(step.state === "done" && step.sealer === undefined);
  });

  it("keeps anonymous clients out", async () => {
    const library = new ScriptedLibrary([{ ...accepted, flags: 0x3e | 0x40 }]);
    assert.equal(reasonOf(await login(library)), "the client is anonymous");
    assert.deepEqual(library.freed, [person, context]);
  });

  it("keeps out whoever came with another mechanism, however it came to that", async () => {
    const library = new ScriptedLibrary([accepted]);
    library.mechanism = ntlmOid;
    assert.match(reasonOf(await login(library)), /another mechanism than Kerberos/u);
  });

  it("takes no success that has a bit of replay or disorder", async () => {
    for (const major of [2, 4, 8, 16, 3]) assert.equal(reasonOf(await login(new ScriptedLibrary([{ ...accepted, major }]))), `status ${major}`);
  });

  it("makes a refusal of what the library throws", async () => {
    const library = new ScriptedLibrary([new Error("too many calls")]);
    assert.equal(reasonOf(await login(library)), "the GSSAPI library could not be asked: too many calls");
    const later = new ScriptedLibrary([accepted]);
    later.inquire = () => { throw new Error("no context"); };
    assert.match(reasonOf(await login(later)), /no context/u);
    assert.deepEqual(later.freed, [person, context]);
  });

  it("ends a login that does not end by itself", async () => {
    const library = new ScriptedLibrary(Array.from({ length: 9 }, () => ({ ...accepted, major: 1, initiator: null })));
    assert.equal(reasonOf(await login(library, {}, 4)), "continue");
    const again = new ScriptedLibrary(Array.from({ length: 9 }, () => ({ ...accepted, major: 1, initiator: null })));
    assert.equal(reasonOf(await login(again, {}, 5)), "the login has not ended after 4 messages");
    assert.deepEqual(again.freed, [context]);
  });

  it("names the channel only where it is to be checked", async () => {
    const hash = Uint8Array.of(7, 7);
    for (const [tokenChecking, channelBinding, data] of [["None", hash, undefined], ["Allow", undefined, undefined], ["Allow", hash, "tls-server-end-point:\x07\x07"], ["Require", hash, "tls-server-end-point:\x07\x07"]] as const) {
      const library = new ScriptedLibrary([{ ...accepted, flags: accepted.flags | 0x800 }]);
      assert.equal((await login(library, { tokenChecking, channelBinding })).state, "done");
      assert.deepEqual(library.data.map((one) => one && Buffer.from(one).toString("latin1")), [data]);
    }
  });

  it("accepts tokens of Kerberos, and of SPNEGO where Kerberos is what they carry or all that is known", () => {
    const provider = new GssapiProvider(new GssapiKeys(new ScriptedLibrary([]) as unknown as GssLibrary, 9n, { name: "", file: undefined, entries: undefined }, []));
    const oid = (octets: Uint8Array): Buffer => Buffer.from([6, octets.length, ...octets]);
    const wrap = (tag: number, content: Buffer): Buffer => Buffer.from([tag, content.length, ...content]);
    const spnego = (...oids: readonly Uint8Array[]): Buffer => wrap(0x60, Buffer.concat([oid(spnegoOid), wrap(0xa0, wrap(0x30, wrap(0xa0, wrap(0x30, Buffer.concat(oids.map(oid))))))]));
    const unknown = Uint8Array.of(0x2b, 1);
    for (const [token, expected] of [
      [wrap(0x60, oid(krb5Oid)), true], [spnego(krb5Oid), true], [spnego(krb5Oid, ntlmOid), true], [spnego(unknown, krb5Oid), true],
      [spnego(ntlmOid, krb5Oid), false], [spnego(unknown, ntlmOid, krb5Oid), false], [spnego(ntlmOid), false], [Buffer.from("NTLMSSP\0"), false], [Buffer.alloc(0), false],
    ] as const) {
      assert.equal(provider.accepts("Negotiate", token), expected, token.toString("hex"));
      assert.equal(provider.accepts("NTLM", token), false);
    }
  });
});
