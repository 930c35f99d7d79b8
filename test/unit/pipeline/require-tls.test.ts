import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CertificateNegotiation, CertificateState, ClientCertificates } from "../../../src/base/client-certificate.js";
import type { TlsFacts } from "../../../src/base/host-message.js";
import type { TlsRules } from "../../../src/pipeline/application-guards.js";
import { GuardedPipeline } from "../../support/guarded-pipeline.js";

const none: TlsRules = { ssl: false, ssl128: false, negotiateCertificate: false, requireCertificate: false, uploadReadAheadSize: 49_152 };
const tls = (keyBits: number): TlsFacts => ({ protocol: "TLSv1.2", cipher: "A_CIPHER", keyBits, serverName: undefined, channelBinding: undefined });
const secure = (keyBits = 256) => ({ secure: true, tls: tls(keyBits) });

const shown = (flags: number): CertificateState => ({
  negotiated: true,
  certificate: { der: new Uint8Array(), flags, details: { subject: "CN=alice", issuerName: "CN=ca", issuerThumbprint: "AA", subjectName: "alice" } },
});
const nobodyAsked: CertificateState = { negotiated: false, certificate: undefined };

class Certificates implements ClientCertificates {
  readonly asked: number[] = [];
  constructor(private now: CertificateState, private readonly answer: CertificateNegotiation = { hresult: 0 }, private readonly then: CertificateState = now) {}
  state(): CertificateState {
    return this.now;
  }
  async negotiate(limit: number): Promise<CertificateNegotiation> {
    this.asked.push(limit);
    this.now = this.then;
    return this.answer;
  }
}

describe("sslFlags", () => {
  const cases: readonly { readonly flags: Partial<TlsRules>; readonly connection: object; readonly outcome: string }[] = [
    { flags: { ssl: true }, connection: {}, outcome: "403.4" },
    { flags: { ssl: true }, connection: secure(), outcome: "200" },
    { flags: { ssl128: true }, connection: {}, outcome: "403.4" },
    { flags: { ssl: true, ssl128: true }, connection: secure(112), outcome: "403.5" },
    { flags: { ssl128: true }, connection: secure(128), outcome: "200" },
    { flags: { ssl128: true }, connection: secure(0), outcome: "403.5" },
    // What a proxy has protected.
    { flags: { ssl: true }, connection: { secure: true }, outcome: "200" },
    { flags: { ssl128: true }, connection: { secure: true }, outcome: "403.5" },
    { flags: { requireCertificate: true }, connection: {}, outcome: "403.7" },
    { flags: { negotiateCertificate: true }, connection: {}, outcome: "200" },
    { flags: { ssl: true, negotiateCertificate: true }, connection: {}, outcome: "403.4" },
  ];
  for (const { flags, connection, outcome } of cases) {
    it(`${Object.keys(flags).join(", ")} over ${JSON.stringify(connection).slice(0, 60)} gets ${outcome}`, async () => {
      assert.equal(await new GuardedPipeline({ tls: { ...none, ...flags } }).outcome({ connection }), outcome);
    });
  }
});

describe("client certificates that sslFlags demand", () => {
  const flags: readonly (readonly [flags: number, outcome: string])[] = [
    [0, "200"], [0x800b0101, "403.17"], [0x800b0109, "403.16"], [0x800b010a, "403.16"], [0x800b010c, "403.13"], [0x800b0110, "403.16"], [0x800b0112, "403.16"], [0x80092013, "403.13"], [0x80004005, "403.16"],
  ];
  for (const [certFlags, outcome] of flags) {
    it(`one with the flags 0x${certFlags.toString(16)} gets ${outcome}, required or only welcome`, async () => {
      for (const demand of [{ requireCertificate: true }, { negotiateCertificate: true }]) {
        assert.equal(await new GuardedPipeline({ tls: { ...none, ...demand } }).outcome({ connection: secure(), certificates: new Certificates(shown(certFlags)) }), outcome);
      }
    });
  }

  const asked: readonly { readonly title: string; readonly answer: CertificateNegotiation; readonly then: CertificateState; readonly required: string; readonly welcome: string }[] = [
    { title: "who shows a good one", answer: { hresult: 0 }, then: shown(0), required: "200", welcome: "200" },
    { title: "who has none", answer: { hresult: 0 }, then: { negotiated: true, certificate: undefined }, required: "403.7", welcome: "200" },
    { title: "who cannot be asked", answer: { hresult: 0x80070032 }, then: nobodyAsked, required: "403.7", welcome: "200" },
    { title: "who does not answer", answer: { hresult: 0x80004005 }, then: nobodyAsked, required: "403.7", welcome: "200" },
    { title: "who shows a revoked one", answer: { hresult: 0 }, then: shown(0x800b010c), required: "403.13", welcome: "403.13" },
    { title: "whose body is too large to ask", answer: { hresult: 0x80004005, isBodyTooLarge: true }, then: nobodyAsked, required: "413", welcome: "413" },
  ];
  for (const { title, answer, then, required, welcome } of asked) {
    it(`are asked for where nobody has: ${title}`, async () => {
      for (const [demand, outcome] of [[{ requireCertificate: true }, required], [{ negotiateCertificate: true }, welcome]] as const) {
        const certificates = new Certificates(nobodyAsked, answer, then);
        assert.equal(await new GuardedPipeline({ tls: { ...none, ...demand } }).outcome({ connection: secure(), certificates }), outcome);
        assert.deepEqual(certificates.asked, [49_152]);
      }
    });
  }

  it("nobody is asked twice, and nobody who would need no certificate", async () => {
    const known = new Certificates({ negotiated: true, certificate: undefined });
    assert.equal(await new GuardedPipeline({ tls: { ...none, requireCertificate: true } }).outcome({ connection: secure(), certificates: known }), "403.7");
    const needless = new Certificates(shown(0x800b0109));
    assert.equal(await new GuardedPipeline({ tls: { ...none, ssl: true } }).outcome({ connection: secure(), certificates: needless }), "200");
    assert.deepEqual([...known.asked, ...needless.asked], []);
  });

  it("ends the connection when the body is too large", async () => {
    const certificates = new Certificates(nobodyAsked, { hresult: 0x80004005, isBodyTooLarge: true });
    assert.equal((await new GuardedPipeline({ tls: { ...none, requireCertificate: true } }).ask({ connection: secure(), certificates })).close, true);
  });
});
