import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { identifyEnvelope } from "../support/soap-envelope.js";
import { sendPlain, soapType } from "../support/plain-request.js";
import { command } from "../support/command.js";
import { localAuthorization } from "../support/started-host.js";
import { until } from "../support/until.js";
import { WsmanSession } from "../support/wsman-session.js";

const config = "http://schemas.microsoft.com/wbem/wsman/1/config";

const skip = process.platform === "win32" ? "no such limit on Windows" : false;

describe("a host that runs out of file descriptors", { skip }, () => {
  it("lives, says little, and serves again when there are some", async () => {
    const state = mkdtempSync(join(tmpdir(), "wsmanor-few-"));
    let session: WsmanSession | undefined;
    const child = spawn("/bin/sh", ["-c", 'ulimit -n 256 && exec "$0" "$@"', process.execPath, command, "serve", "--json", "--port", "0", "--state", state], { stdio: ["ignore", "pipe", "pipe"] });
    try {
      let log = "";
      let exit: number | null | undefined;
      child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
      child.once("exit", (code) => (exit = code));
      const ready = await new Promise<string>((resolve, reject) => {
        createInterface({ input: child.stdout }).once("line", resolve);
        child.once("exit", () => reject(new Error(log)));
      });
      const url = new URL((JSON.parse(ready) as { urls: string[] }).urls[0]!);
      const identify = (): Promise<number> =>
        sendPlain(url.href, { headers: { ...soapType, WSMANIDENTIFY: "unauthenticated" }, body: identifyEnvelope }).then(({ status }) => status, () => 0);
      assert.equal(await identify(), 200);
      // Who is there already goes on being served.
      session = new WsmanSession(url.href, localAuthorization(state));
      assert.equal((await session.get(config)).status, 200);

      let refused = 0;
      const sockets: Socket[] = [];
      for (let count = 0; count < 400; count++) {
        const socket = connect(Number(url.port), url.hostname);
        socket.on("error", () => undefined);
        socket.on("close", () => refused++);
        sockets.push(socket);
      }
      await until(() => refused > 0);
      const { connection } = session;
      for (let count = 0; count < 20; count++) assert.equal((await session.get(config)).status, 200);
      assert.equal(session.connection, connection);
      assert.equal(exit, undefined, log);
      for (const socket of sockets) socket.destroy();
      await until(() => refused === sockets.length);

      let status = 0;
      while (status !== 200) status = await identify();
      assert.equal(exit, undefined, log);
      // The account of this machine is no account of the users file: each of its requests is verified, and has its line.
      assert.ok(log.split("\n").filter((line) => !line.includes('"message":"authenticated"')).length < 20, log);
      child.kill("SIGTERM");
      await until(() => exit !== undefined);
      assert.equal(exit, 0, log);
    } finally {
      session?.close();
      child.kill("SIGKILL");
      rmSync(state, { recursive: true, force: true });
    }
  });
});
