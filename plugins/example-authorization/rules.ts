import type { AuthorizedOperation, Quota } from "wsmanor/sdk";

export interface Rule {
  readonly operations: readonly (AuthorizedOperation | "*")[];
  /** Starts of resource URIs in lower case, or `*`. */
  readonly resources: readonly string[];
}

export interface UserRules {
  readonly administrator: boolean;
  readonly mapTo: string | undefined;
  /** URL of the host that serves this user instead. */
  readonly redirect: string | undefined;
  readonly environment: Readonly<Record<string, string>> | undefined;
  readonly allow: readonly Rule[];
  readonly quota: Quota | undefined;
}

export interface Rules {
  /** By name in lower case. */
  readonly users: ReadonlyMap<string, UserRules>;
  readonly everybodyElse: UserRules | undefined;
}

const operations = ["Get", "Put", "Create", "Delete", "Enumerate", "Subscribe", "Shell", "Command", "Invoke", "*"] as const;

/** @throws Error saying where in the document which rule is broken */
export function readRules(text: string): Rules {
  const document = record(JSON.parse(text) as unknown, "the document", ["users", "everybodyElse"]);
  const users = new Map<string, UserRules>();
  for (const [name, rules] of Object.entries(record(document["users"] ?? {}, "users"))) users.set(name.toLowerCase(), readUser(rules, `users.${name}`));
  return { users, everybodyElse: document["everybodyElse"] === undefined ? undefined : readUser(document["everybodyElse"], "everybodyElse") };
}

/** May this user do that there? */
export const allows = ({ allow }: UserRules, operation: AuthorizedOperation, resourceUri: string): boolean =>
  allow.some((rule) => (rule.operations.includes("*") || rule.operations.includes(operation)) && rule.resources.some((start) => start === "*" || resourceUri.toLowerCase().startsWith(start)));

function readUser(value: unknown, where: string): UserRules {
  const user = record(value, where, ["administrator", "mapTo", "redirect", "environment", "allow", "quota"]);
  const { administrator = false, mapTo, redirect, environment, allow = [], quota } = user;
  if (typeof administrator !== "boolean") throw new Error(`${where}.administrator is not true or false`);
  if (mapTo !== undefined && typeof mapTo !== "string") throw new Error(`${where}.mapTo is not a name`);
  if (redirect !== undefined && (typeof redirect !== "string" || !URL.canParse(redirect))) throw new Error(`${where}.redirect is not a URL`);
  if (!Array.isArray(allow)) throw new Error(`${where}.allow is not a list`);
  return {
    administrator,
    mapTo,
    redirect,
    environment: environment === undefined ? undefined : texts(environment, `${where}.environment`),
    allow: allow.map((rule, index) => readRule(rule, `${where}.allow[${index}]`)),
    quota: quota === undefined ? undefined : readQuota(quota, `${where}.quota`),
  };
}

function readRule(value: unknown, where: string): Rule {
  const rule = record(value, where, ["operations", "resources"]);
  const list = (name: "operations" | "resources"): readonly string[] => {
    const given = rule[name];
    if (!Array.isArray(given) || !given.every((each): each is string => typeof each === "string")) throw new Error(`${where}.${name} is not a list of texts`);
    return given;
  };
  const stranger = list("operations").find((name) => !(operations as readonly string[]).includes(name));
  if (stranger !== undefined) throw new Error(`${where}.operations: ${JSON.stringify(stranger)} is none of ${operations.join(", ")}`);
  return { operations: list("operations") as Rule["operations"], resources: list("resources").map((uri) => uri.toLowerCase()) };
}

function readQuota(value: unknown, where: string): Quota {
  const names = ["maxAllowedConcurrentShells", "maxAllowedConcurrentOperations", "timeslotSize", "maxAllowedOperationsPerTimeslot"] as const;
  const quota = record(value, where, names);
  const limit = (name: (typeof names)[number]): number | "unlimited" => {
    const given = quota[name] ?? "unlimited";
    if (given === "unlimited" || (typeof given === "number" && Number.isInteger(given) && given >= 0)) return given;
    throw new Error(`${where}.${name} is neither a whole number nor "unlimited"`);
  };
  const slot = limit("timeslotSize");
  return {
    maxAllowedConcurrentShells: limit("maxAllowedConcurrentShells"),
    maxAllowedConcurrentOperations: limit("maxAllowedConcurrentOperations"),
    timeslotSize: slot === "unlimited" ? 1 : slot,
    maxAllowedOperationsPerTimeslot: limit("maxAllowedOperationsPerTimeslot"),
  };
}

function record(value: unknown, where: string, known?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${where} is not an object`);
  const stranger = known === undefined ? undefined : Object.keys(value).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`${where} has no ${JSON.stringify(stranger)}; it has ${known!.join(", ")}`);
  return value as Record<string, unknown>;
}

function texts(value: unknown, where: string): Readonly<Record<string, string>> {
  for (const [name, text] of Object.entries(record(value, where))) if (typeof text !== "string") throw new Error(`${where}.${name} is not a text`);
  return value as Record<string, string>;
}
