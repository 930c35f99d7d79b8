import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { ClientCertificate } from "../../../src/base/client-certificate.js";
import { CertificateTrust } from "../../../src/listener/certificates/certificate-trust.js";
import { mapCertificate, type CertificateMappingRules, type CertificateRule } from "../../../src/pipeline/map-certificate.js";
import { CertificateAuthority, forClients } from "../../support/certificate-authority.js";

type Entry = CertificateMappingRules["manyToOne"][number];

const rule = (subField: string, matchCriteria: string, more: Partial<CertificateRule> = {}): CertificateRule => ({ field: "Subject", subField, matchCriteria, isCaseSensitive: true, ...more });
const entry = (userName: string, rules: readonly CertificateRule[], more: Partial<Entry> = {}): Entry => ({ name: `for ${userName}`, permissionMode: "Allow", rules, userName, ...more });

describe("client certificates and accounts", () => {
  let authority: CertificateAuthority;
  let alice: ClientCertificate;
  const shown = (subject: string, more: readonly string[] = []): ClientCertificate =>
    new CertificateTrust({ issuers: authority.own.cert, revocationLists: undefined }).verify({ der: new X509Certificate(authority.issue({ subject, extensions: [...forClients, ...more] }).cert).raw, chain: [], verdict: null }, Date.now());
  before(() => {
    authority = new CertificateAuthority("authority");
    alice = shown("/C=DE/ST=Berlin/L=Mitte/O=Example/OU=Operators/OU=Night/CN=alice/emailAddress=alice@example.test");
  });
  after(() => authority.remove());

  const map = (rules: Partial<CertificateMappingRules>, certificate = alice) => mapCertificate(certificate, { oneToOne: [], manyToOne: [], ...rules });
  const isMapped = (...rules: readonly CertificateRule[]): boolean => map({ manyToOne: [entry("bob", rules)] }).kind === "mapped";
  const whole = (): string => Buffer.from(alice.der).toString("base64");

  it("meet in nothing when no entry matches", () => {
    assert.deepEqual(map({}), { kind: "unknown" });
    assert.deepEqual(map({ oneToOne: [{ certificate: whole().slice(4), userName: "bob" }] }), { kind: "unknown" });
    assert.deepEqual(map({ manyToOne: [entry("bob", [])] }), { kind: "unknown" });
    assert.deepEqual(map({ oneToOne: [{ certificate: whole(), userName: "" }] }), { kind: "unknown" });
  });

  it("meet in the whole certificate before any rule", () => {
    assert.deepEqual(map({ oneToOne: [{ certificate: whole(), userName: "bob" }], manyToOne: [entry("carol", [rule("CN", "*")]), entry("", [rule("CN", "*")], { permissionMode: "Deny" })] }), { kind: "mapped", userName: "bob" });
  });

  it("meet in the first entry whose rules all match; one that denies counts wherever it stands", () => {
    const both = [entry("carol", [rule("CN", "alice"), rule("O", "Other")]), entry("dave", [rule("CN", "alice"), rule("O", "Example")]), entry("erin", [rule("CN", "*")])];
    assert.deepEqual(map({ manyToOne: both }), { kind: "mapped", userName: "dave" });
    assert.deepEqual(map({ manyToOne: [...both, entry("", [rule("OU", "Night")], { name: "no nights", permissionMode: "Deny" })] }), { kind: "denied", by: "no nights" });
  });

  for (const [subField, value] of [["CN", "alice"], ["O", "Example"], ["OU", "Operators"], ["OU", "Night"], ["C", "DE"], ["S", "Berlin"], ["ST", "Berlin"], ["L", "Mitte"], ["E", "alice@example.test"], ["cn", "alice"], ["2.5.4.3", "alice"], ["2.5.4.10", "Example"], ["2.5.4.8", "Berlin"], [" 1.2.840.113549.1.9.1 ", "alice@example.test"]] as const) {
    it(`compare ${subField}`, () => {
      assert.ok(isMapped(rule(subField, value)));
      assert.ok(!isMapped(rule(subField, `${value}x`)));
      // Of the sub-fields, the issuer has the same organization only.
      assert.equal(isMapped(rule(subField, value, { field: "Issuer" })), value === "Example");
    });
  }

  it("compare the domain components and the issuer's sub-fields", () => {
    const other = shown("/DC=test/DC=example/CN=bob");
    assert.equal(map({ manyToOne: [entry("bob", [rule("DC", "test"), rule("DC", "example"), rule("CN", "authority", { field: "Issuer" })])] }, other).kind, "mapped");
  });

  it("compare case as the rule says, and the whole value", () => {
    assert.ok(!isMapped(rule("CN", "ALICE")) && isMapped(rule("CN", "ALICE", { isCaseSensitive: false })));
    assert.ok(!isMapped(rule("CN", "lic")) && !isMapped(rule("CN", "")));
    assert.ok(!isMapped(rule("XX", "*")) && !isMapped(rule("", "*")));
  });

  it("take * for any text", () => {
    for (const criteria of ["*", "a*", "*e", "a*e", "*lic*", "alice*", "**", "a*i*e"]) assert.ok(isMapped(rule("CN", criteria)), criteria);
    for (const criteria of ["b*", "*b", "alice*alice", "ali*lice", "a*x*e", "*e*a*"]) assert.ok(!isMapped(rule("CN", criteria)), criteria);
  });

  it("meet as WinRM maps: the issuer's thumbprint and the name", () => {
    const issuer = new X509Certificate(authority.own.cert).fingerprint.replaceAll(":", "");
    const winrm = (subject: string, thumbprint = issuer.toLowerCase()): readonly CertificateRule[] => [rule("Thumbprint", thumbprint, { field: "Issuer", isCaseSensitive: false }), rule("Name", subject, { isCaseSensitive: false })];
    const named = shown("/CN=bob", ["subjectAltName=otherName:1.3.6.1.4.1.311.20.2.3;UTF8:bob@example.test"]);
    assert.deepEqual([map({ manyToOne: [entry("bob", winrm("*@EXAMPLE.test"))] }, named).kind, map({ manyToOne: [entry("bob", winrm("bob"))] }, named).kind], ["mapped", "unknown"]);
    assert.equal(map({ manyToOne: [entry("bob", winrm("*", "00".repeat(20)))] }, named).kind, "unknown");
  });

  it("take no time for patterns that are made to take it", () => {
    const long = shown(`/CN=${"a".repeat(60)}`);
    assert.equal(map({ manyToOne: [entry("bob", [rule("CN", `${"*a".repeat(5000)}b`)])] }, long).kind, "unknown");
  });
});
