import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { certificateFlags } from "../../../../src/listener/certificates/certificate-flags.js";
import { CertificateTrust, type ShownCertificate } from "../../../../src/listener/certificates/certificate-trust.js";
import { CertificateAuthority, forClients, type IssuedCertificate } from "../../../support/certificate-authority.js";
import { selfSignedCertificate } from "../../../support/self-signed-certificate.js";

const der = (pem: string): Buffer => new X509Certificate(pem).raw;
/** A list that was made a moment ago holds from then on. */
const soon = (): number => Date.now() + 1000;

describe("client certificates: what they are worth", () => {
  let root: CertificateAuthority;
  let middle: CertificateAuthority;
  let stranger: CertificateAuthority;
  let alice: IssuedCertificate;
  before(() => {
    root = new CertificateAuthority("root");
    middle = new CertificateAuthority("middle", root);
    stranger = new CertificateAuthority("stranger");
    alice = middle.issue({ subject: "/C=DE/O=Example/OU=Operators/CN=alice" });
  });
  after(() => [root, middle, stranger].forEach((authority) => authority.remove()));

  const trust = (revocationLists?: string, issuers = root.own.cert): CertificateTrust => new CertificateTrust({ issuers, revocationLists });
  const flags = (cert: string, more: Partial<ShownCertificate> = {}, by = trust(), at = soon()): number =>
    by.verify({ der: der(cert), chain: [der(middle.own.cert)], verdict: null, ...more }, at).flags;
  const lists = (): string => root.revocationList() + middle.revocationList();

  it("is valid with a chain to a trusted root, whoever brings what stands between", () => {
    assert.equal(flags(alice.cert), certificateFlags.valid);
    assert.equal(flags(alice.cert, { chain: [] }, trust(undefined, root.own.cert + middle.own.cert)), certificateFlags.valid);
  });

  it("tells subject, issuer, the issuer's thumbprint, and the name: UPN, else DNS name, else common name", () => {
    const detailsOf = (cert: string) => trust().verify({ der: der(cert), chain: [der(middle.own.cert)], verdict: null }, soon()).details;
    assert.deepEqual(detailsOf(alice.cert), {
      subject: "CN=alice, OU=Operators, O=Example, C=DE", issuerName: "CN=middle, O=Example",
      issuerThumbprint: new X509Certificate(middle.own.cert).fingerprint.replaceAll(":", ""), subjectName: "alice",
    });
    const named = (names: string): string => detailsOf(middle.issue({ subject: "/CN=bob", extensions: [...forClients, `subjectAltName=${names}`] }).cert).subjectName;
    assert.equal(named("DNS:bob.example.test"), "bob.example.test");
    assert.equal(named("DNS:bob.example.test,otherName:1.3.6.1.4.1.311.20.2.3;UTF8:bob@example.test"), "bob@example.test");
  });

  it("is not valid before its time, after it, or when its issuer's is over", () => {
    const expired = middle.issue({ subject: "/CN=old", from: "20200101000000Z", until: "20210101000000Z" });
    const future = middle.issue({ subject: "/CN=young", from: "20490101000000Z", until: "20491231000000Z" });
    assert.equal(flags(expired.cert), certificateFlags.expired);
    assert.equal(flags(future.cert), certificateFlags.expired);
    assert.equal(flags(alice.cert, {}, trust(), soon() + 60 * 86_400_000), certificateFlags.expired);
  });

  it("is not valid without a chain to somebody who is trusted", () => {
    assert.equal(flags(selfSignedCertificate("self").cert), certificateFlags.unknownRoot);
    const other = stranger.issue({ subject: "/CN=eve" });
    assert.equal(flags(other.cert, { chain: [der(stranger.own.cert)] }), certificateFlags.unknownRoot);
    assert.equal(flags(other.cert, { chain: [] }), certificateFlags.noChain);
    assert.equal(flags(alice.cert, { chain: [] }), certificateFlags.noChain);
  });

  it("is not valid when a name fits and the signature does not", () => {
    const twin = new CertificateAuthority("root");
    try {
      assert.equal(flags(twin.issue({ subject: "/CN=eve" }).cert), certificateFlags.noChain);
    } finally {
      twin.remove();
    }
  });

  it("is not valid from somebody who may not issue any", () => {
    const client = root.issue({ subject: "/O=Example/CN=upstart" });
    const upstart = new CertificateAuthority("upstart", root, forClients);
    const narrow = new CertificateAuthority("narrow", root, ["basicConstraints=critical,CA:TRUE,pathlen:0", "keyUsage=critical,keyCertSign"]);
    const below = new CertificateAuthority("below", narrow);
    try {
      assert.equal(flags(client.cert, { chain: [] }), certificateFlags.valid);
      assert.notEqual(flags(upstart.issue({ subject: "/CN=eve" }).cert, { chain: [der(upstart.own.cert)] }), certificateFlags.valid);
      assert.equal(flags(narrow.issue({ subject: "/CN=fine" }).cert, { chain: [der(narrow.own.cert)] }), certificateFlags.valid);
      assert.equal(flags(below.issue({ subject: "/CN=eve" }).cert, { chain: [der(below.own.cert), der(narrow.own.cert)] }), certificateFlags.untrustedIssuer);
    } finally {
      for (const authority of [upstart, narrow, below]) authority.remove();
    }
  });

  it("is not valid for another purpose", () => {
    const server = middle.issue({ subject: "/CN=server", extensions: ["basicConstraints=critical,CA:FALSE", "extendedKeyUsage=serverAuth"] });
    const sealing = middle.issue({ subject: "/CN=sealing", extensions: ["keyUsage=critical,keyEncipherment"] });
    const plain = middle.issue({ subject: "/CN=plain", extensions: ["basicConstraints=CA:FALSE"] });
    assert.deepEqual([server, sealing, plain].map(({ cert }) => flags(cert)), [certificateFlags.wrongPurpose, certificateFlags.wrongPurpose, certificateFlags.valid]);
  });

  it("is not valid with an extension that must be understood and is not", () => {
    const odd = middle.issue({ subject: "/CN=odd", extensions: [...forClients, "1.2.3.4=critical,ASN1:NULL"] });
    assert.equal(flags(odd.cert), certificateFlags.noChain);
    // Constraints on names are OpenSSL's to see to in a handshake; where there was none, nobody has.
    const bound = new CertificateAuthority("bound", root, ["basicConstraints=critical,CA:TRUE", "nameConstraints=critical,permitted;DNS:example.test"]);
    try {
      const leaf = bound.issue({ subject: "/CN=carol" });
      assert.equal(flags(leaf.cert, { chain: [der(bound.own.cert)] }), certificateFlags.noChain);
      assert.equal(flags(leaf.cert, { chain: [der(bound.own.cert)], verdict: undefined }), certificateFlags.valid);
    } finally {
      bound.remove();
    }
  });

  it("is not valid when OpenSSL has found something, whatever we find", () => {
    for (const [verdict, wanted] of [["CERT_HAS_EXPIRED", certificateFlags.expired], ["INVALID_CA", certificateFlags.untrustedIssuer], ["CA_MD_TOO_WEAK", certificateFlags.noChain], [undefined, 0]] as const) {
      assert.equal(flags(alice.cert, { verdict }), wanted);
    }
    assert.equal(flags(selfSignedCertificate("self").cert, { verdict: undefined }), certificateFlags.unknownRoot);
  });

  it("is revoked when a list of its issuer says so", () => {
    const mallory = middle.issue({ subject: "/CN=mallory" });
    const before = trust(lists());
    assert.equal(flags(mallory.cert, {}, before), certificateFlags.valid);
    middle.revoke(mallory);
    assert.equal(flags(mallory.cert, {}, trust(lists())), certificateFlags.revoked);
    assert.equal(flags(alice.cert, {}, trust(lists())), certificateFlags.valid);
    // Also in a list that is out of date.
    const later = soon() + 1.5 * 86_400_000;
    assert.equal(flags(mallory.cert, {}, trust(lists()), later), certificateFlags.revoked);
  });

  it("has no revocation data without a current list of every issuer in the chain, signed by that issuer", () => {
    const noData = certificateFlags.noRevocationData;
    assert.equal(flags(alice.cert, {}, trust(middle.revocationList())), noData);
    assert.equal(flags(alice.cert, {}, trust(root.revocationList())), noData);
    const outdated = middle.revocationList(["-crl_lastupdate", "20200101000000Z", "-crl_nextupdate", "20200102000000Z"]);
    assert.equal(flags(alice.cert, {}, trust(root.revocationList() + outdated)), noData);
    const future = middle.revocationList(["-crl_lastupdate", "20490101000000Z", "-crl_nextupdate", "20490102000000Z"]);
    assert.equal(flags(alice.cert, {}, trust(root.revocationList() + future)), noData);
    const twin = new CertificateAuthority("middle");
    try {
      assert.equal(flags(alice.cert, {}, trust(root.revocationList() + twin.revocationList())), noData);
    } finally {
      twin.remove();
    }
  });

  it("has no revocation data when the list is signed with SHA-1", () => {
    assert.equal(flags(alice.cert, {}, trust(root.revocationList() + middle.revocationList(["-crldays", "1", "-md", "sha1"]))), certificateFlags.noRevocationData);
  });

  it("is revoked by the issuer of its issuer too", () => {
    const gone = new CertificateAuthority("gone", root);
    try {
      root.revoke(gone.own);
      assert.equal(flags(gone.issue({ subject: "/CN=dave" }).cert, { chain: [der(gone.own.cert)] }, trust(lists() + gone.revocationList())), certificateFlags.revoked);
    } finally {
      gone.remove();
    }
  });

  it("says what of trusted issuers and lists cannot be read", () => {
    const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert.throws(() => trust(undefined, "nothing"), /no PEM certificate/u);
    assert.throws(() => trust(undefined, root.own.cert + broken), /certificate number 2 cannot be read/u);
    assert.throws(() => trust("nothing"), /no PEM revocation list/u);
    assert.throws(() => trust(broken.replaceAll("CERTIFICATE", "X509 CRL")), /revocation list number 1 cannot be read/u);
  });

  it("is judged by Node's list where there is none of its own", () => {
    assert.equal(new CertificateTrust({ issuers: undefined, revocationLists: undefined }).verify({ der: der(alice.cert), chain: [der(middle.own.cert), der(root.own.cert)], verdict: null }, soon()).flags, certificateFlags.unknownRoot);
  });

  it("costs a bounded number of signatures, however many issuers of one name are shown", () => {
    const many = Array.from({ length: 10 }, () => new CertificateAuthority("middle"));
    many.forEach((authority) => authority.remove());
    assert.equal(flags(alice.cert, { chain: many.map(({ own }) => der(own.cert)) }), certificateFlags.noChain);
  });
});
