import type { DataForm } from "./data-form.js";
import { element, leaf, optional } from "./make-element.js";
import type { BodyElement, Credential, ItemCommand, ResultsElement, StatusElement } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { MSFT } from "./namespaces.js";
import { writeItem } from "./write-item.js";
import { writeMeta } from "./write-meta.js";

/** A command, status or result, its children in the DTD's order. */
export function writeBodyElement(each: BodyElement, form: DataForm): MessageElement {
  switch (each.kind) {
    case "Status": return writeStatus(each, form);
    case "Results": return writeResults(each, form);
    case "unknown": return each.element;
    case "Atomic":
    case "Sequence": return element(each.kind, [...headOf(each), ...optional(each.meta, writeMeta), ...each.members.map((member) => writeBodyElement(member, form))]);
    default: return writeItemCommand(each, form);
  }
}

export const writeCredential = ({ meta, data }: Credential): MessageElement => element("Cred", [...optional(meta, writeMeta), leaf("Data", data)]);

const headOf = ({ id, noResponse }: Pick<ItemCommand, "id" | "noResponse">): readonly MessageElement[] => [...optional(id, (text) => leaf("CmdID", text)), ...(noResponse === true ? [leaf("NoResp")] : [])];

/** Of an Alert its code stands where other commands have their Meta, of Exec the correlator. */
const writeItemCommand = (command: ItemCommand, form: DataForm): MessageElement => {
  const { kind, meta, items, code, correlator, credential } = command;
  return element(kind, [
    ...headOf(command),
    ...optional(credential, writeCredential),
    ...optional(code, (text) => leaf("Data", text)),
    ...optional(meta, writeMeta),
    ...optional(correlator, (text) => leaf("Correlator", text)),
    ...items.map((item) => writeItem(item, meta, form)),
  ]);
};

const writeStatus = ({ id, messageRef, commandRef, command, targetRefs, sourceRefs, credential, challenge, code, originalError, items }: StatusElement, form: DataForm): MessageElement =>
  element("Status", [
    ...optional(id, (text) => leaf("CmdID", text)),
    leaf("MsgRef", messageRef), leaf("CmdRef", commandRef), leaf("Cmd", command),
    ...targetRefs.map((text) => leaf("TargetRef", text)),
    ...sourceRefs.map((text) => leaf("SourceRef", text)),
    ...optional(credential, writeCredential),
    ...optional(challenge, (meta) => element("Chal", [writeMeta(meta)])),
    { ...leaf("Data", code), attributes: originalError === undefined ? [] : [{ name: "originalerror", namespace: MSFT, prefix: "msft", value: originalError }] },
    ...items.map((item) => writeItem(item, undefined, form)),
  ]);

const writeResults = ({ id, messageRef, commandRef, meta, targetRef, sourceRef, items }: ResultsElement, form: DataForm): MessageElement =>
  element("Results", [
    ...optional(id, (text) => leaf("CmdID", text)),
    ...optional(messageRef, (text) => leaf("MsgRef", text)),
    leaf("CmdRef", commandRef),
    ...optional(meta, writeMeta),
    ...optional(targetRef, (text) => leaf("TargetRef", text)),
    ...optional(sourceRef, (text) => leaf("SourceRef", text)),
    ...items.map((item) => writeItem(item, meta, form)),
  ]);
