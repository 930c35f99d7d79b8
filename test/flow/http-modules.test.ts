import assert from "node:assert/strict";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { crc32 } from "node:zlib";
import { CertificateAuthority, forServers, type IssuedCertificate } from "../support/certificate-authority.js";
import { opensslMissing } from "../support/certificate-chain.js";
import { runCommand } from "../support/command.js";
import { ModuleFolder, type HostWithModules } from "../support/module-folder.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { askWsman } from "../support/soap-caller.js";
import { until } from "../support/until.js";

const config = { action: "Get", resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" } as const;

/** One that tells its name and version in a header field of every answer. */
const telling = (name: string, version: string, more = ""): string => `defineHttpModule({
  declaration: { name: "${name}", sdkVersion: 1, notifications: ["beginRequest"] },
  register: ({ logger, applicationPath, siteName, validateOnly }) => {
    logger.info("registered", { module: "${name}", version: "${version}", where: siteName + applicationPath, validateOnly });
    return {
      getHttpModule: () => ({
        async onBeginRequest(context) {
          context.getResponse().setHeader("X-Modules", "${name} ${version}", false);
          ${more}
          return RQ_NOTIFICATION_CONTINUE;
        },
      }),
      terminate: () => logger.info("terminated", { module: "${name}", version: "${version}" }),
    };
  },
})`;

describe("HTTP modules of a running host", () => {
  const folder = new ModuleFolder();
  let running: HostWithModules;
  before(async () => {
    folder.list([
      folder.write("first", telling("first", "1")),
      folder.write("second", telling("second", "1")),
      folder.write("tokens", `defineHttpModule({
        declaration: { name: "tokens", sdkVersion: 1, notifications: ["beginRequest", "authenticateRequest"] },
        register: () => ({ getHttpModule: () => ({
          // A scheme of its own: the host would refuse one that it does not offer, so it does not get to see it.
          onBeginRequest(context) {
            const [scheme, token] = (context.getRequest().getHeader("Authorization") ?? "").split(" ");
            if (scheme !== "Token") return RQ_NOTIFICATION_CONTINUE;
            context.getRequest().deleteHeader("Authorization");
            this.user = { "secret-of-admin": "admin", "secret-of-nobody": "nobody" }[token];
            return RQ_NOTIFICATION_CONTINUE;
          },
          async onAuthenticateRequest(context, provider) {
            if (this.user !== undefined) await provider.setUser({ userName: this.user, authenticationType: "Token" });
            return RQ_NOTIFICATION_CONTINUE;
          },
        }) }),
      })`),
      folder.write("bad", `defineHttpModule({
        declaration: { name: "bad", sdkVersion: 1, notifications: ["authorizeRequest", "logRequest"] },
        register: () => ({ getHttpModule: () => ({
          onAuthorizeRequest(context) {
            if (context.getRequest().getHeader("X-Bad") !== undefined) throw new Error("bad luck");
            return RQ_NOTIFICATION_CONTINUE;
          },
          onLogRequest: () => RQ_NOTIFICATION_CONTINUE,
        }) }),
      })`),
    ]);
    running = await folder.start();
  });
  after(async () => {
    await running.host.stop();
    folder.remove();
  });

  it("see each request of their application in their order, also those that are refused, and no other", async () => {
    const answer = await fetch(running.url("/wsman"), { method: "POST", headers: { authorization: running.authorization, "content-type": "application/soap+xml;charset=UTF-8" }, body: "<x/>" });
    assert.deepEqual([answer.status, answer.headers.get("x-modules")], [500, "first 1, second 1"]);
    const refused = await fetch(running.url("/wsman"), { method: "POST" });
    assert.deepEqual([refused.status, refused.headers.get("x-modules"), refused.headers.get("www-authenticate")], [401, "first 1, second 1", 'Basic realm="WSMAN"']);
    const other = await fetch(running.url("/other"), { method: "POST" });
    assert.deepEqual([other.status, other.headers.get("x-modules")], [401, null]);
  });

  it("were told once where they are", () => {
    const told = running.lines().filter(({ message }) => message === "registered");
    assert.deepEqual(told.map(({ module, where, validateOnly }) => [module, where, validateOnly]), [["first", "Site/wsman", false], ["second", "Site/wsman", false]]);
  });

  it("may say who is calling: an account of the users file, and nobody else", async () => {
    const asked = await askWsman(running.url("/wsman"), "Token secret-of-admin", config);
    assert.equal(asked.status, 200, asked.text);
    for (const wrong of ["Token secret-of-nobody", "Token guess", "Token"]) assert.equal((await askWsman(running.url("/wsman"), wrong, config)).status, 401, wrong);
    assert.equal((await askWsman(running.url("/other"), "Token secret-of-admin", config)).status, 401);
    // Lines of requests are written in blocks.
    await until(() => running.lines().some(({ message, user, status }) => message === "request" && user === "admin" && status === 200));
  });

  it("end only their own request when they throw, and are named in the log", async () => {
    const bad = await fetch(running.url("/wsman"), { method: "POST", headers: { authorization: running.authorization, "x-bad": "1" }, body: "" });
    assert.equal(bad.status, 500);
    const [, id] = /reason under (\S+)\.\n$/u.exec(await bad.text())!;
    await until(() => running.lines().some(({ errorId, level }) => errorId === id && level === "error"));
    const line = running.lines().find(({ errorId, level }) => errorId === id && level === "error")!;
    assert.deepEqual([line["message"], line["module"], line["notification"]], ['a request failed in module "bad" at authorizeRequest', "bad", "authorizeRequest"]);
    assert.match(String(line["error"]), /Error: bad luck\n/u);
    assert.equal((await askWsman(running.url("/wsman"), running.authorization, config)).status, 200);
  });

  it("are timed: each notification in the debug log and in /status", async () => {
    const status = (await (await fetch(running.url("/status"), { headers: { authorization: running.authorization } })).json()) as { readonly applications: readonly { readonly path: string; readonly modules?: readonly { readonly name: string; readonly notifications: readonly Record<string, unknown>[] }[] }[] };
    const { modules } = status.applications.find(({ path }) => path === "/wsman")!;
    assert.deepEqual(modules!.map(({ name }) => name), ["first", "second", "tokens", "bad"]);
    const [authorize] = modules![3]!.notifications;
    assert.deepEqual([authorize!["notification"], authorize!["failures"]], ["authorizeRequest", 1]);
    for (const time of ["milliseconds", "longestMilliseconds"]) assert.equal(typeof authorize![time], "number");
    assert.ok(Number(modules![0]!.notifications[0]!["calls"]) >= 3);
    assert.equal("modules" in status.applications.find(({ path }) => path === "/other")!, false);
    const line = running.lines().find(({ message, module }) => message === "module notified" && module === "tokens")!;
    assert.deepEqual([line["level"], typeof line["milliseconds"], line["notification"]], ["debug", "number", "beginRequest"]);
  });
});

describe("the bundled example module", () => {
  it("is listed by its folder, sees the whole URL over TLS, and lets everybody pass", async () => {
    const folder = new ModuleFolder();
    const { key, cert } = selfSignedCertificate("localhost", { addresses: ["127.0.0.1"] });
    folder.project.write("host.pem", cert);
    folder.project.write("host.key", key);
    folder.list([{ name: "client-certificate", image: "%WSMANOR_PLUGINS%/client-certificate-module" }, folder.write("keys", `defineHttpModule({
      declaration: { name: "keys", sdkVersion: 1, notifications: ["beginRequest"] },
      register: () => ({ getHttpModule: () => ({ onBeginRequest(context) {
        const { sslInfo } = context.getRequest().getRawHttpRequest();
        context.getResponse().setHeader("X-Keys", [sslInfo.serverCertKeySize, sslInfo.connectionKeySize, sslInfo.serverCertSubject, context.getServerVariable("HTTPS").value].join(" "));
        return RQ_NOTIFICATION_CONTINUE;
      } }) }),
    })`)], '<binding protocol="https" bindingInformation="127.0.0.1:0:" certificateFile="host.pem" keyFile="host.key"/>');
    const running = await folder.start();
    try {
      const { port } = new URL(running.url("/"));
      const [status, keys] = await new Promise<readonly unknown[]>((resolve, reject) => {
        request({ host: "127.0.0.1", port, method: "POST", path: "/wsman?a=1", ca: cert, agent: false }, (answer) => {
          answer.resume();
          resolve([answer.statusCode, answer.headers["x-keys"]]);
        }).on("error", reject).end();
      });
      assert.equal(status, 401);
      assert.match(String(keys), /^256 (?:128|256) CN=localhost on$/u);
      const told = (): readonly Readonly<Record<string, unknown>>[] => running.lines().filter(({ message }) => /^(?:request counted|negotiateClientCertificate failed|no client certificate)$/u.test(String(message)));
      await until(() => told().length > 1);
      const lines = told();
      const url = `https://127.0.0.1:${port}/wsman?a=1`;
      assert.deepEqual([lines[0]!["message"], lines[0]!["count"], lines[0]!["url"]], ["request counted", 1, url]);
      assert.notEqual(lines[1]!["message"], "request counted");
    } finally {
      await running.host.stop();
      folder.remove();
    }
  });
});

describe("the bundled example module where bindings ask late", { skip: opensslMissing() }, () => {
  let authority: CertificateAuthority;
  let running: HostWithModules;
  const folder = new ModuleFolder();
  before(async () => {
    authority = new CertificateAuthority("authority");
    const server = authority.issue({ subject: "/CN=localhost", extensions: forServers });
    folder.project.write("host.pem", server.cert);
    folder.project.write("host.key", server.key);
    folder.project.write("issuers.pem", authority.own.cert);
    folder.list([{ name: "client-certificate", image: "%WSMANOR_PLUGINS%/client-certificate-module" }], '<binding protocol="https" bindingInformation="127.0.0.1:0:" certificateFile="host.pem" keyFile="host.key" trustedIssuersFile="issuers.pem" clientCertificate="late"/>');
    running = await folder.start();
  });
  after(async () => {
    await running.host.stop();
    folder.remove();
    authority.remove();
  });

  /** Posts over one connection. @returns status codes */
  async function post(client: Partial<IssuedCertificate>, maxVersion: "TLSv1.2" | "TLSv1.3", sizes: readonly number[]): Promise<readonly number[]> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, maxVersion, ca: authority.own.cert, ...(client.cert === undefined ? {} : { cert: client.cert, key: client.key }) });
    const { port } = new URL(running.url("/"));
    const statuses: number[] = [];
    for (const size of sizes) {
      statuses.push(await new Promise<number>((resolve, reject) => {
        request({ host: "127.0.0.1", port, method: "POST", path: "/wsman", agent }, (answer) => answer.resume().on("end", () => resolve(answer.statusCode!))).on("error", reject).end("x".repeat(size));
      }));
    }
    agent.destroy();
    return statuses;
  }
  const told = async (message: string, count: number): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const lines = (): readonly Readonly<Record<string, unknown>>[] => running.lines().filter((line) => line["message"] === message);
    await until(() => lines().length >= count);
    return lines();
  };

  it("logs size and CRC-32 of the certificate that the client shows in the middle of the connection", async () => {
    const client = authority.issue({ subject: "/O=Example/CN=alice" });
    const der = Buffer.from(client.cert.replaceAll(/-----[A-Z ]+-----|\s/gu, ""), "base64");
    assert.deepEqual(await post(client, "TLSv1.2", [0, 40_000, 100]), [401, 401, 401]);
    for (const line of await told("client certificate", 3)) assert.deepEqual([line["size"], line["crc32"], line["flags"]], [der.length, crc32(der), "0x00000000"]);
  });

  it("says that there is none, that TLS 1.3 cannot ask, and ends a body that is too large with 413", async () => {
    assert.deepEqual(await post({}, "TLSv1.2", [100]), [401]);
    await told("no client certificate", 1);
    assert.deepEqual(await post({}, "TLSv1.3", [100]), [401]);
    assert.equal((await told("negotiateClientCertificate failed", 1))[0]!["hresult"], "0x80070032");
    assert.deepEqual(await post({}, "TLSv1.2", [60_000]), [413]);
  });
});

