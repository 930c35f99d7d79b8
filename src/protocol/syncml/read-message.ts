import { fail, ok, type Result } from "../../base/result.js";
import { allOf, elementsOf, needed, oneOf, textIn, textOf } from "./element-parts.js";
import type { BodyElement, SyncmlHeader, SyncmlMessage } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { isSyncml } from "./namespaces.js";
import { readBodyElement } from "./read-body-element.js";
import { readAddress } from "./read-item.js";
import { readCredential } from "./read-credential.js";
import { readMeta } from "./read-meta.js";
import { MessageError, type SyncmlProblem } from "./syncml-problem.js";

/**
 * Makes a message of its root element. Children stand in any order, as peers send them; what a message cannot do without is asked for, and the
 * rest is left to who answers it.
 */
export function readMessage(root: MessageElement): Result<SyncmlMessage, SyncmlProblem> {
  try {
    if (root.name !== "SyncML" || !isSyncml(root.namespace)) throw new MessageError("not-syncml", `The document is a ${root.name}${root.namespace === "" ? "" : ` of ${root.namespace}`} and no SyncML message.`);
    const body = needed(root, "SyncBody");
    return ok({ header: readHeader(needed(root, "SyncHdr")), body: readBody(body), isFinal: allOf(body, "Final").length > 0 });
  } catch (error) {
    if (error instanceof MessageError) return fail(error.problem);
    throw error;
  }
}

function readHeader(header: MessageElement): SyncmlHeader {
  const need = (name: string): string => textOf(needed(header, name));
  const credential = readCredential(header);
  const meta = oneOf(header, "Meta");
  const responseUri = textIn(header, "RespURI");
  return {
    versionDtd: need("VerDTD"),
    versionProtocol: need("VerProto"),
    sessionId: need("SessionID"),
    messageId: need("MsgID"),
    target: readAddress(needed(header, "Target")),
    source: readAddress(needed(header, "Source")),
    ...(responseUri === undefined ? {} : { responseUri }),
    ...(oneOf(header, "NoResp") === undefined ? {} : { noResponse: true }),
    ...(credential === undefined ? {} : { credential }),
    ...(meta === undefined ? {} : { meta: readMeta(meta) }),
  };
}

const readBody = (body: MessageElement): BodyElement[] => elementsOf(body).filter((child) => !(child.name === "Final" && isSyncml(child.namespace))).map(readBodyElement);
