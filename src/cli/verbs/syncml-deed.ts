import { fail, ok, type Result } from "../../base/result.js";
import { xmlForm } from "../../protocol/syncml/data-form.js";
import { decodeElement, encodingOf } from "../../protocol/syncml/decode-message.js";
import { toXmlElement } from "../../protocol/syncml/element-parts.js";
import { writeEmbedded } from "../../protocol/syncml/embedded-tree.js";
import { encodeMessage } from "../../protocol/syncml/encode-message.js";
import type { SyncmlMessage } from "../../protocol/syncml/message.js";
import type { MessageElement } from "../../protocol/syncml/message-element.js";
import { DMDDF } from "../../protocol/syncml/namespaces.js";
import { readMessage } from "../../protocol/syncml/read-message.js";
import { describeProblem, type SyncmlProblem } from "../../protocol/syncml/syncml-problem.js";
import { messageElement } from "../../protocol/syncml/write-message.js";
import { printPretty } from "../printers/print-pretty.js";

interface Leniency {
  readonly toleratesNul: boolean;
}

/** A message in the DTD's order with everything that it says; another document of the language as its elements stand. @returns lines, or what is wrong */
export function decodeSyncml(octets: Uint8Array, { asJson, toleratesNul }: Leniency & { readonly asJson: boolean }): Result<string, string> {
  const root = decodeElement(octets, encodingOf(octets), { toleratesNul });
  if (!root.ok) return fail(wordsOf(root.error));
  const message = readMessage(root.value);
  if (asJson) return message.ok ? ok(JSON.stringify(message.value, asBase64, 2)) : fail(wordsOf(message.error));
  if (message.ok) return ok(printPretty(toXmlElement(messageElement(message.value, xmlForm))));
  // Pieces of messages and descriptions are looked at as well; a message that is not whole is told of.
  return root.value.name === "SyncML" ? fail(wordsOf(message.error)) : ok(printPretty(toXmlElement(root.value)));
}

/** WBXML of a message, or of a device description or serialised tree. */
export function encodeSyncml(octets: Uint8Array, { toleratesNul }: Leniency): Result<Uint8Array, string> {
  const root = decodeElement(octets, encodingOf(octets), { toleratesNul });
  if (!root.ok) return fail(wordsOf(root.error));
  if (isDescription(root.value)) return ok(writeEmbedded(root.value));
  const message: Result<SyncmlMessage, SyncmlProblem> = readMessage(root.value);
  return message.ok ? ok(encodeMessage(message.value, "wbxml")) : fail(wordsOf(message.error));
}

const isDescription = ({ name, namespace }: MessageElement): boolean => name === "MgmtTree" && namespace === DMDDF;

const wordsOf = (problem: SyncmlProblem): string => (problem.kind === "message" ? `which is no message of OMA DM: ${describeProblem(problem)}` : describeProblem(problem));

/** Octets of an item, so that JSON shows them like everything else of that kind. */
const asBase64 = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value);
