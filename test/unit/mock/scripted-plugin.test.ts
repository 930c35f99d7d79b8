import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { scriptedPlugin, startTestHost, WsmanFault, type MockScript } from "wsmanor/testing";

const uri = "urn:example:thing";

describe("a scripted plug-in in somebody's own host", () => {
  it("answers from its script, and refuses as plug-ins can", async () => {
    const host = await startTestHost({
      plugins: [{
        plugin: scriptedPlugin({
          resources: [{ uri, selectors: { Id: "1" }, reply: { properties: { Colour: "red" } } }, { uri, selectors: { Id: "2" }, reply: { fault: { subcode: "w:Concurrency", code: 4711, message: "Somebody else is at it." } } }],
          faults: [{ on: "put", fault: "access-denied" }, { on: "get", after: 2, fault: { subcode: "w:Weird", code: 5 } }],
        }),
        resources: [{ resourceUri: uri, capabilities: ["Get", "Put"] }],
      }],
    });
    const refused = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (error: unknown) => (error instanceof WsmanFault ? [error.subcode, error.code] : error));
    assert.match(JSON.stringify(await host.get({ selectors: { Id: "1" } })), /Colour/u);
    assert.deepEqual(await refused(host.get({ selectors: { Id: "2" } })), ["w:Concurrency", 4711]);
    assert.deepEqual(await refused(host.get({ selectors: { Id: "1" } })), ["w:InternalError", 5]);
    assert.deepEqual(await refused(host.put({ body: "<Thing/>" })), ["w:AccessDenied", 5]);
    await host.stop();
  });

  it("is not made of a script with mistakes", () => {
    assert.throws(() => scriptedPlugin({ comands: [] } as unknown as MockScript), /The script has mistakes:\n[^]*Did you mean commands\?/u);
  });
});
