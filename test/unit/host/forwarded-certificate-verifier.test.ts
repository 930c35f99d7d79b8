import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { forwardedCertificateVerifier } from "../../../src/host/forwarded-certificate-verifier.js";
import { makeChain, opensslMissing } from "../../support/certificate-chain.js";

describe("a forwarded certificate", { skip: opensslMissing() }, () => {
  const folders = [mkdtempSync(join(tmpdir(), "wsmanor-chain-")), mkdtempSync(join(tmpdir(), "wsmanor-chain-"))] as const;
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
  const flags = (pem: string, authority: string | undefined, revocationListFile?: string): string =>
    forwardedCertificateVerifier({ trustedIssuersFile: authority, revocationListFile }).verify(new X509Certificate(pem).raw).flags.toString(16);

  it("has the flags of what is wrong with it, and the names of who it is", () => {
    const [own, other] = [makeChain(folders[0]), makeChain(folders[1])];
    const file = join(folders[0], "ca.pem");
    assert.equal(flags(own.issue("good").cert, file), "0");
    assert.equal(flags(own.issue("any", { usage: "" }).cert, file), "0");
    assert.equal(flags(own.issue("server", { usage: "serverAuth" }).cert, file), "800b0110");
    assert.equal(flags(other.issue("stranger").cert, file), "800b010a", "an authority of the same name with another key");
    assert.equal(flags(other.authority, file), "800b0109");
    assert.equal(flags(own.issue("good").cert, undefined), "800b010a");
    assert.equal(flags(own.issue("late", { days: 0 }).cert, file), "800b0101");
    const { details } = forwardedCertificateVerifier({ trustedIssuersFile: file, revocationListFile: undefined }).verify(new X509Certificate(own.issue("carol").cert).raw);
    assert.deepEqual([details.subject, details.issuerName, details.subjectName, details.issuerThumbprint], ["CN=carol, O=Test", "CN=Test Authority", "carol", new X509Certificate(own.authority).fingerprint.replaceAll(":", "")]);
  });

  it("that is none is refused", () => assert.throws(() => forwardedCertificateVerifier({ trustedIssuersFile: undefined, revocationListFile: undefined }).verify(new Uint8Array(200))));
});
