import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { sendRaw } from "../support/raw-socket.js";
import { runCommand } from "../support/command.js";
import { pluginModule, writeConfiguration } from "../support/scratch-configuration.js";
import { post } from "../support/plain-request.js";
import { actions, soapEnvelope, type SoapMessage } from "../support/soap-envelope.js";
import { basic } from "../support/basic.js";
import { localAuthorization, startProcess, type StartedProcess } from "../support/started-host.js";
import { until } from "../support/until.js";

const registry = "urn:wsmanor:registry";
const enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
const value = (data: string): string => `<r:Value xmlns:r="${registry}"><r:Type>String</r:Type><r:Data>${data}</r:Data></r:Value>`;

describe("secrets", () => {
  let root = "";
  let state = "";
  let host: StartedProcess;
  let url = "";
  /** Each is sent once, somewhere; none may be found anywhere. */
  const canaries: string[] = [];
  const canary = (what: string): string => {
    canaries.push(`CANARY-${what}-${canaries.length}-7f3a`);
    return canaries.at(-1)!;
  };
  const encoded = (text: string): readonly string[] => [text, Buffer.from(text).toString("base64").slice(1, -4), encodeURIComponent(text)];

  before(async () => {
    root = mkdtempSync(join(tmpdir(), "wsmanor-secrets-"));
    state = join(root, "state");
    const plugin = (name: string, operations: string) => ({ name, resourceUri: `urn:${name}`, capabilities: ["Get", "Put"], module: pluginModule(name, ["Get", "Put"], operations) });
    const config = writeConfiguration(join(root, "config"), [{ name: "S", bindings: ["127.0.0.1:1:"], applications: {
      "/wsman": [],
      "/own": [plugin("Crashing", 'get: () => { setTimeout(() => { throw new Error("later"); }, 1); throw new Error("now"); }, put: () => ({ no: "element" })')],
    } }]);
    host = startProcess(state, { args: ["--config", config, "--port", "0", "--json", "--log-level", "debug"] });
    url = (await host.ready()).find((each) => each.endsWith("/wsman"))!;
  });
  after(async () => {
    host.process.kill("SIGKILL");
    await host.ended;
    rmSync(root, { recursive: true, force: true });
  });

  it("of every kind of request and failure stand in no log, no output and no file, but where the registry keeps what it was given", async () => {
    const authorization = localAuthorization(state);
    const send = (message: SoapMessage, more: Parameters<typeof post>[2] = {}, to = url) => post(to, soapEnvelope(message), { authorization, ...more });
    const own = url.replace("/wsman", "/own");
    const password = canary("password");
    const added = await runCommand(["user", "add", "carrier", "--password-file", "-", "--state", state], { input: `${password}\n` });
    assert.equal(added.status, 0);
    assert.equal((await send({ action: actions.get, resourceUri: registry, selectors: { Key: "" } }, { authorization: basic("carrier", password) })).status, 200);
    const refused = [basic("carrier", canary("wrong")), basic("nobody", canary("unknown")), `Basic ${canary("no-base64")}`, `Bearer ${canary("bearer")}`, canary("bare"), `Basic${canary("glued")}`,
      `Negotiate ${canary("negotiate")}`, `${canary("as-scheme")} x`, basic("carrier", `${canary("control")}\u0001`), basic("", canary("nameless"))];
    for (const header of refused) assert.equal((await send({ action: actions.get, resourceUri: registry }, { authorization: header })).status, 401, header);

    const body = canary("body");
    const stored = canary("stored");
    assert.equal((await send({ action: actions.create, resourceUri: registry, selectors: { Key: "Kept", Value: "v" }, body: value(stored) })).status, 200);
    const faults: readonly SoapMessage[] = [
      { action: actions.put, resourceUri: registry, selectors: { Key: "None", Value: "v" }, body: value(body) },
      { action: actions.put, resourceUri: registry, selectors: { Key: "Kept", Value: "v" }, body: `<x>${canary("schema")}</x>` },
      { action: actions.get, resourceUri: registry, selectors: { Key: canary("selector") } },
      { action: actions.get, resourceUri: registry, selectors: { [canary("selector-name")]: "x" } },
      { action: actions.delete, resourceUri: registry, selectors: { Key: canary("delete") } },
      { action: actions.get, resourceUri: registry, headers: `<w:OptionSet><w:Option Name="o" MustComply="true">${canary("option")}</w:Option></w:OptionSet>` },
      { action: `${registry}/Rename`, resourceUri: registry, selectors: { Key: "Kept" }, body: `<r:Rename_INPUT xmlns:r="${registry}"><r:NewName>${canary("input")}\\</r:NewName></r:Rename_INPUT>` },
      { action: actions.enumerate, resourceUri: registry, body: `<n:Enumerate xmlns:n="${enumeration}"><w:Filter Dialect="urn:none">${canary("filter")}</w:Filter></n:Enumerate>` },
      { action: actions.pull, resourceUri: registry, body: `<n:Pull xmlns:n="${enumeration}"><n:EnumerationContext>${canary("context")}</n:EnumerationContext></n:Pull>` },
      { action: actions.get, resourceUri: registry, headers: `<x:Token xmlns:x="urn:x" s:mustUnderstand="true">${canary("header")}</x:Token>` },
      { action: actions.get, resourceUri: registry, body: `<broken>${canary("malformed")}` },
    ];
    for (const message of faults) assert.equal((await send(message)).status, 500, soapEnvelope(message));
    for (const action of [actions.get, actions.put]) {
      const answer = await send({ action, resourceUri: "urn:Crashing", selectors: { Secret: canary("to-plugin") }, body: action === actions.put ? value(canary("to-plugin-body")) : "" }, {}, own);
      assert.match(answer.text, /provider="Crashing"/u);
    }
    await post(url, `<!DOCTYPE x [<!ENTITY e "${canary("entity")}">]><x>&e;</x>`, { authorization });
    await post(url, canary("no-xml"), { authorization });
    await post(`${url}?key=${canary("query")}`, soapEnvelope({ action: actions.get, resourceUri: registry }), { authorization, headers: { Cookie: canary("cookie"), "Content-Type": "text/plain" } });
    await post(url, `${canary("too-large")}${"x".repeat(600 * 1024)}`, { authorization }).catch(() => undefined);
    const { port } = new URL(url);
    await sendRaw(Number(port), `POST /wsman HTTP/1.1\r\nHost: a\r\nHost: b\r\nAuthorization: Basic ${canary("two-hosts")}\r\nContent-Length: 3\r\n\r\nabc`);
    await sendRaw(Number(port), `POST /wsman HTTP/1.1\r\nHost: a\r\nContent-Length: x${canary("bad-length")}\r\n\r\n`);
    await sendRaw(Number(port), `${canary("no-http")}\r\n\r\n`);
    const client = await runCommand(["get", "winrm/config", `-r:${url}`, "-a:Basic", "-u:carrier", `-p:${canary("command")}`, "--json"]);
    assert.equal(client.status, 1);

    // Lines are written in blocks: all of them are there when that of the last request is.
    await send({ action: actions.get, resourceUri: "urn:last" });
    await until(() => host.stderr().includes("the host goes on") && host.stderr().includes("urn:last"));
    const adminPassword = (JSON.parse(host.stdout().trim().split("\n")[1]!) as { password: string }).password;
    host.process.kill("SIGKILL");
    await host.ended;
    const places = new Map([["standard error", host.stderr()], ["standard output", host.stdout().replace(adminPassword, "")], ["the command", client.stdout + client.stderr + added.stdout + added.stderr]]);
    for (const name of readdirSync(state, { recursive: true, encoding: "utf8" })) if (statSync(join(state, name)).isFile()) places.set(name, readFileSync(join(state, name), "utf8"));
    assert.ok(places.has("audit.log") && places.has("users") && [...places.keys()].some((name) => name.endsWith("registry.json")));
    assert.ok(host.stderr().split("\n").length > 40, "there is a log to look at");
    for (const [place, text] of places) {
      for (const secret of [...canaries, adminPassword]) {
        if (secret === stored && place.endsWith("registry.json")) continue;
        for (const form of encoded(secret)) assert.ok(!text.includes(form), `${secret} stands in ${place}`);
      }
    }
  });
});
