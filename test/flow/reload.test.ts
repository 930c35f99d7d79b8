import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { connect } from "node:tls";
import { after, afterEach, before, describe, it } from "node:test";
import { createHost, createMiddleware, type RunningHost } from "wsmanor";
import { basic } from "../support/basic.js";
import { runCommand } from "../support/command.js";
import { freePort } from "../support/free-port.js";
import { itemCount, ReloadFolder } from "../support/reload-folder.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { startRunningHost, type RunningHost as HostProcess } from "../support/running-host.js";
import { until } from "../support/until.js";
import { contextIn, WsmanSession } from "../support/wsman-session.js";

const uri = "urn:test:versioned";
const http = '<binding protocol="http" bindingInformation="127.0.0.1:0:"/>';
const versionIn = (text: string): string | undefined => /Thing[^>]*>([^<]+)</u.exec(text)?.[1];

describe("a reload", () => {
  let folder: ReloadFolder;
  let host: RunningHost;
  let authorization: string;
  const sessions: WsmanSession[] = [];
  const session = (url = host.urls.find((each) => each.endsWith("/wsman"))!): WsmanSession => {
    const opened = new WsmanSession(url, authorization);
    sessions.push(opened);
    return opened;
  };
  const begin = async (version: Parameters<ReloadFolder["write"]>[0]): Promise<void> => {
    folder = new ReloadFolder();
    folder.write(version);
    host = await createHost({ config: folder.path, state: folder.state, log: new PassThrough().resume() });
    authorization = basic(host.firstRun!.user, host.firstRun!.password);
  };
  afterEach(async () => {
    for (const each of sessions.splice(0)) each.close();
    await host.stop();
    folder.remove();
  });
  const life = (): string[] => readFileSync(join(folder.path, "wsman", "life"), "utf8").trim().split("\n");

  it("starts the new plug-ins first, lets what runs end on the old ones, shuts those down as recycled", async () => {
    await begin({ version: "one", bindings: http });
    const file = join(folder.path, "go-on");
    const slow = session().get(uri, { Until: file });
    const status = async (): Promise<{ readonly applications: readonly { readonly requestsInFlight: number }[]; readonly configuration: Readonly<Record<string, unknown>> }> =>
      (await fetch(new URL("/status", host.urls[0]), { headers: { authorization } })).json() as never;
    while ((await status()).applications[0]!.requestsInFlight === 0);
    folder.write({ version: "two", bindings: http });
    assert.deepEqual(await host.reload(), { kind: "swapped", diagnostics: [] });
    assert.equal(versionIn((await session().get(uri)).text), "two");
    assert.deepEqual(life(), ["one started request", "two started request"], "the old one still works");
    assert.deepEqual((await status()).configuration, { path: join(folder.path, "applicationHost.config"), generation: 2, draining: 1 });
    writeFileSync(file, "");
    const answer = await slow;
    assert.deepEqual([answer.status, versionIn(answer.text)], [200, "one"]);
    await until(() => life().includes("one shut down iis-host"));
    assert.equal((await status()).configuration["draining"], 0);
    assert.deepEqual(await host.reload(), { kind: "unchanged" });
    assert.equal(life().length, 3, "nothing is started for nothing");
  });

  it("does not hurt who is in the middle of an enumeration, through several of them", async () => {
    await begin({ version: "one", bindings: http });
    const client = session();
    let context = contextIn(await client.enumerate(uri));
    const items: string[] = [];
    for (let at = 2; context !== undefined; at++) {
      folder.write({ version: `v${at}`, bindings: http });
      assert.equal((await host.reload()).kind, "swapped");
      const answer = await client.pull(uri, context, 5);
      assert.equal(answer.status, 200, answer.text);
      items.push(...[...answer.text.matchAll(/Thing[^>]*>([^<]+)</gu)].map(([, version]) => version!));
      context = contextIn(answer);
    }
    assert.deepEqual(items, Array<string>(itemCount).fill("one"));
    await until(() => life().includes("one shut down iis-host"));
  });

  it("ends enumerations of the old configuration at its drain limit, and says so", async () => {
    await begin({ version: "one", bindings: http, drain: "00:00:01" });
    const client = session();
    const context = contextIn(await client.enumerate(uri))!;
    folder.write({ version: "two", bindings: http });
    await host.reload();
    await until(() => life().includes("one shut down iis-host"));
    const late = await client.pull(uri, context, 5);
    assert.equal(late.status, 500);
    assert.match(late.text, /InvalidEnumerationContext/u);
    assert.equal(versionIn((await client.get(uri)).text), "two");
  });

  it("is no way around the system's quota", async () => {
    const limited = { bindings: http, operations: 'QuotaSystemWindowOperations="4" QuotaSystemWindowSeconds="3600"' };
    await begin({ version: "one", ...limited });
    const client = session();
    const ask = async (): Promise<number> => (await client.get(uri)).status;
    assert.deepEqual([await ask(), await ask(), await ask()], [200, 200, 200]);
    folder.write({ version: "two", ...limited });
    assert.equal((await host.reload()).kind, "swapped");
    assert.deepEqual([await ask(), await ask()], [200, 500]);
    folder.write({ version: "three", bindings: http, operations: 'QuotaSystemWindowOperations="5" QuotaSystemWindowSeconds="3600"' });
    assert.equal((await host.reload()).kind, "swapped");
    assert.deepEqual([await ask(), await ask()], [200, 500], "a larger one gives what it is larger by");
  });

  it("keeps counting wrong passwords", async () => {
    await begin({ version: "one", bindings: http });
    const right = session();
    assert.equal((await right.get(uri)).status, 200);
    const { authorization: own } = right;
    authorization = basic("admin", "wrong");
    for (let attempt = 0; attempt < 10; attempt++) assert.equal((await session().get(uri)).status, 401);
    folder.write({ version: "two", bindings: http });
    assert.equal((await host.reload()).kind, "swapped");
    // An eleventh is refused unseen, also the right one of another account; credentials that were right before go on.
    await runCommand(["user", "add", "other", "--password-file", "-", "--state", folder.state], { input: "a long other password\n" });
    authorization = basic("other", "a long other password");
    assert.equal((await session().get(uri)).status, 401);
    authorization = own;
    assert.equal((await session().get(uri)).status, 200);
  });

  it("keeps connections of sockets that stay, opens new ones, closes those that go", async () => {
    const [stays, goes, comes] = [await freePort(), await freePort(), await freePort()];
    const at = (...ports: readonly number[]): string => ports.map((port) => `<binding protocol="http" bindingInformation="127.0.0.1:${port}:"/>`).join("");
    await begin({ version: "one", bindings: at(stays, goes) });
    const url = (port: number): string => `http://127.0.0.1:${port}/wsman`;
    const [kept, lost] = [session(url(stays)), session(url(goes))];
    assert.deepEqual([(await kept.get(uri)).status, (await lost.get(uri)).status], [200, 200]);
    const { connection } = kept;
    assert.notEqual(connection, undefined);
    const file = join(folder.path, "go-on");
    const last = session(url(goes)).get(uri, { Until: file });
    const connections = async (): Promise<{ readonly listeners: { readonly connections: number }; readonly applications: readonly { readonly requestsInFlight: number }[] }> =>
      (await fetch(`http://127.0.0.1:${stays}/status`, { headers: { authorization } })).json() as never;
    while ((await connections()).applications[0]!.requestsInFlight === 0);
    folder.write({ version: "two", bindings: at(comes, stays) });
    assert.equal((await host.reload()).kind, "swapped");
    assert.deepEqual(host.urls, [url(comes), url(stays), `http://127.0.0.1:${comes}/`, `http://127.0.0.1:${stays}/`]);
    assert.deepEqual((JSON.parse(readFileSync(join(folder.state, "host.json"), "utf8")) as { urls: unknown }).urls, host.urls);
    for (const client of [kept, session(url(comes))]) assert.equal(versionIn((await client.get(uri)).text), "two");
    assert.equal(kept.connection, connection);
    await assert.rejects(lost.get(uri), /ECONNREFUSED|ECONNRESET|socket hang up/u);
    writeFileSync(file, "");
    const answer = await last;
    assert.deepEqual([versionIn(answer.text), answer.headers["connection"]], ["one", "close"]);
  });

  it("takes other certificates without closing a connection", async () => {
    const [one, two] = [selfSignedCertificate("one"), selfSignedCertificate("two")];
    const port = await freePort();
    const version = (name: string): Parameters<ReloadFolder["write"]>[0] => ({ version: name, bindings: `<binding protocol="https" bindingInformation="127.0.0.1:${port}:" certificateFile="server.pem" keyFile="server.key"/>` });
    folder = new ReloadFolder();
    folder.put("server.pem", one.cert);
    folder.put("server.key", one.key);
    folder.write(version("v"));
    host = await createHost({ config: folder.path, state: folder.state, log: new PassThrough().resume() });
    authorization = basic(host.firstRun!.user, host.firstRun!.password);
    const shown = (): Promise<string> => new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
        resolve(String(socket.getPeerCertificate().subject.CN));
        socket.destroy();
      });
      socket.once("error", reject);
    });
    const client = session();
    assert.equal((await client.get(uri)).status, 200);
    const { connection } = client;
    assert.notEqual(connection, undefined);
    folder.put("server.pem", two.cert);
    const refused = await host.reload();
    assert.deepEqual([refused.kind, "diagnostics" in refused && refused.diagnostics[0]!.rule], ["refused", "certificate-unusable"]);
    assert.equal(await shown(), "one");
    folder.put("server.key", two.key);
    assert.equal((await host.reload()).kind, "swapped", "the configuration itself has not changed");
    assert.equal(await shown(), "two");
    assert.equal((await client.get(uri)).status, 200);
    assert.equal(client.connection, connection);
  });

  it("loads a plug-in whose files have changed, and what it imports", async () => {
    await begin({ version: "one", bindings: http });
    folder.put("wsman/text.mjs", 'export const text = "old";');
    folder.put("wsman/fresh.mjs", 'import { text } from "./text.mjs"; export default { kind: "operation-plugin", declaration: { name: "f", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: () => `<f:Thing xmlns:f="urn:f">${text}</f:Thing>` } };');
    folder.write({ version: "one", bindings: http, plugins: '<Plugin Name="fresh" Filename="fresh.mjs" SDKVersion="1" XmlRenderingType="text"><Resources><Resource ResourceUri="urn:f"><Capability Type="Get"/></Resource></Resources></Plugin>' });
    assert.equal((await host.reload()).kind, "swapped");
    const told = async (): Promise<string | undefined> => versionIn((await session().get("urn:f")).text);
    assert.equal(await told(), "old");
    folder.put("wsman/text.mjs", 'export const text = "new";');
    assert.equal((await host.reload()).kind, "swapped");
    assert.equal(await told(), "new");
    folder.put("wsman/text.mjs", "export const text = ;");
    const refused = await host.reload();
    assert.ok(refused.kind === "refused" && refused.diagnostics[0]!.rule === "plugin-not-loadable", JSON.stringify(refused));
    assert.equal(await told(), "new");
  });

  it("undoes everything of a configuration that it refuses", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => taken.listen(0, "127.0.0.1", () => resolve((taken.address() as AddressInfo).port)));
    const free = await freePort();
    await begin({ version: "one", bindings: http });
    const binding = (own: number): string => `<binding protocol="http" bindingInformation="127.0.0.1:${own}:"/>`;
    folder.write({ version: "two", bindings: http + binding(free) + binding(port) });
    const refused = await host.reload();
    taken.close();
    assert.equal(refused.kind, "refused");
    assert.match("diagnostics" in refused ? refused.diagnostics[0]!.message : "", new RegExp(`127\\.0\\.0\\.1:${port} cannot be opened: another program listens there`, "u"));
    assert.deepEqual(life(), ["one started request", "two started request", "two shut down iis-host"]);
    await assert.rejects(fetch(`http://127.0.0.1:${free}/livez`));
    assert.equal(versionIn((await session().get(uri)).text), "one");
    folder.write({ version: "one", bindings: http });
    assert.deepEqual(await host.reload(), { kind: "unchanged" });
  });

  it("says that a port cannot change its protocol or address under itself", async () => {
    const port = await freePort();
    await begin({ version: "one", bindings: `<binding protocol="http" bindingInformation="127.0.0.1:${port}:"/>` });
    folder.write({ version: "two", bindings: `<binding protocol="http" bindingInformation="*:${port}:"/>` });
    const refused = await host.reload();
    assert.match("diagnostics" in refused ? refused.diagnostics[0]!.message : "", /where this host listens now: a port changes its address or protocol with a restart/u);
  });

  it("is refused once the host stops, and a stop in the midst of one ends cleanly", async () => {
    await begin({ version: "one", bindings: http });
    folder.put("wsman/late.mjs", `import { existsSync } from "node:fs"; export default { kind: "operation-plugin", declaration: { name: "l", sdkVersion: 1, capabilities: ["Get"] }, startup: async () => {
      (await import("node:fs")).writeFileSync(${JSON.stringify(join(folder.path, "starting"))}, "");
      while (!existsSync(${JSON.stringify(join(folder.path, "go-on"))})) await new Promise((later) => setTimeout(later, 5));
      return { get: () => "<x/>" };
    } };`);
    folder.write({ version: "two", bindings: http, plugins: '<Plugin Name="late" Filename="late.mjs" SDKVersion="1" XmlRenderingType="text"><Resources><Resource ResourceUri="urn:l"><Capability Type="Get"/></Resource></Resources></Plugin>' });
    const reloading = host.reload();
    await until(() => existsSync(join(folder.path, "starting")));
    const stopping = host.stop();
    writeFileSync(join(folder.path, "go-on"), "");
    const stopped = { kind: "refused", diagnostics: [{ severity: "error", rule: "host-stopping", message: "The host is stopping." }] };
    assert.deepEqual(await reloading, stopped);
    await stopping;
    assert.deepEqual(await host.reload(), stopped);
    assert.deepEqual(life().sort(), ["one shut down service", "one started request", "two shut down iis-host", "two started request"]);
  });

  it("works behind somebody else's server as well", async () => {
    await begin({ version: "one", bindings: http });
    const state = join(folder.path, "other-state");
    const embedded = await createMiddleware({ config: folder.path, state, log: new PassThrough().resume() });
    const server = createServer((request, response) => embedded.middleware(request, response, () => response.writeHead(404).end()));
    const port = await new Promise<number>((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));
    authorization = basic(embedded.firstRun!.user, embedded.firstRun!.password);
    const client = session(`http://127.0.0.1:${port}/wsman`);
    assert.equal(versionIn((await client.get(uri)).text), "one");
    folder.write({ version: "two", bindings: http });
    assert.equal((await embedded.reload()).kind, "swapped");
    assert.deepEqual([versionIn((await client.get(uri)).text), embedded.paths], ["two", ["/wsman"]]);
    client.close();
    server.close();
    await embedded.stop();
  });
});

