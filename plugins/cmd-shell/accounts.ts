/** An account of the operating system that a command may run as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** All groups, the first one (`gid`) among them. */
  readonly groups: readonly number[];
  readonly home: string;
  /** Its login shell, for the variable SHELL. */
  readonly shell: string;
}

/** What is asked about accounts. */
export interface Accounts {
  /** @returns `undefined` when the machine has no account of exactly this name. @throws Error when it cannot be found out */
  findAccount(name: string): Promise<Account | undefined>;
  /** The account of this process; `undefined` on systems without such numbers. */
  userId(): number | undefined;
}
