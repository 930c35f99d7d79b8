import type { TextMatch } from "../script/mock-script.js";

/** For people: `"hostname"`, `containing "Get-Service"`, `matching /x/`. */
export function describeMatch(match: TextMatch): string {
  if (typeof match === "string") return JSON.stringify(match);
  if (typeof match === "function") return `for which ${match.name === "" ? "a function" : match.name} is true`;
  if (match instanceof RegExp) return `matching ${String(match)}`;
  const { equals, startsWith, contains, regex, ignoreCase = false } = match;
  const without = ignoreCase ? " without case" : "";
  if (regex !== undefined) return `matching /${regex}/${ignoreCase ? "i" : ""}`;
  if (equals !== undefined) return `${JSON.stringify(equals)}${without}`;
  if (startsWith !== undefined) return `starting with ${JSON.stringify(startsWith)}${without}`;
  return `containing ${JSON.stringify(contains)}${without}`;
}