describe("wsmanor reload", () => {
  let folder: ReloadFolder;
  let host: HostProcess;
  before(async () => {
    folder = new ReloadFolder();
    folder.write({ version: "one", bindings: http });
    host = await startRunningHost({ config: folder.path });
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    folder.remove();
  });
  const version = async (): Promise<string | undefined> => {
    const client = new WsmanSession(host.urls[0]!, host.authorization);
    const answer = await client.get(uri);
    client.close();
    return versionIn(answer.text);
  };
  const reload = (...words: readonly string[]): ReturnType<typeof runCommand> => runCommand(["reload", "--state", host.state, ...words]);

  it("says what came of it, with exit codes", async () => {
    const same = await reload();
    assert.deepEqual([same.status, same.stdout, same.stderr], [0, "Nothing has changed; there was nothing to reload.\n", ""]);
    folder.write({ version: "two", bindings: http });
    const done = await reload();
    assert.deepEqual([done.status, done.stdout, done.stderr], [0, "Reloaded.\n", ""]);
    assert.equal(await version(), "two");
    folder.write({ version: "three", bindings: http, operations: 'MaxEnvelopSizeKB="500"' });
    const refused = await reload();
    assert.deepEqual([refused.status, refused.stdout], [2, ""]);
    assert.match(refused.stderr, /web\.config:3:\d+ {2}error[\s\S]*Did you mean MaxEnvelopeSizeKB\?[\s\S]*\nThe configuration was refused; the host goes on with the one before\.\n$/u);
    const json = await reload("--json");
    const { outcome, diagnostics } = JSON.parse(json.stdout) as { readonly outcome: string; readonly diagnostics: readonly { readonly didYouMean?: string }[] };
    assert.deepEqual([json.status, outcome, diagnostics[0]!.didYouMean], [2, "refused", "MaxEnvelopeSizeKB"]);
    assert.equal(await version(), "two");
    await until(() => host.log().includes("the reload was refused; the configuration before goes on serving"));
    assert.match(readFileSync(join(host.state, "audit.log"), "utf8"), /"user":"\.local","operation":"POST","action":"","resourceUri":"\/reload","allowed":true/u);
  });

  it("is what SIGHUP does", async () => {
    folder.write({ version: "hup", bindings: http });
    process.kill((JSON.parse(readFileSync(join(host.state, "host.json"), "utf8")) as { readonly pid: number }).pid, "SIGHUP");
    await until(() => host.log().split('"reloaded"').length === 3);
    assert.equal(await version(), "hup");
  });

  it("complains where there is no host, or none that can be asked", async () => {
    const none = await runCommand(["reload", "--state", join(folder.path, "nowhere")]);
    assert.equal(none.status, 1);
    assert.match(none.stderr, /No host is running here/u);
    const file = join(host.state, "host.json");
    const text = readFileSync(file, "utf8");
    try {
      writeFileSync(file, JSON.stringify({ ...(JSON.parse(text) as object), administration: [] }));
      const silent = await reload();
      assert.equal(silent.status, 1);
      assert.match(silent.stderr, /has no administration application on this machine's loopback; send its process SIGHUP instead \(kill -HUP \d+\)/u);
    } finally {
      writeFileSync(file, text);
    }
  });
});
