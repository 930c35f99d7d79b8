import type { BodyElement, SyncmlHeader, SyncmlMessage } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { element, leaf, optional } from "./make-element.js";
import { writeBodyElement, writeCredential } from "./write-body-element.js";
import { writeAddress } from "./write-item.js";
import { writeMeta } from "./write-meta.js";
import type { DataForm } from "./data-form.js";

/**
 * The root element of a message, its children in the DTD's order.
 * @param form how data is written that the two encodings carry differently
 */
export const messageElement = ({ header, body, isFinal }: SyncmlMessage, form: DataForm): MessageElement =>
  element("SyncML", [writeHeader(header), element("SyncBody", [...body.map((each: BodyElement) => writeBodyElement(each, form)), ...(isFinal ? [leaf("Final")] : [])])]);

const writeHeader = ({ versionDtd, versionProtocol, sessionId, messageId, target, source, responseUri, noResponse, credential, meta }: SyncmlHeader): MessageElement =>
  element("SyncHdr", [
    leaf("VerDTD", versionDtd), leaf("VerProto", versionProtocol), leaf("SessionID", sessionId), leaf("MsgID", messageId),
    writeAddress("Target", target), writeAddress("Source", source),
    ...optional(responseUri, (uri) => leaf("RespURI", uri)),
    ...(noResponse === true ? [leaf("NoResp")] : []),
    ...optional(credential, writeCredential),
    ...optional(meta, writeMeta),
  ]);
