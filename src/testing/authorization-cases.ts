import { isDeepStrictEqual } from "node:util";
import type { AuthorizedOperation } from "../sdk/define-authorization-plugin.js";

/** Operations that this version can ask for. */
export type AskableOperation = Extract<AuthorizedOperation, "Get" | "Put" | "Create" | "Delete" | "Enumerate" | "Invoke">;

const operations: readonly string[] = ["Get", "Put", "Create", "Delete", "Enumerate", "Invoke"] satisfies readonly AskableOperation[];

/** One request of one user. */
export interface AuthorizationQuestion {
  readonly title: string;
  readonly user: string;
  readonly operation: AskableOperation;
  readonly resourceUri: string;
  /** Milliseconds that the clock is turned by while the answer is waited for: a plug-in that takes longer than it may is taken as no. */
  readonly advance?: number;
}

export interface AllowsCase extends AuthorizationQuestion {
  /** As whom the operation runs. Default: anybody. */
  readonly runsAs?: string;
  readonly isAdministrator?: boolean;
  /** Variables that the account's environment must hold. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface DeniesCase extends AuthorizationQuestion {
  /** What the log must say. The client learns nothing. */
  readonly reason?: string | RegExp;
}

export interface RedirectsCase extends AuthorizationQuestion {
  readonly to: string;
}

/** The table of an authorization plug-in's tests. */
export interface AuthorizationCases {
  readonly allows: readonly AllowsCase[];
  /** At least one: a plug-in that denies nothing protects nothing. */
  readonly denies: readonly DeniesCase[];
  readonly redirects?: readonly RedirectsCase[];
}

const common = ["title", "user", "operation", "resourceUri", "advance"];
const known: Readonly<Record<keyof AuthorizationCases, readonly string[]>> = {
  allows: [...common, "runsAs", "isAdministrator", "environment"], denies: [...common, "reason"], redirects: [...common, "to"],
};

/** What is lazy or wrong about a table, all of it. @param users names of the accounts there are */
export function checkAuthorizationCases(cases: AuthorizationCases, users: readonly string[]): readonly string[] {
  const problems: string[] = [];
  const seen: AuthorizationQuestion[] = [];
  for (const table of ["allows", "denies", "redirects"] as const) {
    const listed: unknown = cases[table] ?? [];
    if (!Array.isArray(listed)) problems.push(`\`${table}\` is not a list of cases.`);
    else if (listed.length === 0 && table !== "redirects") problems.push(`\`${table}\` is empty: show at least one request that the plug-in ${table}.`);
    else for (const each of listed as readonly AuthorizationQuestion[]) checkQuestion(each, table, users, seen, problems);
  }
  return problems;
}

function checkQuestion(each: AuthorizationQuestion, table: keyof AuthorizationCases, users: readonly string[], seen: AuthorizationQuestion[], problems: string[]): void {
  const { title, user, operation, resourceUri } = each;
  if (typeof title !== "string" || title.trim() === "") problems.push(`A case in \`${table}\` has no title.`);
  const report = (problem: string): void => void problems.push(`"${title}": ${problem}`);
  for (const key of Object.keys(each)) if (!known[table].includes(key)) report(`there is no key ${key}; there are ${known[table].join(", ")}.`);
  if (!users.includes(user)) report(`there is no user ${user}; there are ${users.join(", ")}.`);
  if (!operations.includes(operation)) report(`${String(operation)} is no operation; there are ${operations.join(", ")}.`);
  if (typeof resourceUri !== "string" || resourceUri === "") report("it names no resourceUri.");
  if (table === "redirects" && typeof (each as RedirectsCase).to !== "string") report("it does not say where to.");
  const twin = seen.find((other) => isDeepStrictEqual([other.user, other.operation, other.resourceUri], [user, operation, resourceUri]));
  if (twin !== undefined) report(`it asks the same as "${twin.title}".`);
  if (seen.some((other) => other.title === title)) report("another case has the same title.");
  seen.push(each);
}
