import type { AuthorizedOperation, Quota, UserDecision } from "../sdk/define-authorization-plugin.js";
import type { SenderDetails } from "../sdk/operation-request.js";
import type { AuthorizationLease, OperationAnswer } from "./plugin-host.js";

/** Asks about one operation under a context. */
export type OperationQuestion = (context: UserContext, sender: SenderDetails, operation: AuthorizedOperation, action: string, resourceUri: string) => Promise<OperationAnswer>;

/**
 * One answer of the authorization plug-in about one user. Requests hold it by leases; when it is outdated (refreshed, idle, host
 * stopping) the last holder releases it, so that what is pending ends under what it began with.
 */
export class UserContext {
  #holders = 0;
  #outdated = false;
  #released = false;

  constructor(
    readonly decision: Extract<UserDecision, { allow: true }>,
    readonly quota: Quota | undefined,
    /** As the question was asked. */
    readonly sender: SenderDetails,
    private readonly question: OperationQuestion,
    private readonly release: (context: UserContext) => void,
  ) {}

  get isHeld(): boolean {
    return this.#holders > 0;
  }

  /** No new leases from here on. */
  outdate(): void {
    this.#outdated = true;
    this.#releaseWhenFree();
  }

  lease(sender: SenderDetails): AuthorizationLease {
    this.#holders++;
    let given = false;
    const runsAs = this.#mapped(sender);
    return {
      sender: runsAs,
      quota: this.quota,
      authorizeOperation: (operation, action, resourceUri) => this.question(this, runsAs, operation, action, resourceUri),
      share: () => this.lease(sender),
      giveBack: () => {
        if (given) return;
        given = true;
        this.#holders--;
        this.#releaseWhenFree();
      },
    };
  }

  #mapped(sender: SenderDetails): SenderDetails {
    const { mapTo, environment, isAdministrator } = this.decision;
    if (mapTo === undefined && environment === undefined && isAdministrator === undefined) return sender;
    return {
      ...sender,
      senderName: mapTo ?? sender.senderName,
      isAdministrator: isAdministrator ?? sender.isAdministrator,
      environment: environment === undefined ? sender.environment : new Map([...sender.environment, ...Object.entries(environment).map(([name, value]) => [name.toUpperCase(), value] as const)]),
    };
  }

  #releaseWhenFree(): void {
    if (!this.#outdated || this.#holders > 0 || this.#released) return;
    this.#released = true;
    this.release(this);
  }
}
