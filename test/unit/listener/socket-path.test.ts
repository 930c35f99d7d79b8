import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { BindingFailed } from "../../../src/listener/listener-settings.js";
import { ok, withListener } from "./with-listener.js";

const ask = (socketPath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ socketPath, path: "/a" }, (incoming) => incoming.resume().on("end", () => resolve(incoming.statusCode!))).on("error", reject).end();
  });

describe("a Unix socket", { skip: process.platform === "win32" && "Windows has pipes" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-socket-"));
  after(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);

  it("is served, is its owner's alone, is no place on this machine's loopback, and goes with its host", async () => {
    const umask = process.umask();
    const seen: unknown[] = [];
    await withListener({}, ({ connection }) => (seen.push([connection.remoteAddress, connection.loopback, connection.secure]), ok), async ({ addresses }) => {
      assert.equal(await ask(at("a")), 200);
      assert.equal((statSync(at("a")).mode & 0o777).toString(8), "600");
      assert.deepEqual(addresses, [{ address: at("a"), port: 0, secure: false }]);
    }, { path: at("a") });
    assert.deepEqual([seen, existsSync(at("a")), process.umask()], [[["", false, false]], false, umask]);
  });

  it("that a killed program left is replaced; one that somebody listens on is not", async () => {
    const left = spawnSync(process.execPath, ["-e", `require("node:net").createServer().listen(${JSON.stringify(at("b"))}, () => process.kill(process.pid, "SIGKILL"))`]);
    assert.deepEqual([left.signal, existsSync(at("b"))], ["SIGKILL", true]);
    await withListener({}, () => ok, async () => {
      assert.equal(await ask(at("b")), 200);
      await assert.rejects(withListener({}, () => ok, async () => undefined, { path: at("b") }), (error) => error instanceof BindingFailed && /another program listens there/u.test(error.message));
      assert.equal(await ask(at("b")), 200, "the first one still has it");
    }, { path: at("b") });
  });

  it("takes no other thing's place, and is made in no folder where everybody may replace it", async () => {
    writeFileSync(at("file"), "precious");
    mkdirSync(at("open"));
    chmodSync(at("open"), 0o777);
    for (const [path, message] of [[at("file"), /there is something else under that name/u], [at("open/s"), /everybody may replace/u], [at("missing/s"), /there is no folder/u]] as const) {
      await assert.rejects(withListener({}, () => ok, async () => undefined, { path }), (error) => error instanceof BindingFailed && message.test(error.message), path);
    }
    assert.equal(statSync(at("file")).size, 8);
  });
});
