import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { verifyAuditLog } from "../../../src/host/logging/audit-chain.js";
import { AuditLog, type AuditAbilities, type AuditEntry } from "../../../src/host/logging/audit-log.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { RecordingLogger } from "../apps/wsman/app-harness.js";

const entry = (activityId: string, more: Partial<AuditEntry> = {}): AuditEntry =>
  ({ application: "/wsman", activityId, user: "alice", operation: "Get", action: "urn:get", resourceUri: "urn:thing", allowed: true, by: "site", ...more });

describe("the audit log", () => {
  let folder = "";
  let path = "";
  let clock: ManualClock;
  let logger: RecordingLogger;
  const open = (more: Partial<AuditAbilities> = {}): AuditLog => AuditLog.open(path, { clock, logger, ...more });
  const lines = (file = path): Record<string, unknown>[] => readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
  const whole = (...paths: string[]): number => {
    const { broken, lines: count } = verifyAuditLog(paths.length === 0 ? [path] : paths);
    assert.equal(broken, undefined, JSON.stringify(broken));
    return count;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wsmanor-audit-"));
    path = join(folder, "audit.log");
    clock = new ManualClock();
    logger = new RecordingLogger();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("has a line in the file before the decision is acted upon", async () => {
    const audit = open();
    await audit.add(entry("A1"));
    assert.deepEqual(lines().map(({ activityId, allowed, time }) => [activityId, allowed, time]), [["A1", true, "2026-01-01T00:00:00.000Z"]]);
    audit.close();
  });

  it("goes on where it was, also after half a line and after lines of any length", async () => {
    for (const [round, size] of [10, 70_000, 200_000].entries()) {
      const audit = open();
      await audit.add(entry(`B${round}`, { resourceUri: "x".repeat(size) }));
      audit.close();
      appendFileSync(path, '{"time":"2026-01-01T00:00:00.000Z","half');
    }
    const audit = open();
    await audit.add(entry("B3"));
    audit.close();
    assert.equal(whole(), 4);
  });

  it("shows a line that was changed, taken out, moved or put in", async () => {
    const audit = open();
    for (let at = 0; at < 6; at++) await audit.add(entry(`C${at}`, { allowed: at !== 3 }));
    audit.close();
    const text = readFileSync(path, "utf8").split("\n");
    const forged: readonly (readonly [readonly string[], number])[] = [
      [text.map((line, at) => (at === 3 ? line.replace("false", "true") : line)), 5],
      [text.filter((_line, at) => at !== 2), 3],
      [[text[0]!, text[2]!, text[1]!, ...text.slice(3)], 2],
      [[...text.slice(0, 2), text[1]!, ...text.slice(2)], 4],
      [text.map((line, at) => (at === 4 ? "{}" : line)), 5],
      [text.map((line, at) => (at === 4 ? "half a li" : line)), 5],
    ];
    for (const [content, line] of forged) {
      writeFileSync(path, content.join("\n"));
      assert.deepEqual(verifyAuditLog([path]).broken, { path, line });
    }
  });

  /** Three decisions of one turn, then one, then 300 of one turn. */
  async function writeTogether(audit: AuditLog): Promise<void> {
    for (const count of [3, 1, 300]) await Promise.all(Array.from({ length: count }, (_, at) => audit.add(entry(`T${count}/${at}`))));
  }

  it("writes what was decided in one turn together, under one hash", async () => {
    let writes = 0;
    const audit = open({ append: (file, octets) => (writes++, writeSync(file, octets)) });
    await writeTogether(audit);
    audit.close();
    assert.equal(writes, 4, "256 lines at most with one");
    const hashes = lines().map(({ previous }) => previous);
    assert.deepEqual([new Set(hashes.slice(0, 3)).size, new Set(hashes).size], [1, 4]);
    assert.equal(whole(), 304);
  });

  it("shows a line that was changed, taken out, moved or put in among those written together", async () => {
    const audit = open();
    await writeTogether(audit);
    audit.close();
    const text = readFileSync(path, "utf8").split("\n");
    const forged: readonly (readonly [readonly string[], number])[] = [
      [text.map((line, at) => (at === 1 ? line.replace("true", "false") : line)), 4],
      [text.filter((_line, at) => at !== 2), 3],
      [[text[1]!, text[0]!, ...text.slice(2)], 4],
      [[...text.slice(0, 2), text[1]!, ...text.slice(2)], 5],
      [text.map((line, at) => (at === 100 ? line.replace("alice", "mallory") : line)), 261],
    ];
    for (const [content, line] of forged) {
      writeFileSync(path, content.join("\n"));
      assert.deepEqual(verifyAuditLog([path]).broken, { path, line });
    }
  });

  it("goes on behind lines that were written together, also when a crash left some of them", async () => {
    for (const kept of [undefined, 2, 3, 4, 5, 100, 259, 260, 261, 303]) {
      rmSync(path, { force: true });
      const audit = open();
      await writeTogether(audit);
      audit.close();
      if (kept !== undefined) writeFileSync(path, `${readFileSync(path, "utf8").split("\n").slice(0, kept).join("\n")}\n{"time":"2026`);
      const again = open();
      await again.add(entry("on"));
      again.close();
      assert.equal(whole(), (kept ?? 304) + 1, `${kept} kept`);
    }
  });

  it("keeps lines while the disk is full, cuts off what fitted in part, says so once a minute, and goes on when there is room", async () => {
    let full = false;
    const audit = open({
      append: (file, octets) => {
        if (!full) return writeSync(file, octets);
        if (octets.length > 20) return writeSync(file, octets.subarray(0, 20));
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      },
    });
    await audit.add(entry("D0"));
    full = true;
    for (let at = 1; at < 5; at++) {
      await audit.add(entry(`D${at}`));
      clock.advance(20_000);
    }
    assert.deepEqual(lines().map(({ activityId }) => activityId), ["D0"]);
    assert.deepEqual(logger.lines.map(({ level, fields }) => [level, fields["waiting"]]), [["error", 1], ["error", 4]]);
    full = false;
    await audit.add(entry("D5"));
    assert.deepEqual(lines().map(({ activityId }) => activityId), ["D0", "D1", "D2", "D3", "D4", "D5"]);
    assert.equal(whole(), 6);
    audit.close();
  });

  it("counts what it had to give up", async () => {
    let full = true;
    const audit = open({ append: (file, octets) => {
      if (full) throw new Error("ENOSPC");
      return writeSync(file, octets);
    } });
    for (let at = 0; at < 10_003; at++) void audit.add(entry(`E${at}`));
    full = false;
    await audit.add(entry("last"));
    const written = lines();
    assert.deepEqual([written.length, written[0]!["lostDecisions"], written[1]!["activityId"], written.at(-1)!["activityId"]], [10_001, 4, "E4", "last"]);
    whole();
    audit.close();
  });

  it("follows a file that is moved away within a second, and the chain goes over both", async () => {
    const audit = open();
    await audit.add(entry("F0"));
    renameSync(path, `${path}.1`);
    clock.advance(1000);
    await audit.add(entry("F1"));
    await audit.add(entry("F2"));
    audit.close();
    assert.deepEqual([lines(`${path}.1`).length, lines().length], [1, 2]);
    assert.equal(whole(`${path}.1`, path), 3);
    assert.equal(whole(path), 2, "a later file alone is whole too");
    assert.deepEqual(verifyAuditLog([path, `${path}.1`]).broken, { path: `${path}.1`, line: 1 });
  });

  it("holds texts of every script as they are, and none of them makes a line or breaks the chain", async () => {
    const audit = open();
    const said = ["urn:jürgen", "urn:日本", "urn:\u010a{\u0122allowed\u0122:true}\u011b", "urn:😀"];
    for (const resourceUri of said) await audit.add(entry("H", { resourceUri, user: resourceUri }));
    await Promise.all(said.map((resourceUri) => audit.add(entry("H", { resourceUri }))));
    await audit.add(entry("last"));
    audit.close();
    assert.deepEqual(lines().map(({ resourceUri }) => resourceUri), [...said, ...said, "urn:thing"]);
    assert.equal(whole(), 9);
  });

  it("holds what strangers say in one line", async () => {
    const audit = open();
    await audit.add(entry("G0", { resourceUri: "urn:\r\n\u2028\u0085\u001b[31m\u202e{\"allowed\":true}" }));
    audit.close();
    const text = readFileSync(path, "utf8");
    assert.match(text, /^[ -~]+\n$/u);
    assert.equal(lines()[0]!["resourceUri"], "urn:\r\n\u2028\u0085\u001b[31m\u202e{\"allowed\":true}");
  });
});
