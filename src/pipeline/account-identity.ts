import type { Identity } from "../base/identity.js";
import type { UserRecord } from "../protocol/auth/users-text.js";

/** What of an account makes an identity. */
export type AccountFacts = Pick<UserRecord, "name" | "administrator" | "environment">;

/** Looks an account up by its name and asks for no password. `undefined`: there is none. */
export type FindAccount = (name: string) => Promise<AccountFacts | undefined>;

/** Who has proved to be the owner of an account. @param more what the way of proving it adds */
export const accountIdentity = ({ name, administrator, environment }: AccountFacts, authenticationType: string, more: Pick<Identity, "certificate"> = {}): Identity =>
  Object.freeze({ name, authenticationType, isAdministrator: administrator, environment, ...more });

/** Identities by one way of proving it: the same one as long as the account is the same, so that what is keyed by it later is found again. */
export class AccountIdentities {
  readonly #known = new WeakMap<AccountFacts, Identity>();

  constructor(private readonly authenticationType: string) {}

  of(account: AccountFacts): Identity {
    let identity = this.#known.get(account);
    if (identity === undefined) this.#known.set(account, (identity = accountIdentity(account, this.authenticationType)));
    return identity;
  }
}
