import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CommandOutput } from "wsmanor/sdk";
import { ManualClock } from "wsmanor/testing";
import { FirstOutput, patience } from "./first-output.js";

/** Writes down what it is given; nothing is welcome until `welcome`. */
class Listed implements CommandOutput {
  readonly list: string[] = [];
  welcome = (_isWanted: boolean): void => undefined;

  write(stream: string, data: Uint8Array | string): Promise<boolean> {
    this.list.push(`${stream} ${Buffer.from(data as Uint8Array).toString().slice(0, 20)}`);
    return new Promise((resolve) => (this.welcome = resolve));
  }

  end(stream: string): void {
    this.list.push(`${stream} ends`);
  }

  done(result: unknown): void {
    this.list.push(`done ${String(result)}`);
  }
}

const started = (): { readonly clock: ManualClock; readonly listed: Listed; readonly first: FirstOutput } => {
  const clock = new ManualClock();
  const listed = new Listed();
  return { clock, listed, first: new FirstOutput(listed, clock) };
};

describe("the first output of a command", () => {
  it("is told together with the end of a command that is over soon", async () => {
    const { clock, listed, first } = started();
    assert.ok(await first.write("stdout", Buffer.from("a")));
    assert.ok(await first.write("stdout", Buffer.from("b")));
    assert.ok(await first.write("stderr", Buffer.from("c")));
    first.end("stdout");
    first.end("stderr");
    assert.deepEqual(listed.list, []);
    first.done(3);
    assert.deepEqual(listed.list, ["stdout ab", "stderr c", "stdout ends", "stderr ends", "done 3"]);
    assert.equal(clock.pending, 0);
  });

  it("is told when the command goes on, and what comes later at once, no faster than is welcome", async () => {
    const { clock, listed, first } = started();
    await first.write("stdout", Buffer.from("a"));
    clock.advance(patience - 1);
    assert.deepEqual(listed.list, []);
    clock.advance(1);
    assert.deepEqual(listed.list, ["stdout a"]);
    const next = first.write("stdout", Buffer.from("b"));
    assert.deepEqual(listed.list, ["stdout a"]);
    listed.welcome(true);
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(listed.list, ["stdout a", "stdout b"]);
    listed.welcome(false);
    assert.equal(await next, false);
    void first.write("stdout", Buffer.from("c"));
    assert.deepEqual(listed.list, ["stdout a", "stdout b", "stdout c"]);
    first.end("stdout");
    first.done(0);
    assert.deepEqual(listed.list.slice(3), ["stdout ends", "done 0"]);
  });

  it("may be the end of a stream, which is told when the command goes on without it", () => {
    const { clock, listed, first } = started();
    first.end("stdout");
    clock.advance(patience);
    assert.deepEqual([listed.list, clock.pending], [["stdout ends"], 0]);
  });

  it("is not held back when there is much of it", () => {
    const { clock, listed, first } = started();
    void first.write("stdout", Buffer.alloc(100_000, "x"));
    assert.deepEqual([listed.list.length, clock.pending], [1, 0]);
  });

  it("that nobody wants any more is not followed by more", async () => {
    const { clock, listed, first } = started();
    await first.write("stdout", Buffer.from("a"));
    clock.advance(patience);
    listed.welcome(false);
    assert.equal(await first.write("stdout", Buffer.from("b")), false);
    assert.deepEqual(listed.list, ["stdout a"]);
  });
});
