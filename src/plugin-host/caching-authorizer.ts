import type { Clock } from "../base/clock.js";
import type { Logger } from "../base/logger.js";
import type { AuthorizationOperations, AuthorizedOperation } from "../sdk/define-authorization-plugin.js";
import type { SenderDetails } from "../sdk/operation-request.js";
import { AuthorizationQuestions, readDecision } from "./ask-authorization.js";
import { describeThrown } from "./describe-thrown.js";
import type { AuthorizationAdmission, AuthorizationPort, OperationAnswer } from "./plugin-host.js";
import { UserContext } from "./user-context.js";

export interface AuthorizerSettings {
  readonly name: string;
  readonly filename: string;
  readonly supportsQuota: boolean;
  /** 0: every request asks. */
  readonly quotaRefreshIntervalSeconds: number;
  /** Milliseconds for one answer. */
  readonly timeout: number;
}

/** What is known about a user until it must be asked again. */
type Known = { readonly until: number } & ({ readonly context: UserContext } | { readonly refused: AuthorizationAdmission });

/** A failure, which is not remembered. */
interface NoAnswer {
  readonly reason: string;
}

const stopping: NoAnswer = { reason: "the host is stopping" };

/** Holds users' authorizations for the refresh interval and asks the plug-in when there is none. Everything but a clear yes is no. */
export class CachingAuthorizer implements AuthorizationPort {
  readonly plugin: { readonly name: string; readonly filename: string };
  readonly #questions: AuthorizationQuestions;
  readonly #interval: number;
  readonly #known = new Map<string, Known>();
  readonly #asking = new Map<string, Promise<Known | NoAnswer>>();
  #sweeping: (() => void) | undefined;
  #closed = false;

  /** @param operations the plug-in's, or why it does not serve: then everybody is denied */
  constructor(
    private readonly settings: AuthorizerSettings,
    private readonly operations: () => AuthorizationOperations | string | Promise<AuthorizationOperations | string>,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.plugin = { name: settings.name, filename: settings.filename };
    this.#questions = new AuthorizationQuestions(settings.name, settings.timeout, clock, logger);
    this.#interval = settings.quotaRefreshIntervalSeconds * 1000;
  }

  admit(sender: SenderDetails): AuthorizationAdmission | Promise<AuthorizationAdmission> {
    if (this.#interval === 0) return this.#admitOnce(sender);
    const key = keyOf(sender);
    const known = this.#known.get(key);
    if (known !== undefined && this.clock.now() < known.until) return admissionOf(known, sender);
    // Several requests that need the same answer wait for one question.
    let asking = this.#asking.get(key);
    if (asking === undefined) {
      asking = this.#refresh(key, sender);
      this.#asking.set(key, asking);
    }
    return asking.then((answer) => ("reason" in answer ? undecided(answer) : admissionOf(answer, sender)));
  }

  /** Gives every context back that no request holds; the others follow when their requests end. */
  close(): void {
    this.#closed = true;
    this.#sweeping?.();
    this.#sweeping = undefined;
    this.forget();
  }

  /** Everybody is asked about anew: the plug-in that had decided has ended. */
  forget(): void {
    for (const known of this.#known.values()) if ("context" in known) known.context.outdate();
    this.#known.clear();
  }

  async #admitOnce(sender: SenderDetails): Promise<AuthorizationAdmission> {
    const answer = await this.#ask(sender);
    if ("reason" in answer) return undecided(answer);
    const admission = admissionOf(answer, sender);
    if ("context" in answer) answer.context.outdate();
    return admission;
  }

  async #refresh(key: string, sender: SenderDetails): Promise<Known | NoAnswer> {
    const answer = await this.#ask(sender);
    this.#asking.delete(key);
    const before = this.#known.get(key);
    // A failure is not remembered: the next request asks again.
    if ("reason" in answer || this.#closed) this.#known.delete(key);
    else this.#known.set(key, answer);
    if (this.#closed && "context" in answer) {
      answer.context.outdate();
      return stopping;
    }
    if (before !== undefined && "context" in before) before.context.outdate();
    if (this.#known.size > 0) this.#sweepLater();
    return answer;
  }

  async #ask(sender: SenderDetails): Promise<Known | NoAnswer> {
    const operations = await this.operations();
    if (typeof operations === "string") return { reason: `authorization plug-in "${this.settings.name}" does not serve: ${operations}` };
    const user = await this.#questions.ask("authorizeUser", sender.senderName, () => operations.authorizeUser(sender), readDecision.user, (late) => {
      if ("allow" in late && late.allow) this.#release(operations, sender, late.context);
    });
    if ("reason" in user) return user;
    const until = this.clock.now() + this.#interval;
    const { answer: decision } = user;
    if ("redirect" in decision) return { until, refused: { kind: "redirect", url: decision.redirect } };
    if (!decision.allow) {
      const reason = `authorization plug-in "${this.settings.name}" refuses the user: ${decision.reason ?? "no reason given"}`;
      return { until, refused: { kind: "denied", reason } };
    }
    const quota = await this.#queryQuota(operations, sender, decision.context);
    const context = new UserContext(decision, "reason" in quota ? undefined : quota.answer, sender, (...question) => this.#authorizeOperation(operations, ...question), (user) => this.#release(operations, user.sender, user.decision.context));
    if (!("reason" in quota)) return { until, context };
    context.outdate();
    return quota;
  }

