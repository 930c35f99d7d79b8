import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openUsers } from "../../src/host/manage-users.js";
import { basic } from "../support/basic.js";
import { runCommand } from "../support/command.js";
import { testPlugin } from "../support/configured-host.js";
import { debianPackage } from "../support/debian.js";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { sendRaw } from "../support/raw-socket.js";
import { elsewhere } from "../support/redirecting-authorization.js";
import { runProgram } from "../support/run-program.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";

const python = "/usr/bin/python3";
const password = "correct horse battery";
const uri = "urn:wsmanor:registry";

let folder: HostFolder;
let host: RunningHost;
const state = mkdtempSync(join(tmpdir(), "wsmanor-redirect-"));

before(async () => {
  folder = makeHostFolder();
  const file = join(folder.path, "wsman", "web.config");
  writeFileSync(file, readFileSync(file, "utf8").replace("<OperationsPlugins>", `<AuthorizationPlugin Name="guide" Filename="${testPlugin("redirecting-authorization")}" SDKVersion="1"/><OperationsPlugins>`));
  await (await openUsers(state)).add("moved", password, { administrator: false });
  host = await startRunningHost({ config: folder.path, state });
});
after(async () => {
  await host.stop();
  folder.remove();
  rmSync(state, { recursive: true, force: true });
});

const raw = async (user: string): Promise<string> => {
  const body = soapEnvelope({ action: actions.get, resourceUri: uri, selectors: { Name: "nobody" } });
  const head = ["POST /wsman HTTP/1.1", `Host: 127.0.0.1:${host.port}`, `Authorization: ${basic(user, password)}`, "Content-Type: application/soap+xml;charset=UTF-8", `Content-Length: ${Buffer.byteLength(body)}`, "Connection: close"];
  return (await sendRaw(host.port, `${head.join("\r\n")}\r\n\r\n${body}`, { closes: true })).text;
};

describe("a user whom an authorization plug-in sends elsewhere", () => {
  it("is told so on the wire: code 0x80338199, the URL as the ProviderFault's extended text", async () => {
    const answer = await raw("moved");
    assert.match(answer, /^HTTP\/1\.1 500 /u);
    assert.match(answer, /<s:Subcode><s:Value>a:DestinationUnreachable<\/s:Value>/u);
    const [, provider] = /<f:WSManFault [^>]*Code="2150859161" [^>]*><f:Message>(<f:ProviderFault provider="guide" path="[^"]*redirecting-authorization\.js">.*<\/f:ProviderFault>)<\/f:Message><\/f:WSManFault>/u.exec(answer) ?? [];
    assert.ok(provider, answer);
    assert.ok(provider.endsWith("<f:ExtendedError>https://other.example:5986/wsman?site=a&amp;shelf=b</f:ExtendedError></f:ProviderFault>"), provider);
    assert.equal(answer.includes("\r\nlocation:") || answer.includes("\r\nLocation:"), false, "it is no redirection of HTTP, which clients would follow with the password");
  });

  it("is not the one beside him, and the audit says where he was sent", async () => {
    assert.doesNotMatch(await raw("tester"), /2150859161/u);
    assert.match(readFileSync(join(state, "audit.log"), "utf8"), /sends the user to https:\/\/other\.example:5986\/wsman/u);
  });

  it("is told by the command, in words and for programs; nobody is asked there", async () => {
    const words = ["get", `${uri}?Name=nobody`, `-remote:http://127.0.0.1:${host.port}/wsman`, "-username:moved", `-password:${password}`, "-authentication:Basic"];
    const { status, stderr } = await runCommand(words);
    assert.equal(status, 1);
    assert.match(stderr, /ExtendedError = https:\/\/other\.example:5986\/wsman\?site=a&shelf=b/u);
    assert.match(stderr, /Error number: {2}-2144108135 0x80338199\nThe request must be sent to another address, which the answer names\.\nPlug-in: guide\nAsk there, if you trust it with your password: -remote:https:\/\/other\.example:5986\/wsman\n/u);
    const { error } = JSON.parse((await runCommand([...words, "--json"])).stderr) as { readonly error: { readonly redirect: string; readonly hex: string } };
    assert.deepEqual([error.hex, error.redirect], ["0x80338199", elsewhere]);
  });

  it("is told by pywinrm", { skip: debianPackage("python3-winrm", `${python} -c 'import winrm'`) }, async () => {
    const ran = await runProgram(python, ["-c", `
from winrm.protocol import Protocol
Protocol(endpoint='http://127.0.0.1:${host.port}/wsman', transport='basic', username='moved', password='${password}').open_shell()`]);
    assert.equal(ran.status, 1);
    const last = ran.stderr.trim().split("\n").at(-1)!;
    assert.match(last, /^winrm\.exceptions\.WinRMError: The request must be sent to another address, which the answer names\. Send the request to https:\/\/other\.example:5986\/wsman\?site=a&shelf=b instead\./u);
    assert.match(last, /'wsmanfault_code': '2150859161'/u);
  });
});