describe("a reload with HTTP modules", () => {
  let folder: ModuleFolder;
  let running: HostWithModules;
  afterEach(async () => {
    await running.host.stop();
    folder.remove();
  });
  const versionOf = async (answer: Promise<Response>): Promise<string | null> => (await answer).headers.get("x-modules");
  const ask = (): Promise<Response> => fetch(running.url("/wsman"), { method: "POST", headers: { authorization: running.authorization } });

  it("lets a request that is pending end on the module it began with, then terminates that one", async () => {
    folder = new ModuleFolder();
    const file = join(folder.path, "go-on");
    const waiting = join(folder.path, "waiting");
    const wait = `if (context.getRequest().getHeader("X-Wait") !== undefined) {
      const { existsSync, writeFileSync } = await import("node:fs");
      writeFileSync(${JSON.stringify(waiting)}, "");
      const look = () => existsSync(${JSON.stringify(file)}) ? context.indicateCompletion(RQ_NOTIFICATION_CONTINUE) : setTimeout(look, 5);
      look();
      return RQ_NOTIFICATION_PENDING;
    }`;
    folder.list([folder.write("versioned", telling("versioned", "1", wait))]);
    running = await folder.start();
    const pending = versionOf(fetch(running.url("/wsman"), { method: "POST", headers: { authorization: running.authorization, "x-wait": "1" } }));
    await until(() => existsSync(waiting));
    folder.write("versioned", telling("versioned", "2", wait));
    assert.deepEqual(await running.host.reload(), { kind: "swapped", diagnostics: [] });
    assert.equal(await versionOf(ask()), "versioned 2");
    const terminated = (): unknown[] => running.lines().filter(({ message }) => message === "terminated").map(({ version }) => version);
    assert.deepEqual(terminated(), []);
    writeFileSync(file, "");
    assert.equal(await pending, "versioned 1");
    await until(() => terminated().length === 1);
    assert.deepEqual(terminated(), ["1"]);
  });

  it("is refused when a module cannot be used, and everything stays as it was", async () => {
    folder = new ModuleFolder();
    folder.list([folder.write("versioned", telling("versioned", "1"))]);
    running = await folder.start();
    folder.write("versioned", telling("another", "2"));
    const outcome = await running.host.reload();
    assert.equal(outcome.kind, "refused");
    assert.match(JSON.stringify(outcome), /module-name-differs/u);
    assert.equal(await versionOf(ask()), "versioned 1");
    assert.deepEqual(await running.host.reload().then(({ kind }) => kind), "refused");
    folder.write("versioned", telling("versioned", "1"));
    assert.equal((await running.host.reload()).kind, "unchanged");
  });
});

