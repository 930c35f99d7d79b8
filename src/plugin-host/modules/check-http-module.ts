import { modulePriorities, requestNotifications, type ModuleNotification, type ModulePriority } from "../../sdk/request-notification.js";
import type { PluginProblem } from "../plugin-problem.js";

/** What was found of an HTTP module; checked, therefore typed. */
export interface CheckedHttpModule {
  readonly notifications: readonly ModuleNotification[];
  readonly priorities: ReadonlyMap<ModuleNotification, ModulePriority>;
  readonly register: (start: unknown) => unknown;
}

const known: readonly string[] = requestNotifications.flatMap((name) => [name, `post${name[0]!.toUpperCase()}${name.slice(1)}`]);
const isNotification = (name: unknown): name is ModuleNotification => known.includes(name as string);

const error = (rule: string, message: string, more: Partial<PluginProblem> = {}): PluginProblem => ({ severity: "error", rule, message, ...more });

/**
 * Checks by shape what a file gave; an `instanceof` would refuse modules that bring their own copy of the SDK.
 * @param name that the configuration lists it by
 * @returns `undefined` after reporting an error
 */
export function checkHttpModule(candidate: unknown, name: string, report: (problem: PluginProblem) => void): CheckedHttpModule | undefined {
  const module = asRecord(candidate);
  if (module?.["kind"] !== "http-module") {
    const exported = typeof module?.["kind"] === "string" ? `an ${module["kind"]}` : "no HTTP module";
    report(error("module-shape", `its file exports ${exported}`, { remedy: "Export what defineHttpModule(…) of wsmanor/sdk returns, as the default export or as module.exports." }));
    return undefined;
  }
  let failed = false;
  const fail = (problem: PluginProblem): void => {
    failed = true;
    report(problem);
  };
  const declaration = asRecord(module["declaration"]);
  if (declaration === undefined) {
    report(error("module-shape", "it has no declaration", { remedy: "Give defineHttpModule a declaration with name, sdkVersion and notifications." }));
    return undefined;
  }
  if (declaration["sdkVersion"] !== 1) fail(error("module-sdk-version", `it was written for SDK version ${show(declaration["sdkVersion"])}; this host speaks version 1`));
  if (declaration["name"] !== name) fail(error("module-name-differs", `its file declares the name ${show(declaration["name"])}`, { remedy: `List it as ${show(declaration["name"])}, or correct image: it leads to another module.` }));
  const notifications = checkNotifications(declaration["notifications"], fail);
  const priorities = checkPriorities(declaration["priorities"], notifications, fail);
  const { register } = module;
  if (typeof register !== "function") fail(error("module-shape", "it has no register function"));
  return failed ? undefined : { notifications, priorities, register: (start) => Reflect.apply(register as (start: unknown) => unknown, module, [start]) };
}

function checkNotifications(value: unknown, fail: (problem: PluginProblem) => void): readonly ModuleNotification[] {
  if (!Array.isArray(value) || value.length === 0) {
    fail(error("module-shape", "declaration.notifications is not a list that names one", { allowed: `Notifications are ${known.join(", ")}.` }));
    return [];
  }
  const found: ModuleNotification[] = [];
  for (const name of value as readonly unknown[]) {
    if (isNotification(name)) found.push(name);
    else {
      const meant = typeof name === "string" ? known.find((each) => each.toLowerCase() === name.toLowerCase() || `on${each}`.toLowerCase() === name.toLowerCase()) : undefined;
      fail(error("module-unknown-notification", `it waits for the notification ${show(name)}, which does not exist`, { allowed: `Notifications are ${known.join(", ")}.`, ...(meant === undefined ? {} : { didYouMean: meant }) }));
    }
  }
  return [...new Set(found)];
}

function checkPriorities(value: unknown, notifications: readonly ModuleNotification[], fail: (problem: PluginProblem) => void): ReadonlyMap<ModuleNotification, ModulePriority> {
  const priorities = new Map<ModuleNotification, ModulePriority>();
  if (value !== undefined && asRecord(value) === undefined) fail(error("module-shape", "declaration.priorities is not an object"));
  for (const [name, priority] of Object.entries(asRecord(value) ?? {})) {
    if (!(notifications as readonly string[]).includes(name)) fail(error("module-shape", `declaration.priorities has ${show(name)}, which declaration.notifications has not`));
    else if (!(modulePriorities as readonly unknown[]).includes(priority)) fail(error("module-shape", `the priority of ${name} is ${show(priority)}`, { allowed: `Priorities are ${modulePriorities.join(", ")}.` }));
    else priorities.set(name as ModuleNotification, priority as ModulePriority);
  }
  return priorities;
}

const asRecord = (value: unknown): Record<string, unknown> | undefined => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined);

const show = (value: unknown): string => (typeof value === "string" ? `"${value}"` : value === undefined ? "nothing" : typeof value === "number" || typeof value === "boolean" ? String(value) : "something else");
