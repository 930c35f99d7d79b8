import type { MockCall } from "../script/mock-call.js";

interface Replying<Reply> {
  readonly reply?: Reply | ((call: MockCall) => Reply | Promise<Reply>);
  readonly replies?: readonly Reply[];
}

/** Gives a rule's replies one after the other, the last again and again. */
export class RuleReplies<Reply extends object> {
  #next = 0;

  constructor(private readonly rule: Replying<Reply>) {}

  /** @throws what a function of the script throws */
  take(call: MockCall): Reply | Promise<Reply> {
    const { reply, replies } = this.rule;
    if (replies !== undefined) return replies[Math.min(this.#next++, replies.length - 1)]!;
    // The reader has seen to it that one of the two is there.
    return typeof reply === "function" ? reply(call) : reply!;
  }
}
