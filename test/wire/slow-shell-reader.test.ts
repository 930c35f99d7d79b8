import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { residentMemory, withoutProc } from "../support/process-figures.js";
import { projectRoot } from "../support/project-root.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { ShellSession } from "../support/shell-session.js";
import { until } from "../support/until.js";

const gigabyte = 1024 * 1024 * 1024;
const megabyte = 1024 * 1024;

describe("a command that writes a gigabyte to a client that does not read it", { skip: withoutProc }, () => {
  let host: RunningHost;
  before(async () => {
    host = await startRunningHost({ config: join(projectRoot, "config", "examples", "shell") });
  });
  after(() => host.stop());

  it("is held back: the host does not grow, and nothing is left of it when its shell is deleted", async () => {
    const shell = await ShellSession.open(host.urls[0]!, host.authorization);
    await shell.run("true");
    const idle = residentMemory(host.pid);
    const command = await shell.start(`echo $$; exec head -c ${gigabyte} /dev/zero`);
    const first = await shell.receive(command);
    const pid = Number(Buffer.from(/<rsp:Stream Name="stdout"[^>]*>([^<]*)</u.exec(first)![1]!, "base64").toString().split("\n")[0]);
    const written = (): number => Number(/^wchar: (\d+)$/mu.exec(readFileSync(`/proc/${pid}/io`, "utf8"))![1]);
    let before = -1;
    // Two looks in a row that find as much: it waits.
    await until(() => {
      const now = written();
      const isStill = now === before && now > 0 && /^State:\s+S/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
      before = now;
      return isStill;
    });
    assert.ok(written() < 8 * megabyte, `it has written ${written()} octets`);
    assert.ok(residentMemory(host.pid) - idle < 150 * megabyte);
    for (let received = 0; received < 20; received++) await shell.receive(command);
    assert.ok(residentMemory(host.pid) - idle < 150 * megabyte);
    await shell.delete();
    assert.throws(() => readFileSync(`/proc/${pid}/status`));
  });
});
