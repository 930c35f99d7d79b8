import { mostCharacters } from "../../base/most-characters.js";
import type { PluginItem, PluginXml, SingleCapability } from "../plugin-answer.js";
import { takeAnswer } from "../take-answer.js";
import { takeFailure } from "../take-failure.js";
import { WrongAnswer } from "../take-xml.js";
import type { RequestForms } from "./from-request-data.js";
import type { AnswerData, ItemData, TroubleData } from "./messages.js";
import { toThrownData } from "./thrown-data.js";

type Writer = Pick<RequestForms, "write">;

/** What a plug-in's method gave, as data. Never throws. @param limit octets of the whole answer */
export function toAnswerData(capability: SingleCapability, value: unknown, limit: number, forms: Writer): AnswerData {
  try {
    const refusal = refusalOf(value, forms);
    if (refusal !== undefined) return refusal;
    const taken: unknown = takeAnswer[capability](value, limit);
    if (taken === undefined) return { kind: "value", value: undefined };
    const isXml = capability === "Get" || capability === "Invoke" || (capability === "Put" && !isRenamed(taken));
    return { kind: "value", value: isXml ? toText(taken as PluginXml, limit, forms) : (taken as { selectors: readonly (readonly [string, string])[]; resourceUri: string | undefined }) };
  } catch (error) {
    return { kind: "failed", thrown: toThrownData(error) };
  }
}

const isRenamed = (taken: unknown): boolean => typeof taken === "object" && taken !== null && "renamed" in taken && !("children" in taken);

/** What a plug-in threw, as data. Never throws. */
export function toTroubleData(error: unknown, forms: Writer): TroubleData {
  try {
    const refusal = refusalOf(error, forms);
    if (refusal !== undefined) return refusal;
  } catch {
    // A thrown object that throws when looked at is described as what it is: a failure.
  }
  return { kind: "failed", thrown: toThrownData(error) };
}

/** @throws WrongAnswer, or what the plug-in's object throws */
export function refusalOf(value: unknown, forms: Writer): TroubleData | undefined {
  const refusal = takeFailure(value);
  if (refusal === undefined) return undefined;
  const { extended } = refusal;
  return { kind: "refused", refusal: { ...refusal, extended: extended === undefined ? undefined : toText(extended, 0, forms) } };
}

/** @throws WrongAnswer */
export function toItemData({ object, epr }: PluginItem, limit: number, forms: Writer): ItemData {
  const text = toText(object, limit, forms);
  return epr === undefined ? text : { object: text, epr };
}

function toText(xml: PluginXml, limit: number, forms: Writer): string {
  if (typeof xml === "string") {
    // Before it is copied: a thread that has no room for the copy ends its process.
    if (xml.length > mostCharacters(limit)) throw new WrongAnswer("gave a text that is far larger than any answer may be");
    return xml;
  }
  const written = forms.write(xml, mostCharacters(limit));
  if (!written.ok) throw new WrongAnswer(`gave an element that cannot be written: ${written.error}`);
  return written.value;
}
