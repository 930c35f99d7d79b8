import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openUsers } from "../../src/host/manage-users.js";
import { basic } from "../support/basic.js";
import { freePort } from "../support/free-port.js";
import { HttpExchange, field } from "../support/http-exchange.js";
import { sendPlain } from "../support/plain-request.js";
import { projectRoot } from "../support/project-root.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { until } from "../support/until.js";
import { localAuthorization, startProcess, type StartedProcess } from "../support/started-host.js";

const registry = "urn:wsmanor:registry";
const token = "b3b0c2f4-5d0e-4c19-8f6b-000000000001";
const password = "correct horse battery";
const authorization = basic("tester", password);
const get = soapEnvelope({ action: actions.get, resourceUri: registry, selectors: { Key: "" } });

/** What ANCM adds to each request. */
const fromIis = { "MS-ASPNETCORE-TOKEN": token, "X-Forwarded-For": "203.0.113.9:4711", "X-Forwarded-Proto": "https", "Content-Type": "application/soap+xml;charset=UTF-8" };

const onSocket = (socketPath: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const outgoing = request({ socketPath, path: "/wsman", method: "POST", headers: { Host: "outside", "Content-Length": String(Buffer.byteLength(get)), ...headers } }, (incoming) => incoming.resume().on("end", () => resolve(incoming.statusCode!)));
    outgoing.on("error", reject).end(get);
  });

