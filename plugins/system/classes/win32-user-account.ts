import { cimClass, type CimClass, type PropertyRow } from "../cim-class.js";
import type { Account } from "../sources/accounts.js";
import type { Facts } from "../facts.js";

interface User {
  readonly facts: Facts;
  readonly account: Account;
}

/** UF_NORMAL_ACCOUNT; and SidTypeUser. */
const normalAccount = 512;
const sidOfUser = 1;

const properties: Readonly<Record<string, PropertyRow<User>>> = {
  AccountType: ["uint32", normalAccount],
  Caption: ["string", ({ facts, account }) => `${facts.hostname}\\${account.name}`],
  Description: ["string", ({ account }) => account.description],
  Disabled: ["boolean", ({ account }) => account.disabled],
  Domain: ["string", ({ facts }) => facts.hostname],
  FullName: ["string", ({ account }) => account.fullName],
  InstallDate: ["datetime"],
  LocalAccount: ["boolean", true],
  Lockout: ["boolean", ({ account }) => account.lockedOut],
  Name: ["string", ({ account }) => account.name],
  PasswordChangeable: ["boolean", ({ account }) => account.password.changeable],
  PasswordExpires: ["boolean", ({ account }) => account.password.expires],
  PasswordRequired: ["boolean", ({ account }) => account.password.required],
  SID: ["string", ({ account }) => account.sid],
  SIDType: ["uint8", sidOfUser],
  // Windows calls an account degraded that nobody can use.
  Status: ["string", ({ account: { disabled } }) => (disabled === undefined ? null : disabled ? "Degraded" : "OK")],
};

/** Users that the machine itself knows. */
export const win32UserAccount: CimClass = cimClass<User>({
  name: "Win32_UserAccount", superClass: "Win32_Account", keys: ["Domain", "Name"], properties,
  async *sources(facts) {
    for (const account of await facts.accounts) yield { facts, account };
  },
});
