import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { operationMessages, requestEnvelope } from "../support/operation-messages.js";
import { sendPlain, soapType, type PlainAnswer } from "../support/plain-request.js";
import { runCommand } from "../support/command.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

const options = "--disable-proto=delete --disallow-code-generation-from-strings";

describe(`the host under ${options}`, () => {
  let folder: HostFolder;
  let host: RunningHost;
  const env = { ...process.env, NODE_OPTIONS: options };
  before(async () => {
    folder = makeHostFolder({ broken: true });
    host = await startRunningHost({ config: folder.path, env });
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    folder.remove();
  });
  const post = (body: string, path = "/wsman"): Promise<PlainAnswer> => sendPlain(host.urls[0]!, { path, body, headers: { ...soapType, Authorization: host.authorization } });

  for (const [operation, message] of Object.entries(operationMessages)) {
    it(`answers ${operation}`, async () => {
      // The made-up context of Pull and Release is nobody's.
      const expected = operation === "Pull" || operation === "Release" ? 500 : 200;
      const answer = await post(message);
      assert.equal(answer.status, expected, answer.text);
      if (expected === 500) assert.match(answer.text, /InvalidEnumerationContext/u);
    });
  }

  it("enumerates to the end", async () => {
    const first = await post(requestEnvelope({ action: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate", body: "<n:Enumerate/>" }));
    const context = /<n:EnumerationContext>([^<]*)</u.exec(first.text)?.[1];
    const second = await post(requestEnvelope({ action: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Pull", body: `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>10</n:MaxElements></n:Pull>` }));
    assert.equal(second.status, 200, second.text);
    assert.match(second.text, /EndOfSequence/u);
  });

  it("keeps what is written to the registry, reads the status, and says what is wrong with an application", async () => {
    const registry = (method: string, body = ""): Promise<PlainAnswer> => post(requestEnvelope({
      resourceUri: "urn:wsmanor:registry", action: `http://schemas.xmlsoap.org/ws/2004/09/transfer/${method}`, headers: '<w:SelectorSet><w:Selector Name="Key">a\\b</w:Selector></w:SelectorSet>', body,
    }));
    assert.equal((await registry("Create", '<r:Key xmlns:r="urn:wsmanor:registry"><r:Value Name="v" Type="DWord"><r:Data>7</r:Data></r:Value></r:Key>')).status, 200);
    assert.match((await registry("Get")).text, /<r:Data>7<\/r:Data>/u);
    const status = await sendPlain(host.urls[0]!, { path: "/status", method: "GET", headers: { Authorization: host.authorization } });
    assert.equal((JSON.parse(status.text) as { applications: unknown[] }).applications.length, 3);
    assert.match((await post(operationMessages["Get"]!, "/broken")).text, /2150859155/u);
  });

  it("validates the shipped configuration, and shows every printer of the command", async () => {
    assert.equal((await runCommand(["validate"], { env })).status, 0);
    for (const format of ["xml", "pretty", "text"]) {
      const ran = await runCommand(["identify", `-r:${host.urls[0]!}`, "-a:Basic", `-u:${host.user}`, `-p:${host.password}`, `-format:${format}`], { env });
      assert.equal(ran.status, 0, ran.stderr);
      assert.match(ran.stdout, /ProtocolVersion/u);
    }
  });
});