describe("HTTP modules that cannot be used", () => {
  const ok = { name: "fine", image: "modules/fine.js" };
  const table: readonly (readonly [title: string, text: string | undefined, rule: string, said: RegExp])[] = [
    ["a file that is not there", undefined, "module-not-found", /there is no file or directory .*given\.js/u],
    ["one that is no module", `{ kind: "operation-plugin" }`, "module-shape", /its file exports an operation-plugin/u],
    ["one that exports nothing of the kind", `7`, "module-shape", /its file exports no HTTP module/u],
    ["another SDK version", telling("given", "1").replace("sdkVersion: 1", "sdkVersion: 2"), "module-sdk-version", /written for SDK version 2; this host speaks version 1/u],
    ["another name", telling("other", "1"), "module-name-differs", /declares the name "other"/u],
    ["a notification that does not exist", telling("given", "1").replace('["beginRequest"]', '["onBeginRequest"]'), "module-unknown-notification", /"onBeginRequest", which does not exist/u],
    ["no notification", telling("given", "1").replace('["beginRequest"]', "[]"), "module-shape", /notifications is not a list that names one/u],
    ["a priority for nothing", telling("given", "1").replace('["beginRequest"]', '["beginRequest"], priorities: { endRequest: "LAST" }'), "module-shape", /priorities has "endRequest"/u],
    ["a priority that does not exist", telling("given", "1").replace('["beginRequest"]', '["beginRequest"], priorities: { beginRequest: "TOP" }'), "module-shape", /the priority of beginRequest is "TOP"/u],
    ["a registration that throws", telling("given", "1").replace("return {", 'throw new Error("no luck"); return {'), "module-start-failed", /registering failed: Error: no luck/u],
    ["a registration that gives nothing", telling("given", "1").replace("return {", "return undefined; ({").replace("};\n  },", "});\n  },"), "module-shape", /register gave no factory/u],
    ["one that cannot be loaded", `(() => { throw new Error("broken"); })()`, "module-not-loadable", /failed: Error: broken/u],
  ];
  for (const [title, text, rule, said] of table) {
    it(title, async () => {
      const folder = new ModuleFolder();
      folder.write("fine", telling("fine", "1"));
      if (text !== undefined) folder.write("given", text);
      folder.list([ok, { name: "given", image: "modules/given.js" }]);
      const running = await folder.start();
      try {
        await until(() => running.lines().some((each) => each["rule"] === rule));
        const line = running.lines().find((each) => each["rule"] === rule)!;
        assert.match(String(line["message"]), said);
        assert.match(String(line["message"]), /module "given"/u);
        assert.match(JSON.stringify(line), /applicationHost\.config/u);
        const broken = await askWsman(running.url("/wsman"), running.authorization, config);
        assert.deepEqual([broken.status, broken.code], [500, 2150859155]);
        assert.equal((await askWsman(running.url("/other"), running.authorization, config)).status, 200);
        await until(() => running.lines().some(({ message, module }) => message === "terminated" && module === "fine"));
      } finally {
        await running.host.stop();
        folder.remove();
      }
    });
  }

  it("are all told by validate, each with Windows' number, what, where and what to do", async () => {
    const folder = new ModuleFolder();
    folder.write("second", telling("other", "1"));
    folder.list([{ name: "missing", image: "modules/missing.js" }, { name: "second", image: "modules/second.js" }]);
    const { status, stdout, stderr } = await runCommand(["validate", "--config", folder.path], { cwd: folder.path });
    const text = stdout + stderr;
    assert.equal(status, 2, text);
    assert.match(text, /applicationHost\.config:\d+:\d+ +error +module-not-found +module "missing": there is no file or directory/u);
    assert.match(text, /0x8007007e/iu);
    assert.match(text, /Correct its image in system\.webServer\/globalModules/u);
    assert.match(text, /module "second": its file declares the name "other"/u);
    folder.list([folder.write("fine", telling("fine", "1"))]);
    assert.equal((await runCommand(["validate", "--config", folder.path], { cwd: folder.path })).status, 0);
    rmSync(folder.path, { recursive: true });
  });
});
