import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { startIsolated } from "../support/isolated-plugin.js";

/** Writes to the host's own channel, past everything that the SDK offers. */
const module = `import { parentPort } from "node:worker_threads"; import { writeSync } from "node:fs";
export default { kind: "operation-plugin", declaration: { name: "x", sdkVersion: 1, capabilities: ["Get"] }, operations: {
  get: (request) => {
    const garbage = request.selectors.get("do");
    if (parentPort !== null) parentPort.postMessage(garbage === "null" ? null : garbage);
    else writeSync(3, Buffer.from("000000040061616161", "hex"));
    return new Promise(() => undefined);
  },
} };`;

describe("an isolated plug-in that speaks past its SDK", () => {
  let folder = "";
  let path = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "wsmanor-garbage-"));
    path = join(folder, "plugin.mjs");
    writeFileSync(path, module);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const mode of ["worker", "process"] as const) {
    for (const garbage of mode === "worker" ? ["{", "7", "[null]", "null"] : ["octets"]) {
      it(`is ended and named, and its calls with it (${mode}, ${garbage})`, async () => {
        const plugin = await startIsolated(path, mode, { capabilities: ["Get"] });
        try {
          const answer = await plugin.call("Get", { what: garbage });
          assert.equal(answer.kind, "failed");
          assert.match((answer as { reason: string }).reason, /sent what cannot be read: .+, in Get/u);
        } finally {
          await plugin.stop();
        }
      });
    }
  }
});
