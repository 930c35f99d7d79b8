import type { MessageElement } from "./message-element.js";
import { SYNCML } from "./namespaces.js";

/** An element of SyncML. */
export const element = (name: string, children: MessageElement["children"]): MessageElement => ({ name, namespace: SYNCML, attributes: [], children });

/** One with text, or empty. */
export const leaf = (name: string, text = ""): MessageElement => element(name, text === "" ? [] : [text]);

/** One or none. */
export const optional = <T>(value: T | undefined, make: (value: T) => MessageElement): readonly MessageElement[] => (value === undefined ? [] : [make(value)]);
