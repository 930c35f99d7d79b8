import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { silentLogger } from "../../../src/base/logger.js";
import { AuditLog } from "../../../src/host/logging/audit-log.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { runLine } from "./test-terminal.js";

describe("audit", () => {
  it("says how many lines are whole, where the first is not, and when there is nothing to read", async () => {
    const state = mkdtempSync(join(tmpdir(), "wsmanor-audit-command-"));
    const path = join(state, "audit.log");
    try {
      const missing = await runLine(["audit", "--state", state]);
      assert.deepEqual([missing.status, missing.out], [1, ""]);
      assert.match(missing.err, /^Error: the audit log cannot be read: ENOENT/u);
      const log = AuditLog.open(path, { clock: new ManualClock(), logger: silentLogger });
      for (const activityId of ["1", "2", "3"]) await log.add({ application: "/wsman", activityId, user: "u", operation: "Get", action: "a", resourceUri: "r", allowed: true, by: "site" });
      log.close();
      const whole = await runLine(["audit", "--state", state]);
      assert.deepEqual([whole.status, whole.out], [0, "3 lines, none changed or taken out.\n"]);
      writeFileSync(path, readFileSync(path, "utf8").replace('"activityId":"2"', '"activityId":"9"'));
      const changed = await runLine(["audit", path]);
      assert.equal(changed.status, 2);
      assert.equal(changed.out, `${path}:3  does not follow what stands before it: lines there were changed, put in or taken out.\n`);
      assert.deepEqual(JSON.parse((await runLine(["audit", path, "--json"])).out), { lines: 2, broken: { path, line: 3 } });
    } finally {
      rmSync(state, { recursive: true });
    }
  });
});
