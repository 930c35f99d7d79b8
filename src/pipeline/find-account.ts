import type { UserRecord } from "../protocol/auth/users-text.js";
import type { NegotiatedIdentity } from "./negotiate-provider.js";

/** The accounts of a host; `UsersFile`. */
export interface Accounts {
  readonly generation: number;
  find(name: string): Promise<UserRecord | undefined>;
  /** Reads them again when they changed; nothing to wait for when they did not. */
  refresh(): Promise<void> | undefined;
}

/**
 * The account of somebody that a provider has recognised. Rights come from the users file alone: who has no account there stays out,
 * whatever a domain says. `DOMAIN\alice` is the account of that name, or `alice`, as it is for Basic. `alice@REALM` is the account that is
 * written so, or `alice`; where a KDC trusts other realms, accounts are to be written with theirs. Service principals (`alice/admin`), and
 * names that hold what separates others, are nobody's.
 */
export async function findAccount(accounts: Accounts, { name, mechanism }: NegotiatedIdentity): Promise<UserRecord | undefined> {
  const at = name.lastIndexOf("@");
  if (mechanism !== "Kerberos" || at < 0) return accounts.find(name);
  const short = name.slice(0, at);
  if (/[\\/@]/u.test(short)) return undefined;
  return (await accounts.find(name)) ?? accounts.find(short);
}
