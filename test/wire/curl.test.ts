import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { debianPackage } from "../support/debian.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

const skip = debianPackage("curl");
const identify =
  '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>';

function curl(args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn("curl", ["-sS", "-m", "20", ...args]);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

describe("curl", { skip }, () => {
  let host: RunningHost;
  before(async () => {
    host = await startRunningHost();
  });
  after(() => host.stop());
  const soap = ["-H", "Content-Type: application/soap+xml;charset=UTF-8", "--data-binary", identify];

  it("identifies with Basic", async () => {
    const answer = await curl(["-i", "-u", `${host.user}:${host.password}`, ...soap, host.urls[0]!]);
    assert.match(answer.stdout, /^HTTP\/1\.1 200 /u);
    assert.match(answer.stdout, /<wsmid:ProtocolVersion>http:\/\/schemas\.dmtf\.org\/wbem\/wsman\/1\/wsman\.xsd<\/wsmid:ProtocolVersion>/u);
  });

  it("identifies without credentials only with the WSMANIDENTIFY header", async () => {
    const without = await curl(["-i", ...soap, host.urls[0]!]);
    assert.match(without.stdout, /^HTTP\/1\.1 401 /u);
    assert.match(without.stdout, /WWW-Authenticate: Basic realm="WSMAN"/iu);
    const allowed = await curl(["-i", "-H", "WSMANIDENTIFY: unauthenticated", ...soap, host.urls[0]!]);
    assert.match(allowed.stdout, /^HTTP\/1\.1 200 /u);
    assert.match(allowed.stdout, /OS: 0\.0\.0 SP: 0\.0 Stack: 3\.0/u);
  });

  it("answers a challenge on the same connection (--anyauth)", async () => {
    const answer = await curl(["-v", "--anyauth", "-u", `${host.user}:${host.password}`, ...soap, host.urls[0]!]);
    assert.match(answer.stdout, /IdentifyResponse/u);
    assert.match(answer.stderr, /Re-using existing connection/u);
  });

  it("is told 404, 405 and 415 for the wrong path, method and type", async () => {
    const status = async (args: readonly string[]): Promise<string> => (await curl(["-o", "/dev/null", "-w", "%{http_code}", "-u", `${host.user}:${host.password}`, ...args])).stdout;
    assert.equal(await status([host.urls[0]!.replace("/wsman", "/nothing-here")]), "404");
    assert.equal(await status(["-X", "GET", host.urls[0]!]), "405");
    assert.equal(await status(["-H", "Content-Type: text/xml", "--data-binary", identify, host.urls[0]!]), "415");
  });
});
