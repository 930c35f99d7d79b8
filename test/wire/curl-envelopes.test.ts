import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { debianPackage } from "../support/debian.js";
import { runProgram } from "../support/run-program.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";

const skip = debianPackage("curl");
const get = soapEnvelope({ action: actions.get, resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" });

describe("curl sends envelopes", { skip }, () => {
  let host: RunningHost;
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-curl-"));
  before(async () => {
    host = await startRunningHost();
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await host.stop();
  });

  async function curl(body: string | Buffer, args: readonly string[], type = "application/soap+xml;charset=UTF-8"): Promise<{ body: Buffer; log: string }> {
    const file = join(folder, "request");
    writeFileSync(file, body);
    const ran = await runProgram("curl", ["-sSv", "-m", "20", "-u", `${host.user}:${host.password}`, "-H", `Content-Type: ${type}`, "--data-binary", `@${file}`, ...args, host.urls[0]!]);
    assert.equal(ran.status, 0, ran.stderr);
    return { body: ran.stdout, log: ran.stderr };
  }

  it("in UTF-16 with a byte order mark, and gets UTF-16 back", async () => {
    const answer = await curl(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(get, "utf16le")]), [], "application/soap+xml;charset=UTF-16");
    assert.match(answer.log, /< HTTP\/1\.1 200 /u);
    assert.match(answer.log, /< Content-Type: application\/soap\+xml;charset=UTF-16/u);
    assert.deepEqual([...answer.body.subarray(0, 2)], [0xff, 0xfe]);
    assert.match(answer.body.toString("utf16le"), /<cfg:MaxEnvelopeSizekb>500<\/cfg:MaxEnvelopeSizekb>/u);
  });

  it("waiting for 100 Continue, and is told to go on only when the body is wanted", async () => {
    const wanted = await curl(get, ["-H", "Expect: 100-continue", "--expect100-timeout", "15"]);
    assert.match(wanted.log, /< HTTP\/1\.1 100 Continue[\s\S]*< HTTP\/1\.1 200 /u);
    const tooLarge = await curl(get.padEnd(600 * 1024), ["-H", "Expect: 100-continue", "--expect100-timeout", "15"]);
    assert.match(tooLarge.log, /< HTTP\/1\.1 413 /u);
    assert.doesNotMatch(tooLarge.log, /100 Continue/u);
    const stranger = await curl(get, ["-u", "nobody:wrong", "-H", "Expect: 100-continue", "--expect100-timeout", "15"]);
    assert.match(stranger.log, /< HTTP\/1\.1 401 /u);
    assert.doesNotMatch(stranger.log, /100 Continue/u);
  });

  it("in chunks", async () => {
    const answer = await curl(get, ["-H", "Transfer-Encoding: chunked"]);
    assert.match(answer.log, /> Transfer-Encoding: chunked/u);
    assert.match(answer.log, /< HTTP\/1\.1 200 /u);
    assert.match(answer.body.toString(), /<cfg:Config /u);
    const over = await curl(get.padEnd(600 * 1024), ["-H", "Transfer-Encoding: chunked"]);
    assert.match(over.log, /< HTTP\/1\.1 413 /u);
  });

  it("one after the other on one connection, answers with a length and no chunks", async () => {
    const file = join(folder, "again");
    writeFileSync(file, get);
    const again = ["--next", "-sSv", "-u", `${host.user}:${host.password}`, "-H", "Content-Type: application/soap+xml", "--data-binary", `@${file}`];
    const answer = await curl(get, [host.urls[0]!, ...again, host.urls[0]!, ...again]);
    assert.equal(answer.log.match(/< HTTP\/1\.1 200 /gu)?.length, 3, answer.log);
    assert.equal(answer.log.match(/Re-using existing connection/gu)?.length, 2, answer.log);
    assert.equal(answer.log.match(/< Content-Length: \d+/gu)?.length, 3);
    assert.doesNotMatch(answer.log, /< Transfer-Encoding/u);
  });

  it("with HTTP/1.0, and the connection ends", async () => {
    const answer = await curl(get, ["--http1.0"]);
    assert.match(answer.log, /< HTTP\/1\.1 200 /u);
    assert.match(answer.log, /Closing connection/u);
    assert.match(answer.body.toString(), /<cfg:Config /u);
  });
});
