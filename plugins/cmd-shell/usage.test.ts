import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FakeClient, run } from "./fake-client.js";
import { until, withoutProc } from "./fake-proc.js";

describe("what a shell uses", { skip: withoutProc }, () => {
  it("is the processes of its commands, in whatever session they are, and no one else's", async () => {
    const client = await FakeClient.start();
    const [shell, other] = [await client.open(), await client.open()];
    assert.deepEqual(await shell.usage!(), { memory: 0, childProcesses: 0 });
    const busy = await run(shell, "setsid sleep 1000 & sleep 1000 & echo there; wait");
    await until(() => busy.output.out.includes("there"));
    const elsewhere = await run(other, "echo there; sleep 1000; true");
    await until(() => elsewhere.output.out.includes("there"));
    // Three: the shell, and two that sleep; while setsid starts its program it is one of them.
    const { memory, childProcesses } = (await shell.usage!()) as { readonly memory: number; readonly childProcesses: number };
    assert.equal(childProcesses, 3);
    assert.ok(memory > 300_000 && memory < 100 * 1024 * 1024, String(memory));
    await shell.close("deleted");
    assert.deepEqual(await shell.usage!(), { memory: 0, childProcesses: 0 });
    await other.close("deleted");
  });
});