  async #queryQuota(operations: AuthorizationOperations, sender: SenderDetails, context: unknown) {
    if (!this.settings.supportsQuota) return { answer: undefined };
    return this.#questions.ask("queryQuota", sender.senderName, () => operations.queryQuota?.({ sender, context }), readDecision.quota);
  }

  async #authorizeOperation(
    operations: AuthorizationOperations, user: UserContext, sender: SenderDetails, operation: AuthorizedOperation, action: string, resourceUri: string,
  ): Promise<OperationAnswer> {
    const { context } = user.decision;
    const asked = await this.#questions.ask(
      "authorizeOperation", sender.senderName, () => operations.authorizeOperation({ sender, operation, action, resourceUri, context }), readDecision.operation,
    );
    if ("reason" in asked) return { allowed: false, reason: asked.reason, isUndecided: true };
    if (asked.answer.allow) return { allowed: true };
    return { allowed: false, reason: `authorization plug-in "${this.settings.name}" refuses ${operation}: ${asked.answer.reason ?? "no reason given"}` };
  }

  #release(operations: AuthorizationOperations, sender: SenderDetails, context: unknown): void {
    const complain = (error: unknown): void => this.logger.warn(`authorization plug-in "${this.settings.name}" failed in release: ${describeThrown(error)}`, { plugin: this.settings.name });
    try {
      const done: unknown = operations.release?.({ sender, context });
      void Promise.resolve(done).then(undefined, complain);
    } catch (error) {
      complain(error);
    }
  }

  /** Forgets users who have not come back a whole interval after their answer ran out. */
  #sweepLater(): void {
    if (this.#sweeping !== undefined) return;
    this.#sweeping = this.clock.after(this.#interval, () => {
      this.#sweeping = undefined;
      const now = this.clock.now();
      for (const [key, known] of this.#known) {
        if (now < known.until || this.#asking.has(key)) continue;
        this.#known.delete(key);
        if ("context" in known) known.context.outdate();
      }
      if (this.#known.size > 0) this.#sweepLater();
    });
  }
}

const undecided = ({ reason }: NoAnswer): AuthorizationAdmission => ({ kind: "denied", reason, isUndecided: true });

function admissionOf(known: Known, sender: SenderDetails): AuthorizationAdmission {
  return "context" in known ? { kind: "admitted", lease: known.context.lease(sender) } : known.refused;
}

function keyOf({ senderName, authenticationMechanism, certificateDetails }: SenderDetails): string {
  const certificate = certificateDetails === undefined ? "" : `\0${certificateDetails.issuerThumbprint}\0${certificateDetails.subject}`;
  return `${authenticationMechanism}\0${senderName.toLowerCase()}${certificate}`;
}
