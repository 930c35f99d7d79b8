/** What was answered to one question, each time that it was asked. */
export interface RecordedRule<Question, Reply> {
  readonly question: Question;
  readonly replies: Reply[];
}

/** Questions in the order in which they were first asked. */
export class RuleList<Question, Reply> {
  readonly #rules = new Map<string, RecordedRule<Question, Reply>>();

  /** @param key equal for questions that a script cannot tell apart */
  add(key: string, question: Question, reply: Reply): void {
    const rule = this.#rules.get(key) ?? { question, replies: [] };
    rule.replies.push(reply);
    this.#rules.set(key, rule);
  }

  get rules(): readonly RecordedRule<Question, Reply>[] {
    return [...this.#rules.values()];
  }

  get size(): number {
    return this.#rules.size;
  }
}
