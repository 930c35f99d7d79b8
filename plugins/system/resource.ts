import { failure, type OperationFailure, type SelectorSet } from "wsmanor/sdk";
import type { CimClass } from "./cim-class.js";
import { familyNamed, type Family } from "./classes.js";

/** The two URI schemes of WMI's classes, and how each spells its namespace. */
const schemes = {
  wmi: "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2",
  dmtf: "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2",
} as const;
export type Scheme = keyof typeof schemes;

/** All classes, as the DMTF names them (DSP0230): the schema's version is not part of it. */
const allClasses = "http://schemas.dmtf.org/wbem/wscim/1/*";

/** The only namespace that there is. */
export const cimNamespace = "root/cimv2";
export const namespaceSelector = "__cimnamespace";

/** Resource URI of a class, as answers spell it. */
export const classUri = (scheme: Scheme, name: string): string => `${schemes[scheme]}/${name}`;

export interface Resource {
  readonly scheme: Scheme;
  /** `undefined`: all classes (`…/*`). */
  readonly of: Family | undefined;
}

/** Reads the URI, without case. @returns a refusal for a class or a namespace that is not there */
export function readResource(resourceUri: string, selectors: SelectorSet): Resource | OperationFailure {
  const uri = resourceUri.toLowerCase();
  const scheme = uri === allClasses ? "dmtf" : (Object.keys(schemes) as Scheme[]).find((each) => uri.startsWith(`${schemes[each]}/`));
  if (scheme === undefined) return failure("not-found", { message: `There is no namespace ${resourceUri.replace(/\/[^/]*$/u, "")}; classes are under ${schemes.wmi}.` });
  const namespace = selectors.get(namespaceSelector);
  if (selectors.has(namespaceSelector) && namespace?.trim().toLowerCase().replaceAll("\\", "/") !== cimNamespace) {
    return failure("not-found", { message: `There is no namespace ${namespace ?? "of that kind"}; there is ${cimNamespace}.` });
  }
  const name = resourceUri.slice(schemes[scheme].length + 1);
  if (name === "*" || uri === allClasses) return { scheme, of: undefined };
  const of = familyNamed(name);
  return of === undefined ? failure("not-found", { message: `There is no class ${name}.` }) : { scheme, of };
}

const codes = {
  /** Recorded: an unknown key is answered with the plain code, whatever the detail. */
  invalid: 0x8033803d,
  /** The class has more than one instance and no key was given. */
  notSingleton: 0x803380fa,
} as const;

/**
 * Reads the keys that name an instance.
 * @returns `"the one"` when none are given and there is only one instance
 */
export function readKeys(of: CimClass, selectors: SelectorSet): ReadonlyMap<string, string> | "the one" | OperationFailure {
  const { keys, name: className } = of.definition;
  const given = new Map<string, string>();
  for (const [name, value] of selectors.entries()) {
    if (name.toLowerCase() === namespaceSelector) continue;
    const key = keys.find((each) => each.toLowerCase() === name.toLowerCase());
    if (key === undefined) return failure("invalid-selectors", { detail: "unexpected", code: codes.invalid, message: `${className} has no key ${name}; its key is ${keys.join(" and ")}.` });
    if (typeof value !== "string") return failure("invalid-selectors", { detail: "type-mismatch", message: `The key ${key} of ${className} is text and no endpoint reference.` });
    given.set(key, value);
  }
  if (given.size === 0 && of.isSingleton) return "the one";
  const missing = keys.find((key) => !given.has(key));
  if (missing === undefined) return given;
  return failure("invalid-selectors", { detail: "insufficient", ...(given.size === 0 ? { code: codes.notSingleton } : {}), message: `There may be several instances of ${className}: name one with the selector ${missing}.` });
}
