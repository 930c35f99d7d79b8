import type { Diagnostic } from "./diagnostic.js";

/** Is a problem one that keeps the configuration from being served? Warnings are not. */
export const isError = ({ severity }: Pick<Diagnostic, "severity">): boolean => severity === "error";
