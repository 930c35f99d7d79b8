import type { Capability } from "../base/capability.js";
import type { SourcePlace } from "../base/diagnostic.js";
import type { PluginCapability } from "../sdk/define-plugin.js";
import { checkDuties } from "./check-duties.js";
import type { HostDuties } from "./plugin-answer.js";
import type { PluginProblem } from "./plugin-problem.js";

/** The method of each capability that this version can call. */
export const methodOf = {
  Get: "get", Put: "put", Create: "create", Delete: "delete", Invoke: "invoke", Enumerate: "enumerate", Shell: "openShell",
} as const satisfies Record<PluginCapability, string>;

/** Capabilities that may be configured and declared, but have no method yet. */
const withoutMethod: ReadonlySet<string> = new Set(["Subscribe"] satisfies Capability[]);

/** What was found of an operation plug-in's module; checked, therefore typed. */
export interface CheckedPlugin {
  readonly declaredName: string;
  readonly capabilities: ReadonlySet<string>;
  readonly parameters: readonly string[] | undefined;
  readonly duties: HostDuties;
  /** Exactly one of the two. */
  readonly operations: object | undefined;
  readonly startup: ((context: unknown) => unknown) | undefined;
}

const error = (rule: string, message: string, remedy?: string): PluginProblem => ({ severity: "error", rule, message, ...(remedy === undefined ? {} : { remedy }) });

/**
 * Checks by shape what a module gave; an `instanceof` would refuse plug-ins that bring their own copy of the SDK.
 * @param kind which of the two plug-in kinds the configuration names here
 */
export function checkDeclaration(
  candidate: unknown, kind: "operation-plugin" | "authorization-plugin", report: (problem: PluginProblem) => void,
): CheckedPlugin | undefined {
  const define = kind === "operation-plugin" ? "definePlugin" : "defineAuthorizationPlugin";
  const plugin = asRecord(candidate);
  if (plugin === undefined || typeof plugin["kind"] !== "string") {
    report(error("plugin-shape", `the module does not export a plug-in`, `Export what ${define}(…) of wsmanor/sdk returns, as the default export or as module.exports.`));
    return undefined;
  }
  if (plugin["kind"] !== kind) {
    report(error("plugin-shape", `the module exports an ${plugin["kind"]} where an ${kind} is configured`, "Move it to the element that is meant for its kind."));
    return undefined;
  }
  const declaration = asRecord(plugin["declaration"]);
  if (declaration === undefined) {
    report(error("plugin-shape", "it has no declaration", `Give ${define} a declaration with name, sdkVersion${kind === "operation-plugin" ? " and capabilities" : ""}.`));
    return undefined;
  }
  if (typeof declaration["name"] !== "string") report(error("plugin-shape", "declaration.name is not text"));
  if (declaration["sdkVersion"] !== 1) report(error("plugin-sdk-version", `it was written for SDK version ${show(declaration["sdkVersion"])}; this host speaks version 1`));
  const startup = plugin["startup"];
  const operations = asRecord(plugin["operations"]);
  if (kind === "authorization-plugin" ? typeof startup !== "function" : (typeof startup === "function") === (operations !== undefined)) {
    report(error("plugin-shape", kind === "authorization-plugin" ? "it has no startup function" : "it needs either operations or a startup function, one of the two"));
    return undefined;
  }
  const capabilities: ReadonlySet<string> = kind === "operation-plugin" ? checkCapabilities(declaration["capabilities"], report) : new Set();
  return {
    declaredName: String(declaration["name"]),
    capabilities,
    parameters: checkParameters(declaration["parameters"], report),
    duties: checkDuties(declaration, capabilities, report),
    operations,
    startup: typeof startup === "function" ? (context) => (startup as (context: unknown) => unknown).call(plugin, context) : undefined,
  };
}

