import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { FarOutput } from "../../../src/plugin-host/isolation/far-output.js";
import { IsolatedOutput } from "../../../src/plugin-host/isolation/isolated-output.js";
import { mergeOutput } from "../../../src/plugin-host/isolation/merge-output.js";
import type { FromShells, ToShells } from "../../../src/plugin-host/isolation/messages.js";
import { outputWindow, weightOf } from "../../../src/plugin-host/isolation/output-window.js";
import { createRandom } from "../../fuzz/random.js";
import { ReadSink } from "../../support/shell-client.js";

const streams = ["stdout", "stderr"];
const forms = { write: () => ({ ok: false as const, error: "no XML here" }) };

/** Both sides of one output, with a wire between them that a test lets run. */
function bothSides(sink = new ReadSink(streams, false)) {
  const [toHost, toPlugin]: [FromShells[], ToShells[]] = [[], []];
  const state = { forgotten: false, messages: 0, mostOnTheWay: 0 };
  const far = new FarOutput(1, streams, forms, (message) => toHost.push(message));
  const near = new IsolatedOutput(1, { write: (stream, data, options) => sink.write(stream, data as Uint8Array, options?.isWhole === true), end: (stream) => sink.end(stream), done: (result) => sink.done(result as number) }, (message) => toPlugin.push(message), () => (state.forgotten = true));
  const run = async (): Promise<void> => {
    state.mostOnTheWay = Math.max(state.mostOnTheWay, toHost.reduce((weight, message) => weight + (message.type === "output" ? weightOf(message.data.length, message.pieces) : 0), 0));
    for (const message of mergeOutput(toHost.splice(0))) {
      state.messages++;
      near.take(message as Exclude<FromShells, { type: "facts" }>);
    }
    await turn();
    for (const message of toPlugin.splice(0)) {
      if (message.type === "welcome") far.welcome(message.weight);
      else if (message.type === "unread") far.unread();
    }
    await turn();
  };
  return { sink, far, near, run, state, output: far.asGiven(), toHost };
}

describe("the output of an isolated command", () => {
  it("loses nothing, keeps the order of each stream and never has more on its way than its window, whatever is written and read", async () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = createRandom(seed);
      const { sink, output, run, state } = bothSides();
      const written: Record<string, Buffer[]> = { stdout: [], stderr: [] };
      const [got, pending]: [Record<string, Buffer[]>, Promise<boolean>[]] = [{ stdout: [], stderr: [] }, []];
      let number = 0;
      for (let round = 0; round < 40; round++) {
        for (let count = random.below(12); count > 0; count--) {
          const stream = random.pick(streams);
          const octets = random.pick([1, 10, 1000, 65_536, 65_537, 300_000]);
          pending.push(output.write(stream, Buffer.alloc(octets, ++number)));
          written[stream]!.push(Buffer.alloc(octets, number));
        }
        await run();
        if (random.oneIn(2)) readInto(got, sink);
      }
      output.done(3);
      while (!sink.isOver || sink.waiting > 0) {
        await run();
        readInto(got, sink);
      }
      await run();
      assert.deepEqual(await Promise.all(pending), pending.map(() => true), `seed ${seed}`);
      for (const stream of streams) assert.ok(Buffer.concat(got[stream]!).equals(Buffer.concat(written[stream]!)), `seed ${seed}`);
      assert.ok(state.mostOnTheWay <= outputWindow.weight);
      assert.equal(sink.result, 3);
    }
  });

  it("needs no answer for a small write, and one message for many", async () => {
    const { output, run, state, sink } = bothSides(new ReadSink(streams, true));
    for (let count = 0; count < 1000; count++) assert.equal(await output.write("stdout", "line\n"), true);
    await run();
    assert.deepEqual([state.messages, sink.came], [1, 5000]);
  });

  it("says that nobody reads any more to those who wait and to those who come", async () => {
    const { output, run, sink, state } = bothSides();
    const waiting = output.write("stdout", Buffer.alloc(2 * 1024 * 1024));
    await run();
    sink.close();
    await run();
    assert.deepEqual([await waiting, await output.write("stdout", "x"), state.forgotten], [false, false, true]);
  });

  it("is let go of when its command is closed and all of it was read", async () => {
    const { output, near, run, sink, state } = bothSides();
    void output.write("stdout", Buffer.alloc(outputWindow.weight - 10_000));
    for (let count = 0; count < 3; count++) void output.write("stdout", Buffer.alloc(100_000));
    output.done(0);
    for (let count = 0; count < 9; count++) await run();
    near.release();
    assert.equal(state.forgotten, sink.waiting < 512 * 1024);
    while (!sink.isOver || sink.waiting > 0) {
      sink.read();
      await run();
    }
    assert.equal(state.forgotten, true);
    assert.equal(await output.write("stdout", "x"), false);
  });

  it("that a forger sends costs its place when it is more than its window, or none", () => {
    const piece = (data: unknown, pieces: unknown = 1): never => ({ type: "output", output: 1, stream: "stdout", pieces, data }) as never;
    for (const [message, why] of [[piece("text"), /output that is none/u], [piece(new Uint8Array(1), 0), /output that is none/u], [piece(new Uint8Array(1), 1.5), /output that is none/u], [piece(new Uint8Array(outputWindow.weight)), /more output than/u], [piece(new Uint8Array(0), 2049), /more output than/u]] as const) {
      assert.throws(() => bothSides().near.take(message), why);
    }
    const { near } = bothSides();
    // A sink that nobody reads, and small pieces without end.
    assert.throws(() => {
      for (;;) near.take(piece(new Uint8Array(1)));
    }, /more output than/u);
  });
});

function readInto(got: Record<string, Buffer[]>, sink: ReadSink): void {
  for (const stream of streams) got[stream]!.push(sink.octets(stream));
  sink.read();
}
