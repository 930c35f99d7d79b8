import { isAbsolute } from "node:path";

/** InitializationParameters that this plug-in understands. */
export const parameterNames = ["ConfigurationNames", "InheritEnvironment", "Pwsh"] as const;

export interface Parameters {
  /** Absolute path of PowerShell; `undefined`: the one in the PATH. */
  readonly pwsh: string | undefined;
  /** Last parts of the resource URIs that are served, in lower case. */
  readonly configurationNames: ReadonlySet<string>;
  /** Whether PowerShell gets the host's environment, or only what programs need. */
  readonly inheritEnvironment: boolean;
}

/** @throws Error that says which values are wrong and what can be given */
export function readParameters(given: ReadonlyMap<string, string>): Parameters {
  const problems: string[] = [];
  const text = (name: (typeof parameterNames)[number]): string | undefined => given.get(name)?.trim() || undefined;
  const pwsh = text("Pwsh");
  if (pwsh !== undefined && !isAbsolute(pwsh)) problems.push(`the parameter Pwsh is ${JSON.stringify(pwsh)}; give an absolute path`);
  const names = (text("ConfigurationNames") ?? "Microsoft.PowerShell").split(/[\s,;]+/u).filter((name) => name !== "");
  for (const name of names) if (!/^[\w.-]+$/u.test(name)) problems.push(`the parameter ConfigurationNames has ${JSON.stringify(name)}; give names such as Microsoft.PowerShell, with a blank between`);
  const inherit = text("InheritEnvironment") ?? "true";
  if (!/^(?:true|false)$/iu.test(inherit)) problems.push(`the parameter InheritEnvironment is ${JSON.stringify(inherit)}; give "true" or "false"`);
  if (problems.length > 0) throw new Error(problems.join("; "));
  return { pwsh, configurationNames: new Set(names.map((name) => name.toLowerCase())), inheritEnvironment: inherit.toLowerCase() === "true" };
}
