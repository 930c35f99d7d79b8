/** Who may do what changes the machine: nobody, administrators of this host, or everybody who may log in and is authorized. */
export type Permission = "false" | "administrators" | "true";

/** InitializationParameters; each is `false` when it is not given. */
export const parameterNames = ["AllowProcessCreate", "AllowProcessTerminate", "AllowProcessPriority", "AllowServiceControl"] as const;

export type Parameters = Readonly<Record<(typeof parameterNames)[number], Permission>>;

/** @throws Error that says which value is wrong and what can be given */
export function readParameters(given: ReadonlyMap<string, string>): Parameters {
  return Object.fromEntries(parameterNames.map((name) => {
    const value = (given.get(name) ?? "false").trim().toLowerCase();
    if (value !== "false" && value !== "administrators" && value !== "true") {
      throw new Error(`the parameter ${name} is ${JSON.stringify(given.get(name))}; give "false", "administrators" or "true"`);
    }
    return [name, value];
  })) as Parameters;
}

/** May the caller? */
export const allows = (permission: Permission, isAdministrator: boolean): boolean => permission === "true" || (permission === "administrators" && isAdministrator);
