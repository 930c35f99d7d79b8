import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AnswerFilter } from "../../../src/base/answer-filter.js";
import type { HostRequest, HostResponse } from "../../../src/base/host-message.js";
import { silentLogger } from "../../../src/base/logger.js";
import { ok } from "../../../src/base/result.js";
import type { AccessEntry } from "../../../src/pipeline/pipeline-settings.js";
import { createPipeline } from "../../../src/pipeline/run-pipeline.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { noClientCertificates } from "../../../src/base/client-certificate.js";

const request: HostRequest = {
  method: "POST", path: "/wsman", query: "", host: "a",
  connection: { id: 1, secure: false, tls: undefined, localAddress: "127.0.0.1", localPort: 1, remoteAddress: "127.0.0.1", remotePort: 2, loopback: true, onClose: () => undefined },
  certificates: noClientCertificates,
  headers: { get: () => undefined, entries: () => [] },
  readBody: async () => ok(new Uint8Array()),
  onGone: () => () => undefined,
};

/** A pipeline with one application that anybody may ask, unless told otherwise. */
function pipelineWith(answerFilter: AnswerFilter | undefined, { anonymous = true, clock = new ManualClock() } = {}): { ask(): HostResponse | Promise<HostResponse>; readonly entries: AccessEntry[] } {
  const entries: AccessEntry[] = [];
  const application = { path: "/wsman", handle: (): HostResponse => ({ status: 200, headers: [], body: "whole" }), allowsAnonymous: () => anonymous, authentication: { schemes: [], allowUnencrypted: true, realm: "WSMAN" } };
  const pipeline = createPipeline({
    sockets: [[{ host: "", site: { name: "Site", applications: [application] } }]],
    clock, logger: silentLogger, newId: () => "ID", logAccess: (entry) => entries.push(entry),
    ...(answerFilter === undefined ? {} : { answerFilter }),
  });
  return { ask: () => pipeline(request, 0), entries };
}

describe("the answer filter", () => {
  it("costs nothing where there is none: what needs no waiting is answered at once", () => {
    assert.ok(!(pipelineWith(undefined).ask() instanceof Promise));
  });

  it("sees request and answer, and gives another one; that is the one logged", async () => {
    const { ask, entries } = pipelineWith((context, answer) => ({ ...answer, status: 500, body: `${context.request.path} ${answer.body as string}` }));
    assert.deepEqual(await ask(), { status: 500, headers: [], body: "/wsman whole" });
    assert.deepEqual(entries.map(({ status }) => status), [500]);
  });

  it("gives it later, and the request is running until then", async () => {
    const clock = new ManualClock();
    const { ask, entries } = pipelineWith((_context, answer) => new Promise((resolve) => clock.after(5000, () => resolve(answer))), { clock });
    const asked = ask();
    await new Promise((later) => setImmediate(later));
    assert.equal(entries.length, 0);
    clock.advance(5000);
    assert.equal((await asked).body, "whole");
    assert.deepEqual(entries.map(({ milliseconds }) => milliseconds), [5000]);
  });

  it("does not see what the stages before the application refuse", async () => {
    let seen = 0;
    const { ask } = pipelineWith((_context, answer) => (seen++, answer), { anonymous: false });
    assert.deepEqual([(await ask()).status, seen], [401, 0]);
  });

  it("that throws is answered with 500 and an id", async () => {
    const { ask } = pipelineWith(() => assert.fail("no"));
    const { status, body } = await ask();
    assert.deepEqual([status, body], [500, "The host failed. Its log has the reason under ID.\n"]);
  });
});
