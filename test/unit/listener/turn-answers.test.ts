import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TurnAnswers } from "../../../src/listener/turn-answers.js";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("TurnAnswers", () => {
  it("sends at the end of a turn that brought requests, in order, and at once in any other", async () => {
    const answers = new TurnAnswers();
    const sent: string[] = [];
    answers.add(() => sent.push("no request has come"));
    answers.open();
    answers.add(() => sent.push("first"));
    answers.open();
    answers.add(() => sent.push("second"));
    assert.deepEqual(sent, ["no request has come"]);
    await turn();
    answers.add(() => sent.push("later"));
    assert.deepEqual(sent, ["no request has come", "first", "second", "later"]);
  });

  it("keeps none for longer than a millisecond, once it is its turn again", () => {
    const answers = new TurnAnswers();
    const sent: string[] = [];
    const block = (): void => {
      for (const until = performance.now() + 2; performance.now() < until; );
    };
    answers.open();
    answers.add(() => sent.push("first"));
    block();
    answers.open();
    assert.deepEqual(sent, ["first"]);
    block();
    answers.add(() => sent.push("second"));
    assert.deepEqual(sent, ["first", "second"]);
  });

  it("sends the others when one goes wrong", async () => {
    const answers = new TurnAnswers();
    const sent: string[] = [];
    const loud = new Promise<unknown>((resolve) => {
      const before = process.listeners("uncaughtException");
      process.removeAllListeners("uncaughtException");
      process.once("uncaughtException", (error) => {
        for (const listener of before) process.on("uncaughtException", listener);
        resolve(error);
      });
    });
    answers.open();
    answers.add(() => {
      throw new Error("cannot be sent");
    });
    answers.add(() => sent.push("second"));
    await turn();
    assert.deepEqual(sent, ["second"]);
    assert.match(String(await loud), /cannot be sent/u);
  });
});
