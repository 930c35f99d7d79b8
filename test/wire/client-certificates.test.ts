import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { mutual, startCertificateHost, type CertificateHost } from "../support/certificate-host.js";
import { debianPackage } from "../support/debian.js";
import { requestEnvelope } from "../support/operation-messages.js";
import { projectRoot } from "../support/project-root.js";
import { runProgram } from "../support/run-program.js";

const curl = debianPackage("curl");
const python = debianPackage("python3-requests", "python3 -c 'import requests'");
const openssl = debianPackage("openssl");

type Kind = keyof CertificateHost["ports"];

/** An envelope of about that many octets. */
const sized = (size: number): string => requestEnvelope({ headers: `<!--${"x".repeat(size)}-->` });

describe("client certificates of real clients", () => {
  let host: CertificateHost;
  let folder: string;
  before(async () => {
    host = await startCertificateHost();
    folder = mkdtempSync(join(tmpdir(), "wsmanor-clients-"));
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  const url = (kind: Kind): string => `https://127.0.0.1:${host.ports[kind]}/wsman`;

  /** Statuses of requests on one connection. */
  async function byCurl(kind: Kind, bodies: readonly string[], { version = "1.2", more = [] as readonly string[], certificate = true } = {}): Promise<readonly number[]> {
    const files = bodies.map((body, index) => {
      const path = join(folder, `body${index}`);
      writeFileSync(path, body);
      return path;
    });
    const own = certificate ? ["--cert", host.alice.certFile, "--key", host.alice.keyFile] : [];
    const common = ["-k", "-s", "-o", "/dev/null", "-w", "%{http_code}\n", "--max-time", "30", "--tlsv1.2", "--tls-max", version, ...own, "-H", `Authorization: ${mutual}`, "-H", "Content-Type: application/soap+xml;charset=UTF-8", ...more];
    const { stdout } = await runProgram("curl", files.flatMap((path, index) => [...(index === 0 ? [] : ["--next"]), ...common, "--data-binary", `@${path}`, url(kind)]));
    return stdout.toString().trim().split("\n").map(Number);
  }

  describe("curl", { skip: curl }, () => {
    for (const kind of ["late", "lateStrict", "handshake"] as const) {
      it(`is let in, and again on the same connection: ${kind}`, async () => {
        assert.deepEqual(await byCurl(kind, [sized(10), sized(10), sized(10)]), [200, 200, 200]);
        assert.deepEqual(await byCurl(kind, [sized(10)], { certificate: false }), [403]);
      });
    }

    it("is asked on TLS 1.3 at the handshake only", async () => {
      assert.deepEqual(await byCurl("handshake", [sized(10)], { version: "1.3" }), [200]);
      assert.deepEqual(await byCurl("late", [sized(10)], { version: "1.3", more: ["--tlsv1.3"] }), [403]);
    });

    it("is asked in front of 40 kB, and of 100 kB and 200 kB when it waits to send them", async () => {
      assert.deepEqual(await byCurl("late", [sized(40_000)], { more: ["-H", "Expect:"] }), [200]);
      assert.deepEqual(await byCurl("late", [sized(200_000)], { more: ["-H", "Expect:"] }), [413]);
      assert.deepEqual(await byCurl("late", [sized(100_000)], { more: ["-H", "Expect: 100-continue", "--expect100-timeout", "20"] }), [200]);
    });
  });

  async function byPython(kind: Kind, sizes: readonly number[], version: "TLSv1_2" | "TLSv1_3" = "TLSv1_2", certificate = true): Promise<unknown> {
    const script = join(projectRoot, "test", "wire", "mutual_client.py");
    const own = certificate ? [host.alice.certFile, host.alice.keyFile] : ["-", "-"];
    const { stdout, stderr } = await runProgram("python3", [script, url(kind), host.authority.own.certFile, ...own, version, sizes.join(",")], requestEnvelope());
    assert.notEqual(stdout.length, 0, stderr);
    return JSON.parse(stdout.toString());
  }

  describe("Python requests", { skip: python }, () => {
    it("is let in with bodies of any size up to the limit, however often", async () => {
      for (const kind of ["late", "lateStrict", "handshake"] as const) assert.deepEqual(await byPython(kind, [100, 40_000, 100, 100_000]), [200, 200, 200, 200], kind);
      for (let times = 0; times < 5; times++) assert.deepEqual(await byPython("late", [40_000, 10]), [200, 200]);
    });

    it("is asked in front of 200 kB only where it has sent them: 413, or a connection that ends under what it still sends", async () => {
      const [first, second] = (await byPython("late", [200_000, 10])) as [unknown, unknown];
      assert.ok(first === 413 || first === "ConnectionError", String(first));
      assert.equal(second, 200);
    });

    it("is asked on TLS 1.3 at the handshake only, and kept out without a certificate", async () => {
      assert.deepEqual(await byPython("handshake", [100], "TLSv1_3"), [200]);
      assert.deepEqual(await byPython("late", [100], "TLSv1_3"), [403]);
      assert.deepEqual(await byPython("late", [100, 100], "TLSv1_2", false), [403, 403]);
    });
  });

  async function byOpenssl(more: readonly string[]): Promise<string> {
    const body = requestEnvelope();
    const request = `POST /wsman HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${mutual}\r\nContent-Type: application/soap+xml;charset=UTF-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
    const { stdout } = await runProgram("openssl", ["s_client", "-connect", `127.0.0.1:${host.ports.late}`, "-tls1_2", "-quiet", "-ign_eof", ...more], request);
    return /^HTTP\/1\.1 (\d+)/mu.exec(stdout.toString())?.[1] ?? "none";
  }

  describe("openssl s_client", { skip: openssl }, () => {
    it("is let in, and is answered nothing when it refuses to be asked", async () => {
      const own = ["-cert", host.alice.certFile, "-key", host.alice.keyFile];
      assert.deepEqual([await byOpenssl(own), await byOpenssl([]), await byOpenssl([...own, "-no_renegotiation"])], ["200", "403", "none"]);
      assert.equal(await byOpenssl(own), "200");
    });
  });
});
