import { accountKey, type UserRecord } from "../protocol/auth/users-text.js";
import type { NegotiatedIdentity } from "../base/negotiate-provider.js";

/** The accounts of a host; `UsersFile`. */
export interface Accounts {
  readonly generation: number;
  find(name: string): Promise<UserRecord | undefined>;
  /** Reads them again when they changed; nothing to wait for when they did not. */
  refresh(): Promise<void> | undefined;
}

/**
 * The account of somebody that a provider has recognised. Rights come from the users file alone: who has no account there stays out,
 * whatever a domain says. `alice@REALM` and `DOMAIN\\alice` are the accounts that are written so, or the one that the mechanism's own rules
 * make of the name (`localName`); never the account of what stands before or behind the domain, which in another domain is anybody's.
 */
export async function findAccount(accounts: Accounts, { name, localName }: Pick<NegotiatedIdentity, "name" | "localName">): Promise<UserRecord | undefined> {
  return (await exactly(accounts, name)) ?? (localName === undefined ? undefined : exactly(accounts, localName));
}

async function exactly(accounts: Accounts, name: string): Promise<UserRecord | undefined> {
  const account = await accounts.find(name);
  return account !== undefined && accountKey(account.name) === accountKey(name) ? account : undefined;
}
