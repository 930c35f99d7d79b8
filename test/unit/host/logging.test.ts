import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { describe, it } from "node:test";
import { createLogging, type Logging } from "../../../src/host/logging/create-logging.js";
import type { LogFormat } from "../../../src/host/logging/log-format.js";
import type { LogLevel } from "../../../src/host/logging/log-level.js";
import type { AccessEntry } from "../../../src/pipeline/pipeline-settings.js";

/** Everything that ends a line, moves a cursor, turns or hides text. */
const hostile = "x\r\n2026-01-01T00:00:00.000Z info  forged\u0000\u0007\u001b[2J\u007f\u0085\u009b31m\u00ad\u200b\u2028\u2029\u202e\u2066\ufeff\ud800{\"a\":1}";

const entry = (more: Partial<AccessEntry> = {}): AccessEntry => ({
  time: Date.UTC(2026, 0, 1), activityId: "00000000-0000-4000-8000-000000000001", client: "10.0.0.1", user: "alice", method: "POST", path: "/wsman", site: "Default Web Site",
  action: "urn:get", resourceUri: "urn:thing", plugin: "Thing", result: "ok", messageId: "uuid:1", errorId: undefined, status: 200, milliseconds: 1.25, ...more,
});

function start(format: LogFormat, level: LogLevel = "info"): { readonly logging: Logging; readonly written: () => string; readonly breaks: (how: Error | undefined) => void } {
  let text = "";
  let trouble: Error | undefined;
  const stream = new Writable({
    decodeStrings: false,
    // As Node's own standard error does: an error does not end it.
    destroy(error, done) {
      done(error);
      (this as unknown as { _undestroy(): void })._undestroy();
    },
    write: (chunk: string, _encoding, done) => {
      if (trouble === undefined) text += chunk;
      done(trouble);
    },
  });
  return { logging: createLogging({ format, level, stream }), written: () => text, breaks: (how) => (trouble = how) };
}

describe("the log", () => {
  for (const format of ["text", "json"] as const) {
    it(`${format}: whatever strangers and plug-ins say, one call is one line of printable characters`, async () => {
      const { logging, written } = start(format);
      logging.logger.error(hostile, { plugin: hostile, reason: hostile, stack: hostile });
      logging.logAccess(entry({ user: hostile, path: hostile, action: hostile, resourceUri: hostile, plugin: hostile, result: hostile, method: hostile, messageId: hostile, client: hostile }));
      await logging.close();
      const lines = written().split("\n");
      assert.equal(lines.length, 3, written());
      assert.equal(lines[2], "");
      for (const line of lines) assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      if (format === "text") return;
      const [event, request] = lines.slice(0, 2).map((line) => JSON.parse(line) as Record<string, unknown>);
      assert.deepEqual([event!["message"], event!["plugin"], request!["user"], request!["resourceUri"]], Array(4).fill(hostile));
    });
  }

  it("text: a field that cannot be made text is told by its kind, and loses no line", async () => {
    const { logging, written } = start("text");
    logging.logger.warn("odd", { field: { toString: 1, valueOf: 1 } as never, other: 2 });
    await logging.close();
    assert.match(written(), /^\S+ warn  odd field=object other=2\n$/u);
  });

  it("json: a request's line has what an operator asks for", async () => {
    const { logging, written } = start("json");
    logging.logAccess(entry({ errorId: "ERR" }));
    await logging.close();
    assert.deepEqual(JSON.parse(written()), {
      timestamp: "2026-01-01T00:00:00.000Z", level: "info", message: "request", activityId: "00000000-0000-4000-8000-000000000001", client: "10.0.0.1", user: "alice",
      method: "POST", path: "/wsman", action: "urn:get", resourceUri: "urn:thing", plugin: "Thing", result: "ok", status: 200, milliseconds: 1.3, messageId: "uuid:1", errorId: "ERR",
    });
  });

  it("a sub-status stands with its status, where there is one", async () => {
    const json = start("json");
    for (const subStatus of [4, 503, undefined]) json.logging.logAccess(entry({ status: 403, subStatus }));
    await json.logging.close();
    assert.deepEqual(json.written().trim().split("\n").map((line) => (JSON.parse(line) as { subStatus?: number }).subStatus), [4, 503, undefined]);
    const text = start("text");
    for (const subStatus of [4, undefined]) text.logging.logAccess(entry({ status: 403, subStatus }));
    await text.logging.close();
    assert.deepEqual([...text.written().matchAll(/ ok (\S+) 1\.3 ms/gu)].map(([, status]) => status), ["403.4", "403"]);
  });

  for (const format of ["text", "json"] as const) {
    it(`${format}: the octets of a line are the texts of every script as they are, and none of them makes a line`, async () => {
      const octets: Buffer[] = [];
      const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => (octets.push(chunk), done()) });
      const logging = createLogging({ format, level: "info", stream });
      const said = ["/jürgen", "/日本", "/\u010a\u0122forged\u011b", "/😀"];
      for (const path of said) logging.logAccess(entry({ path, resourceUri: path }));
      await logging.close();
      const lines = Buffer.concat(octets).toString("utf8").trimEnd().split("\n");
      assert.equal(lines.length, said.length);
      for (const [at, path] of said.entries()) assert.ok(lines[at]!.includes(path), lines[at]);
    });
  }

  it("text: fields of strangers are quoted where they could be taken for others", async () => {
    const { logging, written } = start("text");
    logging.logAccess(entry({ user: "two words", resourceUri: 'urn:"quoted"', plugin: undefined }));
    await logging.close();
    assert.equal(written(), '2026-01-01T00:00:00.000Z info  request 00000000-0000-4000-8000-000000000001 10.0.0.1 "two words" POST /wsman urn:get "urn:\\"quoted\\"" - ok 200 1.3 ms\n');
  });

  it("has no request lines above info, and none at all after it was closed", async () => {
    const { logging, written } = start("json", "warn");
    logging.logAccess(entry());
    logging.logger.info("not this");
    logging.logger.warn("this");
    await logging.close();
    logging.logger.error("too late");
    assert.deepEqual(written().trim().split("\n").map((line) => (JSON.parse(line) as { message: string }).message), ["this"]);
  });

  it("loses lines and nothing else while its stream is broken, and says so afterwards", async () => {
    const { logging, written, breaks } = start("json");
    breaks(Object.assign(new Error("ENOSPC"), { code: "ENOSPC" }));
    logging.logger.warn("lost");
    logging.logAccess(entry());
    logging.flush();
    await new Promise((resolve) => setImmediate(resolve));
    breaks(undefined);
    logging.logAccess(entry());
    logging.flush();
    await new Promise((resolve) => setImmediate(resolve));
    await logging.close();
    const messages = written().trim().split("\n").map((line) => (JSON.parse(line) as { message: string }).message);
    assert.deepEqual(messages, ["request", "the log could not be written for a while; lines are missing before this one"]);
  });
});
