import { checkClasses } from "./check-classes.js";
import type { HostDuties } from "./plugin-answer.js";
import type { PluginProblem } from "./plugin-problem.js";

type Report = (problem: PluginProblem) => void;

/**
 * Checks what a declaration says about filters, fragments, subclasses and classes.
 * @param declaration of whoever wrote the plug-in; each field is read once
 * @param capabilities the declared ones
 */
export function checkDuties(declaration: Readonly<Record<string, unknown>>, capabilities: ReadonlySet<string>, report: Report): HostDuties {
  const filters = isLeftToHost("filters", declaration["filters"], report);
  const fragments = isLeftToHost("fragments", declaration["fragments"], report);
  if (filters && !capabilities.has("Enumerate")) reportIdle("filters", "Enumerate", report);
  // Also a Put of a part begins with a Get of the whole.
  if (fragments && !capabilities.has("Get")) reportIdle("fragments", "Get", report);
  return Object.freeze({ filters, fragments, polymorphism: isSaid("polymorphism", declaration["polymorphism"], report), classes: checkClasses(declaration["classes"], report) });
}

function isSaid(name: string, value: unknown, report: Report): boolean {
  if (value === undefined || value === true) return value === true;
  report({ severity: "error", rule: "plugin-shape", message: `declaration.${name} is ${typeof value === "boolean" ? String(value) : `a ${typeof value}`}`, allowed: "It is true, or is left out." });
  return false;
}

function isLeftToHost(name: string, value: unknown, report: Report): boolean {
  if (value === undefined || value === "host") return value === "host";
  const written = typeof value === "string" ? JSON.stringify(value) : `a ${typeof value}`;
  report({ severity: "error", rule: "plugin-shape", message: `declaration.${name} is ${written}`, allowed: `It is "host", or is left out when the plug-in sees to its ${name} itself.`, ...(typeof value === "string" && value.toLowerCase() === "host" ? { didYouMean: "host" } : {}) });
  return false;
}

function reportIdle(name: string, capability: string, report: Report): void {
  report({ severity: "error", rule: "plugin-shape", message: `declaration.${name} is "host", but the plug-in does not declare ${capability}, without which the host has nothing to work on`, remedy: `Add "${capability}" to declaration.capabilities, or leave ${name} out.` });
}
