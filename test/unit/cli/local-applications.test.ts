import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { envelope, scriptedServer, sendEnvelope, type Answer } from "./scripted-server.js";
import { runLine, type Ran } from "./test-terminal.js";

const items = (...names: readonly string[]): string =>
  `<n:EnumerateResponse><n:EnumerationContext/><w:Items>${names.map((name) => `<i Name="${name}"/>`).join("")}</w:Items><w:EndOfSequence/></n:EnumerateResponse>`;
const denied: Answer = (request, response) =>
  sendEnvelope(response, envelope('<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>No.</s:Text></s:Reason><s:Detail><f:WSManFault Code="5"><f:Message>No.</f:Message></f:WSManFault></s:Detail></s:Fault>', request.body), 500);

describe("the applications of the local host", () => {
  let state = "";
  before(() => {
    state = mkdtempSync(join(tmpdir(), "wsmanor-applications-"));
    writeFileSync(join(state, "local-credentials"), JSON.stringify({ user: ".local", password: "key" }));
  });
  after(() => rmSync(state, { recursive: true }));

  /** One scripted server an application; a path ending in `+https` is reachable by HTTPS as well, named first. */
  const among = async (applications: readonly (readonly [path: string, answer: Answer])[], ...words: string[]): Promise<Omit<Ran, "asked"> & { readonly urls: readonly string[]; readonly asked: readonly number[] }> => {
    const servers = await Promise.all(applications.map(([, answer]) => scriptedServer([answer])));
    try {
      const listed = applications.map(([path], at) => ({ path: path.replace("+https", ""), urls: [...(path.endsWith("+https") ? ["https://127.0.0.1:1/x"] : []), servers[at]!.url] }));
      writeFileSync(join(state, "host.json"), JSON.stringify({ pid: 1, urls: listed.flatMap(({ urls }) => urls), applications: listed }));
      const ran = await runLine(["enumerate", "plugin", "--state", state, ...words]);
      return { ...ran, urls: servers.map(({ url }) => url), asked: servers.map(({ seen }) => seen.length) };
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  };

  it("are asked once each, however many bindings lead there, plain HTTP before HTTPS", async () => {
    const ran = await among([["/one+https", items("a")], ["/two", items("b", "c")]]);
    assert.deepEqual([ran.status, ran.err, ran.asked], [0, "", [1, 1]]);
    assert.equal(ran.out, 'i [Name="a"] [Application="/one"]\n\ni [Name="b"] [Application="/two"]\n\ni [Name="c"] [Application="/two"]\n\n');
  });

  it("are told apart by URL where sites have one of the same path", async () => {
    const ran = await among([["/wsman", items("a")], ["/wsman", items("b")]], "--json");
    assert.deepEqual((JSON.parse(ran.out) as { i: Record<string, string> }[]).map(({ i }) => i["@Application"]), ran.urls);
  });

  it("are not named where there is one", async () => {
    const ran = await among([["/wsman", items("a")]]);
    assert.equal(ran.out, 'i [Name="a"]\n\n');
  });

  it("that refuse hide nobody else's items, in a document that stays whole", async () => {
    const ran = await among([["/one", denied], ["/two", items("b")]], "--json");
    assert.equal(ran.status, 0);
    assert.equal((JSON.parse(ran.out) as unknown[]).length, 1);
    const { error } = JSON.parse(ran.err) as { error: Record<string, unknown> };
    assert.deepEqual([error["hex"], error["application"]], ["0x80070005", "/one"]);
  });

  it("that all refuse are a failure, and print no list", async () => {
    const ran = await among([["/one", denied], ["/two", denied]], "-format:pretty");
    assert.deepEqual([ran.status, ran.out], [1, ""]);
    assert.equal(ran.err.match(/^Application: \/(?:one|two)$/gmu)?.length, 2);
  });
});