function checkCapabilities(value: unknown, report: (problem: PluginProblem) => void): ReadonlySet<string> {
  const found = new Set<string>();
  if (!Array.isArray(value)) {
    report(error("plugin-shape", "declaration.capabilities is not a list"));
    return found;
  }
  for (const name of value as readonly unknown[]) {
    if (typeof name === "string" && (Object.hasOwn(methodOf, name) || withoutMethod.has(name))) found.add(name);
    else {
      const meant = typeof name === "string" ? Object.keys(methodOf).find((known) => known.toLowerCase() === name.toLowerCase()) : undefined;
      report({
        ...error("plugin-unknown-capability", `it declares the capability ${show(name)}, which does not exist`),
        allowed: `Capabilities are ${[...Object.keys(methodOf), ...withoutMethod].join(", ")}.`,
        ...(meant === undefined ? {} : { didYouMean: meant }),
      });
    }
  }
  return found;
}

function checkParameters(value: unknown, report: (problem: PluginProblem) => void): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((name) => typeof name === "string")) return value;
  report(error("plugin-shape", "declaration.parameters is not a list of names"));
  return undefined;
}

/** Every declared capability has its method, every method its capability. */
export function checkOperations(operations: unknown, capabilities: ReadonlySet<string>, report: (problem: PluginProblem) => void): void {
  const given = asRecord(operations);
  if (given === undefined) {
    report(error("plugin-shape", `startup gave ${show(operations)} instead of the plug-in's operations`));
    return;
  }
  for (const [capability, method] of Object.entries(methodOf)) {
    const present = typeof given[method] === "function";
    if (capabilities.has(capability) && !present) report(error("plugin-method-missing", `it declares ${capability} but has no method ${method}`));
    if (!capabilities.has(capability) && given[method] !== undefined) report(error("plugin-method-undeclared", `it has a method ${method} but does not declare ${capability}`, `Add "${capability}" to declaration.capabilities, or remove the method.`));
  }
  if (given["shutdown"] !== undefined && typeof given["shutdown"] !== "function") report(error("plugin-shape", "its shutdown is not a function"));
}

/** The configuration may give less than the plug-in declares, never more. */
export function checkAgainstConfiguration(
  checked: CheckedPlugin,
  settings: {
    readonly resources: readonly { readonly resourceUri: string; readonly capabilities: readonly { readonly type: Capability; readonly place?: SourcePlace }[] }[];
    readonly initializationParameters: readonly (readonly [name: string, value: string])[];
  },
  report: (problem: PluginProblem) => void,
): void {
  for (const { resourceUri, capabilities } of settings.resources) {
    for (const { type, place } of capabilities) {
      const where = place === undefined ? {} : { place };
      if (withoutMethod.has(type)) {
        report({ severity: "warning", rule: "capability-not-served", message: `the capability ${type} of ${resourceUri} is not served by this version; such requests are refused`, ...where });
      } else if (!checked.capabilities.has(type)) {
        report({
          ...error("plugin-capability-not-declared", `the configuration gives ${resourceUri} the capability ${type}, which the plug-in does not have`, `Remove <Capability Type="${type}"/>.`),
          ...where,
          allowed: checked.capabilities.size === 0 ? "It declares no capability." : `It declares ${[...checked.capabilities].join(", ")}.`,
        });
      }
    }
  }
  const known = checked.parameters?.map((name) => name.toLowerCase());
  for (const [name] of known === undefined ? [] : settings.initializationParameters) {
    if (!known!.includes(name.toLowerCase())) {
      report({
        severity: "warning", rule: "plugin-unknown-parameter", message: `it does not know the parameter ${name}`,
        allowed: known!.length === 0 ? "It takes no parameters." : `It takes ${checked.parameters!.join(", ")}.`,
      });
    }
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return (typeof value === "object" && value !== null) || typeof value === "function" ? (value as Record<string, unknown>) : undefined;
}

function show(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : value === undefined ? "nothing" : typeof value === "number" || typeof value === "boolean" ? String(value) : typeof value === "function" ? "a function" : "an object";
}
