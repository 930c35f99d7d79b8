import type { AuthorizationOperations } from "../../sdk/define-authorization-plugin.js";
import { readDecision } from "../ask-authorization.js";
import { fromSenderData } from "./from-request-data.js";
import type { AnswerData, ToPlugin } from "./messages.js";

type Question = Extract<ToPlugin, { type: "authorize" }>;
type Decided = Extract<AnswerData, { kind: "decided" }>;

/**
 * An authorization plug-in on its own side. The contexts that it gives are any values, so they stay here; the host holds their numbers
 * until it releases them.
 */
export class FarAuthorization {
  readonly #contexts = new Map<number, unknown>();
  #lastId = 0;

  /** @throws what the plug-in throws; WrongAnswer */
  async answer(operations: AuthorizationOperations, { method, question: { sender: data, context: id, about } }: Question): Promise<Decided> {
    const sender = fromSenderData(data);
    const context = id === undefined ? undefined : this.#contexts.get(id);
    switch (method) {
      case "authorizeUser": return this.#admit(readDecision.user(await operations.authorizeUser(sender)));
      case "authorizeOperation": return decided(readDecision.operation(await operations.authorizeOperation({ sender, ...about!, context })));
      case "queryQuota": return decided(readDecision.quota(await operations.queryQuota?.({ sender, context })));
      case "release": {
        if (id !== undefined) this.#contexts.delete(id);
        await (operations.release?.({ sender, context }) as unknown);
        return decided(undefined);
      }
    }
  }

  #admit(decision: ReturnType<typeof readDecision.user>): Decided {
    if (!("allow" in decision) || !decision.allow) return decided(decision);
    const { context, ...plain } = decision;
    if (context === undefined) return decided(plain);
    const id = ++this.#lastId;
    this.#contexts.set(id, context);
    return { ...decided(plain), context: id };
  }
}

const decided = (decision: Decided["decision"]): Decided => ({ kind: "decided", decision });
