import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { debianPackage } from "../support/debian.js";
import { projectRoot } from "../support/project-root.js";
import { freePort } from "../support/free-port.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { type PlainAnswer } from "../support/plain-request.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { basic } from "../support/basic.js";
import { startProcess, type StartedProcess } from "../support/started-host.js";

const page = readFileSync(join(projectRoot, "docs", "running.md"), "utf8");
/** The configuration as docs/running.md shows it. */
const shown = (language: string): string => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "mu").exec(page)![1]!;

const proxies = [
  {
    name: "nginx", package: "nginx-light", check: "test -x /usr/sbin/nginx",
    configure: (text: string) => `pid nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path .;\nproxy_temp_path .;\nfastcgi_temp_path .;\nuwsgi_temp_path .;\nscgi_temp_path .;\n${text}}\n`,
    words: (folder: string) => ["/usr/sbin/nginx", "-p", folder, "-e", "stderr", "-c", join(folder, "proxy.conf"), "-g", "daemon off; master_process off;"],
  },
  { name: "haproxy", package: "haproxy", check: "test -x /usr/sbin/haproxy", configure: (text: string) => text, words: (folder: string) => ["/usr/sbin/haproxy", "-db", "-q", "-f", join(folder, "proxy.conf")] },
] as const;

for (const proxy of proxies) {
  describe(`${proxy.name} in front, as docs/running.md shows it`, { skip: debianPackage(proxy.package, proxy.check) }, () => {
    const certificate = selfSignedCertificate("localhost", { dns: ["localhost"] });
    let folder = "";
    let port = 0;
    let password = "";
    let host: StartedProcess;
    let child: ReturnType<typeof spawn>;
    let said = "";
    const post = (text: string, headers: Readonly<Record<string, string>>): Promise<Pick<PlainAnswer, "status" | "text"> & { readonly challenge: string | undefined }> =>
      new Promise((resolve, reject) => {
        const outgoing = request({ host: "127.0.0.1", port, path: "/wsman", method: "POST", servername: "localhost", ca: certificate.cert, headers: { "Content-Type": "application/soap+xml;charset=UTF-8", "Content-Length": Buffer.byteLength(text), ...headers } }, (incoming) => {
          let body = "";
          incoming.setEncoding("utf8").on("data", (chunk: string) => (body += chunk)).on("end", () => resolve({ status: incoming.statusCode ?? 0, text: body, challenge: incoming.headers["www-authenticate"] }));
        });
        outgoing.on("error", (error) => reject(new Error(`${text.length} octets: ${said}`, { cause: error })));
        outgoing.end(text);
      });
    const get = soapEnvelope({ action: actions.get, resourceUri: "urn:wsmanor:registry", selectors: { Key: "" } });

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "wsmanor-proxy-"));
      host = startProcess(join(folder, "state"));
      const [url = ""] = await host.ready();
      while (host.stdout().split("\n").length < 3) await new Promise((resolve) => setImmediate(resolve));
      ({ password } = JSON.parse(host.stdout().split("\n")[1]!) as { password: string });
      port = await freePort();
      writeFileSync(join(folder, "wsmanor.pem"), certificate.cert);
      writeFileSync(join(folder, "wsmanor.key"), certificate.key);
      writeFileSync(join(folder, "wsmanor-with-key.pem"), certificate.cert + certificate.key);
      const text = shown(proxy.name).replaceAll("/etc/ssl/", `${folder}/`).replace("listen 5986", `listen 127.0.0.1:${port}`).replace("bind :5986", `bind 127.0.0.1:${port}`).replaceAll("127.0.0.1:5985", `127.0.0.1:${new URL(url).port}`);
      writeFileSync(join(folder, "proxy.conf"), proxy.configure(text));
      const [program, ...words] = proxy.words(folder);
      child = spawn(program!, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
      child.stdout!.on("data", (chunk: Buffer) => (said += chunk.toString()));
      child.stderr!.on("data", (chunk: Buffer) => (said += chunk.toString()));
      while ((await post(get, {}).then(() => false, () => true))) {
        assert.equal(child.exitCode, null, said);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    after(async () => {
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await ended;
      host.process.kill("SIGTERM");
      await host.ended;
      rmSync(folder, { recursive: true });
    });

    it("challenges, lets Basic through, and carries bodies of the size that is configured", async () => {
      const refused = await post(get, {});
      assert.deepEqual([refused.status, refused.challenge], [401, 'Basic realm="WSMAN"']);
      const authorization = basic("admin", password);
      assert.equal((await post(get, { Authorization: basic("admin", "wrong") })).status, 401);
      assert.equal((await post(get, { Authorization: authorization })).status, 200, said);
      const large = soapEnvelope({
        action: actions.create, resourceUri: "urn:wsmanor:registry", selectors: { Key: "Large", Value: "v" },
        body: `<r:Value xmlns:r="urn:wsmanor:registry"><r:Type>String</r:Type><r:Data>${"x".repeat(480 * 1024)}</r:Data></r:Value>`,
      });
      assert.equal((await post(large, { Authorization: authorization, Expect: "100-continue" })).status, 200);
    });
  });
}
