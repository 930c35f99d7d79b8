import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { Agent } from "node:http";
import { after, before, describe, it } from "node:test";
import { debianPackage } from "../support/debian.js";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { requestEnvelope } from "../support/operation-messages.js";
import { post } from "../support/plain-request.js";
import { openDescriptors, withoutProc } from "../support/process-figures.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { until } from "../support/until.js";

const connections = 100;

/** The attacks that Debian's slowhttptest knows, each as long as the host lets it. */
const attacks = [
  { name: "slow headers (Slowloris)", words: ["-H", "-i", "1"] },
  { name: "slow bodies (R-U-Dead-Yet)", words: ["-B", "-i", "1", "-s", "100000"] },
  { name: "a Range field of a thousand pieces (Apache killer)", words: ["-R"] },
] as const;

describe("slowhttptest", { skip: withoutProc || debianPackage("slowhttptest") }, () => {
  let folder: HostFolder;
  let host: RunningHost;
  let isOver = false;
  let client: Promise<void>;
  let answered = 0;
  let baseline = 0;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async (kept?: Agent): Promise<void> => {
    const { status } = await post(host.urls[0]!, requestEnvelope(), { authorization: host.authorization, ...(kept === undefined ? {} : { agent: kept }) });
    assert.equal(status, 200);
    answered++;
  };
  before(async () => {
    folder = makeHostFolder({ listener: 'headerTimeout="00:00:01" requestTimeout="00:00:02" idleTimeout="00:00:01"' });
    host = await startRunningHost({ config: folder.path });
    await ask();
    baseline = openDescriptors(host.pid);
    // The client that is to notice nothing: on a connection that it keeps, and on a new one each time.
    client = (async () => {
      while (!isOver) {
        await ask(agent);
        await ask();
        await new Promise((later) => setTimeout(later, 10));
      }
    })();
    client.catch(() => undefined);
  });
  after(async () => {
    isOver = true;
    agent.destroy();
    await host.stop();
    folder.remove();
  });

  const start = (path: string, words: readonly string[]) => {
    const child = spawn("slowhttptest", [...words, "-c", String(connections), "-r", String(connections), "-l", "200", "-p", "60", "-u", new URL(path, host.urls[0]).href], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString().replaceAll(/\u001b\[[\d;]*[A-Za-z]/gu, "")));
    return { child, said: () => said, ended: new Promise<void>((resolve) => child.once("close", () => resolve())) };
  };

  it("finds nothing that lasts: the host's time-outs end every connection, and another client is served all the time", async () => {
    const running = attacks.map(({ name, words }) => ({ name, ...start("/wsman", words) }));
    const reader = start("/other", ["-X", "-k", "10", "-w", "10", "-y", "20", "-n", "1", "-z", "5"]);
    try {
      for (const { name, said, ended } of running) {
        await ended;
        assert.match(said(), /Exit status:\s*No open connections left/u, `${name}: ${said()}`);
        assert.match(said(), /service available:\s*YES/u, name);
      }
      // The reader itself never sees that it was ended, so slowly does it read; the host holds nothing for it any more.
      await until(() => host.log().split('"path":"/other"').length > connections);
      await until(() => openDescriptors(host.pid) <= baseline + 2);
      assert.equal(reader.child.exitCode, null, reader.said());
    } finally {
      reader.child.kill("SIGKILL");
      for (const { child } of running) child.kill("SIGKILL");
      await reader.ended;
    }
    isOver = true;
    await client;
    assert.ok(answered > 20, `${answered} answers`);
    agent.destroy();
    await until(() => openDescriptors(host.pid) <= baseline);
    // The log tells of clients that were too slow.
    await until(() => host.log().includes("ERR_HTTP_REQUEST_TIMEOUT"));
  });
});
