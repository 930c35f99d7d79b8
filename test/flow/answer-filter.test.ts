import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, before, describe, it } from "node:test";
import type { AnswerFilter } from "../../src/base/answer-filter.js";
import { startHost, type StartedHost } from "../../src/host/start-host.js";
import { basic } from "../support/basic.js";
import { hostFolderText, makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { post } from "../support/plain-request.js";

const get = soapEnvelope({ action: actions.get, resourceUri: "urn:test:counting" });

describe("a filter between the applications and the sockets of a host", () => {
  let folder: HostFolder;
  let state: string;
  let host: StartedHost;
  let filter: AnswerFilter = (_context, answer) => answer;
  const seen: (string | undefined)[] = [];
  const ask = (path: string): ReturnType<typeof post> => post(host.urls.find((url) => url.endsWith(path))!, get, { authorization: basic(host.firstRun!.user, host.firstRun!.password) });
  before(async () => {
    folder = makeHostFolder();
    state = mkdtempSync(join(tmpdir(), "wsmanor-state-"));
    host = await startHost({
      configPath: folder.path, stateDirectory: state, port: undefined, logFormat: "json", logLevel: "error", ownsProcess: false, log: new PassThrough().resume(),
      answerFilter: (context, answer) => {
        seen.push(context.facts.action);
        return filter(context, answer);
      },
    });
  });
  after(async () => {
    await host.stop("service");
    folder.remove();
    rmSync(state, { recursive: true, force: true });
  });

  it("sees the answers of every application, also after a reload, and knows what was asked", async () => {
    filter = (_context, answer) => ({ ...answer, headers: [...answer.headers, ["X-Seen", "yes"]] });
    for (const path of ["/wsman", "/other"]) assert.equal((await ask(path)).headers["x-seen"], "yes");
    assert.deepEqual(seen.splice(0), [actions.get, actions.get]);
    writeFileSync(join(folder.path, "applicationHost.config"), hostFolderText({ listener: 'maxConnections="77"' }));
    assert.equal((await host.reload()).kind, "swapped");
    assert.equal((await ask("/wsman")).headers["x-seen"], "yes");
  });

  it("breaks one off in its midst; the client is told of no whole answer, and its next request is answered", async () => {
    filter = (_context, answer) => ({ ...answer, breakOff: { after: 20, by: "reset" } });
    await assert.rejects(ask("/wsman"), { code: "ECONNRESET" });
    filter = (_context, answer) => answer;
    assert.equal((await ask("/wsman")).status, 200);
  });
});
