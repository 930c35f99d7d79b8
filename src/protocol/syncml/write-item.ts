import type { DataForm } from "./data-form.js";
import { element, leaf, optional } from "./make-element.js";
import type { Address, Item, Meta } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { writeMeta } from "./write-meta.js";

export const writeAddress = (name: "Source" | "Target", { uri, name: localName }: Address): MessageElement =>
  element(name, [leaf("LocURI", uri), ...optional(localName, (text) => leaf("LocName", text))]);

/** @param around Meta of the command: an item whose data is written otherwise than that says gets a Meta of its own */
export function writeItem({ target, source, meta, data, hasMore }: Item, around: Meta | undefined, form: DataForm): MessageElement {
  const whole = around === undefined ? meta : { ...around, ...meta };
  const written = data === undefined ? undefined : form.write(data, whole);
  const own = written === undefined || written.meta === whole ? meta : changed(whole, written.meta, meta);
  return element("Item", [
    ...optional(target, (address) => writeAddress("Target", address)),
    ...optional(source, (address) => writeAddress("Source", address)),
    ...optional(own, writeMeta),
    ...optional(written, ({ children }) => element("Data", children)),
    ...(hasMore === true ? [leaf("MoreData")] : []),
  ]);
}

/** The item's own Meta with what the encoding made different. */
const changed = (before: Meta | undefined, after: Meta | undefined, own: Meta | undefined): Meta => ({
  ...own,
  ...(before?.format === after?.format ? {} : { format: after?.format }),
  ...(before?.type === after?.type ? {} : { type: after?.type }),
});
