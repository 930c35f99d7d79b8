import type { AuthorizationOperations, AuthorizedOperation, OperationDecision, Quota, UserDecision } from "../../sdk/define-authorization-plugin.js";
import type { SenderDetails } from "../../sdk/operation-request.js";
import type { AuthorizationMethod } from "./authorization-methods.js";
import { fromAnswerData } from "./isolated-items.js";
import type { AnswerData, AuthorizationData } from "./messages.js";
import { toSenderData } from "./to-request-data.js";

export interface AuthorizationSource {
  /** Rejects when the plug-in has died. */
  ask(method: AuthorizationMethod, question: AuthorizationData): Promise<AnswerData>;
  /** Has its side ended, and all contexts with it? */
  isOver(): boolean;
}

/** A context of the other side. It never leaves it: here is only its number. */
class FarContext {
  constructor(readonly id: number) {}
}

interface About {
  readonly sender: SenderDetails;
  readonly context: unknown;
  readonly operation?: AuthorizedOperation;
  readonly action?: string;
  readonly resourceUri?: string;
}

/** An authorization plug-in's operations, made of functions that ask the other side. What it says is read as strictly as any plug-in's answer. */
export function isolatedAuthorization(source: AuthorizationSource): Required<Omit<AuthorizationOperations, "shutdown">> {
  const ask = (method: AuthorizationMethod, { sender, context, operation, action, resourceUri }: About): Promise<AnswerData> => source.ask(method, {
    sender: toSenderData(sender), context: context instanceof FarContext ? context.id : undefined,
    ...(operation === undefined ? {} : { about: { operation, action: action!, resourceUri: resourceUri! } }),
  });
  return {
    authorizeUser: async (sender) => {
      const answer = await ask("authorizeUser", { sender, context: undefined });
      const decision = decisionOf(answer) as UserDecision;
      return answer.kind !== "decided" || answer.context === undefined ? decision : { ...decision, context: new FarContext(answer.context) };
    },
    authorizeOperation: async (question) => decisionOf(await ask("authorizeOperation", question)) as OperationDecision,
    queryQuota: async (question) => decisionOf(await ask("queryQuota", question)) as Quota | undefined,
    release: (question): unknown =>
      ask("release", question).then(decisionOf).catch((error: unknown) => {
        if (!source.isOver()) throw error;
      }),
  };
}

const decisionOf = (answer: AnswerData): unknown => (answer.kind === "decided" ? answer.decision : fromAnswerData(answer));
