import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { before, describe, it, after } from "node:test";
import { netemNamespace } from "../support/netem-namespace.js";
import { withoutProc } from "../support/process-figures.js";
import type { LongPollReport, PollsReport } from "./long-poll-report.js";

/** Clients that wait at the same time. */
const clients = 1000;
/** Milliseconds to the host, and as many back. */
const delay = 100;

/** What the clients do: with which OperationTimeout, in seconds, how often each, and whether all begin in the same moment. */
export type Polls = readonly [seconds: number, times: number, begin: PollsReport["begin"]];

/**
 * A thousand clients far away that wait for output: the fault that tells them to ask again is there before a read time-out that is exactly
 * their OperationTimeout.
 * @param all on one host, one after the other
 * @param tell gets the figures
 */
export function delayedLongPolls(all: readonly Polls[], tell: (report: LongPollReport) => void = () => undefined): void {
  const netem = netemNamespace(delay);
  const how = typeof netem === "string" ? `a delaying proxy; ${netem}` : "netem";
  describe(`${clients} clients that wait for output, ${2 * delay} ms away (${how})`, { skip: withoutProc }, () => {
    let report: LongPollReport;
    before(() => {
      const words = [process.execPath, join(import.meta.dirname, "long-poll-process.js"), String(clients), String(typeof netem === "string" ? delay : 0), ...all.map((each) => each.join(":"))];
      const [program, ...rest] = typeof netem === "string" ? words : [...netem.prefix, ...words];
      const { status, stdout, stderr } = spawnSync(program!, rest, { encoding: "utf8" });
      assert.equal(status, 0, `${stdout}${stderr}`);
      report = JSON.parse(stdout) as LongPollReport;
      tell(report);
    });
    after(() => {
      if (typeof netem !== "string") netem.remove();
    });

    it("are as far away as that", () => {
      assert.ok(report.roundTrip >= 2 * delay, `${report.roundTrip} ms`);
      assert.equal(report.hostEnded, 0);
    });

    all.forEach(([seconds, times, begin], index) => {
      it(`${seconds} s, ${times} times each, ${begin === "spread" ? "begun one after the other" : "begun in the same moment"}: no client times out, none is sent away too early`, (test) => {
        const polls = report.polls[index]!;
        const T = seconds * 1000;
        // Whatever the machine does: each is answered or timed out, and nobody is sent away too early.
        assert.deepEqual([polls.polls, polls.otherAnswers], [clients * times, 0], JSON.stringify(report));
        assert.ok(polls.atHost.first >= (T < 2000 ? T / 2 : T - 1000), JSON.stringify(report));
        if (polls.timedOutAtClient > 0 && !polls.isPunctual) return test.skip(`the machine is too busy to measure it: in each of ${polls.attempts} attempts the way was longer, in the last by ${Math.round(polls.late)} ms`);
        assert.equal(polls.timedOutAtClient, 0, JSON.stringify(report));
        assert.ok(polls.atHost.last <= T - 200, JSON.stringify(report));
      });
    });
  });
}
