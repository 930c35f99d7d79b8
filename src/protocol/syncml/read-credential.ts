import { oneOf, textIn } from "./element-parts.js";
import type { Credential } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { readMeta } from "./read-meta.js";

/** `Cred` of an element that may have one. */
export function readCredential(parent: MessageElement): Credential | undefined {
  const found = oneOf(parent, "Cred");
  if (found === undefined) return undefined;
  const meta = oneOf(found, "Meta");
  return { ...(meta === undefined ? {} : { meta: readMeta(meta) }), data: textIn(found, "Data") ?? "" };
}
