import type { PluginProblem } from "./plugin-problem.js";

/** The shape of what an authorization plug-in's startup gives. */
export function checkAuthorizationOperations(operations: unknown, supportsQuota: boolean, report: (problem: PluginProblem) => void): void {
  const wrong = (message: string, remedy?: string): void => report({ severity: "error", rule: "plugin-shape", message, ...(remedy === undefined ? {} : { remedy }) });
  if (typeof operations !== "object" || operations === null) return wrong("startup gave no operations");
  const given = operations as Record<string, unknown>;
  for (const method of ["authorizeUser", "authorizeOperation"]) {
    if (typeof given[method] !== "function") report({ severity: "error", rule: "plugin-method-missing", message: `it has no method ${method}` });
  }
  for (const method of ["queryQuota", "release", "shutdown"]) {
    if (given[method] !== undefined && typeof given[method] !== "function") wrong(`its ${method} is not a function`);
  }
  if (supportsQuota && given["queryQuota"] === undefined) {
    report({ severity: "error", rule: "plugin-method-missing", message: "the configuration says SupportsQuota=\"true\" but it has no method queryQuota", remedy: "Set SupportsQuota=\"false\"." });
  }
}
