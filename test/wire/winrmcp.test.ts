import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { debianPackage } from "../support/debian.js";
import { runProgram } from "../support/run-program.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

/** Copies files through shells with the Go library masterzen/winrm, which refuses every answer whose Content-Type is not SOAP's. */
const skip = debianPackage("winrmcp");

describe("winrmcp (masterzen/winrm)", { skip }, () => {
  let host: RunningHost;
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-winrmcp-"));
  before(async () => {
    writeFileSync(join(folder, "file.txt"), "content");
    host = await startRunningHost();
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await host.stop();
  });
  const copy = (password: string) =>
    runProgram("winrmcp", ["-addr", `127.0.0.1:${host.port}`, "-user", host.user, "-pass", password, join(folder, "file.txt"), "C:/there.txt"]);

  it("takes the faults of a host without shells for what they are: SOAP, and no trouble with HTTP", async () => {
    const ran = await copy(host.password);
    // This client passes over faults without a word; what it does not pass over is an answer of the wrong type.
    assert.doesNotMatch(`${ran.stdout.toString()}${ran.stderr}`, /http response error|invalid content type/u);
  });

  it("is rejected with a wrong password", async () => {
    const ran = await copy("wrong");
    assert.notEqual(ran.status, 0);
    assert.match(`${ran.stdout.toString()}${ran.stderr}`, /http response error: 401/u);
  });
});
