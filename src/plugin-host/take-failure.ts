import { failureKinds, type FailureKind } from "../sdk/failure.js";
import type { PluginRefusal } from "./plugin-answer.js";
import { takeXml, WrongAnswer } from "./take-xml.js";

const kinds: ReadonlySet<unknown> = new Set(failureKinds);
/** What extended error information may take of an answer, characters. */
const extendedLimit = 65_536;

/**
 * Recognises a refusal by name and kind, so that two copies of the SDK in one process understand each other.
 * @returns `undefined` for everything else, which then is a failure of the plug-in. @throws WrongAnswer for a kind that nobody knows, or what the plug-in's object throws
 */
export function takeFailure(value: unknown): PluginRefusal | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { name, kind, detail, code, message, extended } = value as Record<string, unknown>;
  if (name !== "OperationFailure") return undefined;
  if (!kinds.has(kind)) throw new WrongAnswer(`refused with the kind ${typeof kind === "string" ? JSON.stringify(kind.slice(0, 40)) : typeof kind}, which is none of ${failureKinds.join(", ")}`);
  return {
    kind: kind as FailureKind,
    detail: typeof detail === "string" ? detail : undefined,
    code: typeof code === "number" && Number.isInteger(code) && code >= 0 && code <= 0xffff_ffff ? code : undefined,
    message: typeof message === "string" ? message : "",
    extended: extended === undefined ? undefined : takeXml(extended, extendedLimit),
  };
}
