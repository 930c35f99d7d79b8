import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { after, before, describe, it } from "node:test";
import { keyBitsOf } from "../../../src/listener/connection-facts.js";
import { endPointHash } from "../../../src/protocol/x509/end-point-hash.js";
import { ok, withListener } from "../listener/with-listener.js";

const rsa = ["-newkey", "rsa:2048"];
const pss = [...rsa, "-sigopt", "rsa_padding_mode:pss"];
const cases: readonly (readonly [name: string, args: readonly string[], hash: string | undefined])[] = [
  ["RSA and SHA-1, which counts as SHA-256", [...rsa, "-sha1"], "sha256"],
  ["RSA and SHA-224", [...rsa, "-sha224"], "sha224"],
  ["RSA and SHA-256", [...rsa, "-sha256"], "sha256"],
  ["RSA and SHA-384", [...rsa, "-sha384"], "sha384"],
  ["RSA and SHA-512", [...rsa, "-sha512"], "sha512"],
  ["ECDSA and SHA-256", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-sha256"], "sha256"],
  ["ECDSA and SHA-384", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-sha384"], "sha384"],
  ["ECDSA and SHA-512", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-521", "-sha512"], "sha512"],
  ["RSA-PSS and SHA-256", [...pss, "-sha256"], "sha256"],
  ["RSA-PSS and SHA-384", [...pss, "-sha384", "-sigopt", "rsa_pss_saltlen:20"], "sha384"],
  ["RSA-PSS and SHA-512, with a key for nothing else", ["-newkey", "rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048", "-sha512"], "sha512"],
  ["Ed25519, which has no hash of its own", ["-newkey", "ed25519"], undefined],
];

describe("the hash for tls-server-end-point", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "wsmanor-end-point-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const make = (args: readonly string[], subject = "/CN=localhost"): { readonly cert: string; readonly key: string; readonly der: Buffer; readonly pem: string } => {
    const [pem, key] = [join(folder, "c.pem"), join(folder, "c.key")];
    execFileSync("openssl", ["req", "-x509", "-nodes", "-days", "2", "-subj", subject, "-keyout", key, "-out", pem, ...args], { stdio: "ignore" });
    const cert = readFileSync(pem, "utf8");
    return { cert, key: readFileSync(key, "utf8"), der: new X509Certificate(cert).raw, pem };
  };

  for (const [name, args, hash] of cases) {
    it(`is that of the signature: ${name}`, () => {
      const { der } = make(args);
      assert.equal(endPointHash(der), hash);
      if (hash === undefined) return;
      // openssl says it by itself, in hex behind a colon.
      const digest = execFileSync("openssl", ["x509", "-in", join(folder, "c.pem"), "-noout", "-fingerprint", `-${hash}`], { encoding: "utf8" }).split("=")[1]!.trim().replaceAll(":", "").toLowerCase();
      assert.equal(createHash(hash).update(der).digest("hex"), digest);
    });
  }

  it("is found whether lengths take one octet or three", () => {
    const sizes = [make(["-newkey", "ed25519"], "/CN=a").der.length, make(rsa, `/${Array.from({ length: 20 }, (_, at) => `OU=${"x".repeat(60)}${at}`).join("/")}`).der.length];
    assert.ok(sizes[0]! < 512 && sizes[1]! > 1500, String(sizes));
    assert.equal(endPointHash(make([...rsa, "-sha512"], `/${Array.from({ length: 20 }, (_, at) => `OU=${"x".repeat(60)}${at}`).join("/")}`).der), "sha512");
  });

  it("is not there for what is no certificate", () => {
    for (const octets of [[], [0x30], [0x30, 0x80], [0x30, 0x03, 0x30, 0x01], [1, 2, 3]]) assert.equal(endPointHash(Uint8Array.from(octets)), undefined);
  });

  for (const [name, args, hash] of cases.filter(([, , expected]) => expected === "sha384" || expected === "sha256").filter(([each]) => !each.includes("SHA-1"))) {
    it(`is among the facts of a connection, as its client sees the certificate: ${name}`, async () => {
      const { cert, key } = make(args);
      await withListener({}, ({ connection }) => ({ ...ok, body: JSON.stringify({ ...connection.tls, channelBinding: Buffer.from(connection.tls!.channelBinding ?? []).toString("hex") }) }), async (_, port) => {
        for (const maxVersion of ["TLSv1.2", "TLSv1.3"] as const) {
          const { text, peer } = await new Promise<{ text: string; peer: Buffer }>((resolve, reject) => {
            const socket = connect({ port, host: "127.0.0.1", servername: "Some.Test", rejectUnauthorized: false, maxVersion }, () => socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
            socket.on("data", (chunk: Buffer) => {
              resolve({ text: chunk.toString().split("\r\n\r\n")[1]!, peer: socket.getPeerCertificate().raw });
              socket.destroy();
            });
            socket.on("error", reject);
          });
          const facts = JSON.parse(text) as Record<string, unknown>;
          assert.equal(facts["channelBinding"], createHash(hash!).update(peer).digest("hex"));
          assert.deepEqual([facts["serverName"], facts["protocol"]], ["some.test", maxVersion]);
          assert.ok(facts["keyBits"] === 128 || facts["keyBits"] === 256, String(facts["keyBits"]));
        }
      }, { tls: { certificate: cert, key } });
    });
  }

  it("comes with the bits of the session's key, by the cipher's name", () => {
    assert.deepEqual(["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "TLS_RSA_WITH_NULL_SHA256"].map(keyBitsOf), [128, 256, 256, 256, 256, 112, 0]);
  });
});
