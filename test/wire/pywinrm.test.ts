import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { debianPackage } from "../support/debian.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

/** Debian's Python, not the machine's own: the package is installed for that one. */
const python = "/usr/bin/python3";
const skip = debianPackage("python3-winrm", `${python} -c 'import winrm'`);

function run(args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(python, args);
    let stdout = "";
    let stderr = "";
    child.on("error", (error) => resolve({ status: 127, stdout, stderr: String(error) }));
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

const protocol = (host: RunningHost): string =>
  `import sys, winrm, xmltodict\nfrom winrm.protocol import Protocol\n` +
  `p = Protocol(endpoint='${host.urls[0]}', transport='basic', username='${host.user}', password='${host.password}')\n`;

describe("pywinrm 0.3.0", { skip }, () => {
  let host: RunningHost;
  before(async () => {
    host = await startRunningHost();
  });
  after(() => host.stop());

  it("gets winrm/config with the headers it always sends", async () => {
    const ran = await run(["-c",
      protocol(host) +
        "h = p._get_soap_header(action='http://schemas.xmlsoap.org/ws/2004/09/transfer/Get', resource_uri='http://schemas.microsoft.com/wbem/wsman/1/config')\n" +
        "r = xmltodict.parse(p.send_message(xmltodict.unparse({'env:Envelope': dict(h, **{'env:Body': {}})})))\n" +
        "print(r['s:Envelope']['s:Body']['cfg:Config']['cfg:MaxEnvelopeSizekb'])\n"]);
    assert.equal(ran.status, 0, ran.stderr);
    assert.equal(ran.stdout.trim(), "500");
  });

  it("is told in its own words that there is no shell yet", async () => {
    const ran = await run(["-c", protocol(host) + "p.open_shell()\n"]);
    assert.notEqual(ran.status, 0);
    assert.match(ran.stderr, /WinRM(Transport|OperationTimeout)?Error|WSManFault|winrm\.exceptions/u);
    assert.match(ran.stderr, /http:\/\/schemas\.microsoft\.com\/wbem\/wsman\/1\/windows\/shell\/cmd|resource|500/iu);
  });

  it("is rejected with a wrong password", async () => {
    const ran = await run(["-c", protocol(host).replace(host.password, "wrong") + "p.open_shell()\n"]);
    assert.match(ran.stderr, /InvalidCredentialsError|rejected/u);
  });
});