describe("a host that IIS has started", () => {
  let root = "";
  let count = 0;
  const running: StartedProcess[] = [];
  before(() => (root = mkdtempSync(join(tmpdir(), "wsmanor-iis-"))));
  after(async () => {
    for (const { process: child, ended } of running) {
      child.kill("SIGKILL");
      await ended;
    }
    rmSync(root, { recursive: true });
  });

  /** The sample for HttpPlatformHandler, with another <proxy> and free ports. */
  async function start(proxy: string, env: NodeJS.ProcessEnv, farm = ""): Promise<StartedProcess & { readonly state: string; readonly direct: number }> {
    const folder = join(root, `host${++count}`);
    cpSync(join(projectRoot, "config", "examples", "iis-http-platform-handler"), folder, { recursive: true });
    const file = join(folder, "applicationHost.config");
    const direct = await freePort();
    const text = readFileSync(file, "utf8").replace(/<proxy [^>]*>/u, proxy).replace("127.0.0.1:5985:", `127.0.0.1:${direct}:`).replace("</pluginDirectories>", `$&${farm}`);
    writeFileSync(file, text);
    const state = join(folder, "state");
    await (await openUsers(state)).add("tester", password, { administrator: true });
    const host = startProcess(state, { args: ["--config", folder, "--port-from-environment", "--json"], env });
    running.push(host);
    return { ...host, state, direct };
  }

  it("listens on loopback where ASPNETCORE_PORT says, wants the token, tells the path that IIS has, and ends when IIS says so", async () => {
    const port = await freePort();
    const host = await start('<proxy kind="ancm"/>', { ASPNETCORE_PORT: String(port), ASPNETCORE_TOKEN: token, ASPNETCORE_APPL_PATH: "/manor" });
    await host.ready();
    assert.deepEqual((JSON.parse(host.stdout().split("\n")[0]!) as { from: unknown }).from, { ASPNETCORE_PORT: String(port) });
    const url = `http://127.0.0.1:${port}/manor/wsman`;
    const send = (headers: Readonly<Record<string, string>>, body = get, address = url) => sendPlain(address, { body, headers: { ...fromIis, ...headers } });
    assert.deepEqual([(await send({})).status, (await send({ Authorization: authorization })).status, (await send({ Authorization: authorization, "MS-ASPNETCORE-TOKEN": "wrong" })).status], [401, 200, 400]);
    assert.equal((await send({ Authorization: authorization, "X-Forwarded-Proto": "http" })).status, 401, "in clear from elsewhere");
    const addressed = get.replace("http://localhost/wsman", "https://outside.example/manor/wsman");
    assert.equal((await send({ Authorization: authorization, Host: "outside.example" }, addressed)).status, 200, "To as the client knows the host");

    const status = await sendPlain(`http://127.0.0.1:${host.direct}/status`, { method: "GET", headers: { Authorization: localAuthorization(host.state), "X-ARR-ClientCert": "spoofed" } });
    const { listeners } = JSON.parse(status.text) as { readonly listeners: Record<string, number> };
    assert.deepEqual([listeners["refusedProxyRequests"], listeners["deletedIdentityFields"]], [1, 1]);

    const event = { "MS-ASPNETCORE-EVENT": "shutdown" };
    assert.equal((await send({ ...event, "MS-ASPNETCORE-TOKEN": "wrong" }, "", `http://127.0.0.1:${port}/iisintegration`)).status, 400);
    assert.equal((await send({ Authorization: authorization })).status, 200, "still there");
    assert.equal((await send(event, "", `http://127.0.0.1:${port}/iisintegration`)).status, 202);
    assert.equal(await host.ended, 0);
    assert.ok(!host.stderr().includes(token) && !host.stdout().includes(token), "the token is never told");
    assert.match(host.stderr(), /IIS asks the host to stop/u);
  });

  it("listens on the pipe or Unix socket that PORT names, for its own account only", { skip: process.platform === "win32" && "Windows has pipes" }, async () => {
    const path = join(root, "front");
    const host = await start('<proxy kind="iisnode"/>', { PORT: path });
    await host.ready();
    assert.equal((statSync(path).mode & 0o777).toString(8), "600");
    const said = { "Content-Type": "application/soap+xml;charset=UTF-8", "X-iisnode-REMOTE_ADDR": "203.0.113.9", Authorization: authorization };
    assert.deepEqual([await onSocket(path, { ...said, "X-iisnode-HTTPS": "on" }), await onSocket(path, said), await onSocket(path, { ...said, "X-Forwarded-Proto": "https" })], [200, 401, 401]);
    host.process.kill("SIGTERM");
    assert.deepEqual([await host.ended, existsSync(path)], [0, false]);
    assert.match(host.stderr(), /"client":"203\.0\.113\.9"/u);
  });

  it("does not start where no binding says what is in front", async () => {
    const host = await start("", { PORT: String(await freePort()) });
    assert.equal(await host.ended, 1);
    assert.match(host.stderr(), /no binding in .* declares one/u);
  });

  it("takes over another token with a reload, and the old one is worth nothing then", { skip: process.platform === "win32" && "Windows has no SIGHUP" }, async () => {
    const port = await freePort();
    const host = await start('<proxy kind="nginx" tokenHeader="X-Pairing" tokenFile="for-trying-out.token"/>', { PORT: String(port) });
    await host.ready();
    const file = join(host.state, "..", "for-trying-out.token");
    const before = readFileSync(file, "utf8").trim();
    const ask = async (value: string): Promise<number> => (await sendPlain(`http://127.0.0.1:${port}/wsman`, { body: get, headers: { ...fromIis, Authorization: authorization, "X-Pairing": value } })).status;
    assert.deepEqual([await ask(before), await ask(token)], [200, 400]);
    writeFileSync(file, token);
    host.process.kill("SIGHUP");
    await until(() => host.stderr().includes('"message":"reloaded"'));
    assert.deepEqual([await ask(before), await ask(token)], [400, 200]);
    writeFileSync(file, "short");
    host.process.kill("SIGHUP");
    await until(() => host.stderr().includes("the reload was refused"));
    assert.match(host.stderr(), /shorter than 16 characters/u);
    assert.equal(await ask(token), 200);
    assert.ok(!host.stderr().includes(before) && !host.stderr().includes(token));
    host.process.kill("SIGTERM");
    assert.equal(await host.ended, 0);
  });

  it("as a member of a farm sets its cookie for the path that the client knows", async () => {
    const port = await freePort();
    const host = await start('<proxy kind="nginx" pathPrefix="/manor"/>', { PORT: String(port) }, '<farm node="n1" nodes="n1, n2"/>');
    await host.ready();
    const answer = await HttpExchange.post(`http://127.0.0.1:${port}/wsman`, get, { ...fromIis, Authorization: authorization });
    assert.deepEqual([answer.status, field(answer, "Set-Cookie")], [200, "MS-WSMAN=n1; Path=/manor/wsman; HttpOnly; SameSite=Strict; Secure"]);
    const stay = await HttpExchange.post(`http://127.0.0.1:${port}/wsman`, get, { ...fromIis, Authorization: authorization, Cookie: "MS-WSMAN=n1" });
    assert.deepEqual([stay.status, field(stay, "Set-Cookie")], [200, undefined]);
    host.process.kill("SIGTERM");
    assert.equal(await host.ended, 0);
  });
});
