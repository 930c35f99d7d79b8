import type { Identity } from "../../base/identity.js";
import { accountIdentity, type FindAccount } from "../account-identity.js";
import type { AccountUser, ForeignUser, HttpUser } from "../../sdk/http-user.js";

export const httpUser = ({ name, authenticationType, isAdministrator }: Identity): HttpUser => ({
  getUserName: () => name,
  getRemoteUserName: () => name,
  getAuthenticationType: () => authenticationType,
  supportsIsInRole: () => false,
  isAdministrator,
});

/** Is this a user as `setUser` takes them? JavaScript gives anything. */
export function isUser(user: unknown): user is AccountUser | ForeignUser {
  if (typeof user !== "object" || user === null) return false;
  const { userName, authenticationType, isAccount, isAdministrator } = user as Record<string, unknown>;
  const isText = typeof userName === "string" && userName !== "" && (authenticationType === undefined || typeof authenticationType === "string");
  // Rights are the account's own: who gives some to an account has mistaken what the call does.
  const isRight = isAccount === false ? isAdministrator === undefined || typeof isAdministrator === "boolean" : isAdministrator === undefined;
  return isText && isRight && (isAccount === undefined || typeof isAccount === "boolean");
}

/** @returns `undefined` when there is no such account */
export async function identityOf(user: AccountUser | ForeignUser, moduleName: string, findAccount: FindAccount): Promise<Identity | undefined> {
  const { authenticationType = moduleName } = user;
  if (user.isAccount === false) {
    const { userName: name, isAdministrator = false, environment = {} } = user;
    return Object.freeze({ name, authenticationType, isAdministrator, environment: new Map(Object.entries(environment).map(([key, value]) => [key.toUpperCase(), String(value)])) });
  }
  const account = await findAccount(user.userName);
  return account && accountIdentity(account, authenticationType);
}
