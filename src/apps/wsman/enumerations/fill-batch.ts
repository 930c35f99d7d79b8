import type { Clock } from "../../../base/clock.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import { ANONYMOUS } from "../../../protocol/wsman/namespaces.js";
import type { ItemsWriter } from "../../../protocol/wsman/items-writer.js";
import { envelopeScope } from "../../../protocol/wsman/response-head.js";
import { writeEndpointReference, writeObjectAndReference } from "../../../protocol/wsman/write-reference.js";
import type { PluginTrouble } from "../../../routing/plugin-port.js";
import { renderXml } from "../render-xml.js";
import type { Enumeration, LineItem, NextItem } from "./enumeration.js";

/** What bounds one answer. */
export interface BatchBounds {
  readonly maxElements: number;
  readonly maxCharacters: number | undefined;
  /** Monotonic: from here on an answer that has items waits no longer. */
  readonly waitForMore: number;
  /** Monotonic: from here on nobody waits. */
  readonly deadline: number;
}

/** Why the batch ended where it did. */
export type BatchEnd =
  | { readonly kind: "full" }
  | { readonly kind: "end" }
  | { readonly kind: "late" }
  | { readonly kind: "gone" }
  /** The next item alone is larger than the answer may be. */
  | { readonly kind: "tooLarge"; readonly by: "envelope" | "characters" }
  | { readonly kind: "trouble"; readonly trouble: PluginTrouble }
  | { readonly kind: "fault"; readonly fault: Fault }
  /** The plug-in gave an item that is no XML. */
  | { readonly kind: "wrongItem"; readonly reason: string };

/**
 * Puts items into an answer until it is full, the items end, or time is up. Items stay in the enumeration's line until the caller
 * says that they were sent.
 * @param onGone registers for "the client has gone"
 */
export async function fillBatch(
  enumeration: Enumeration, writer: ItemsWriter, bounds: BatchBounds, clock: Clock, onGone: (run: () => void) => () => void,
): Promise<BatchEnd> {
  const wait = new Waiting(clock, onGone);
  let characters = 0;
  try {
    for (;;) {
      if (writer.count >= bounds.maxElements) return peekEnd(enumeration, writer.count);
      let next: NextItem | Promise<NextItem> = enumeration.at(writer.count);
      if (next instanceof Promise) {
        const waited: NextItem | "late" | "gone" = await wait.for(next, writer.count > 0 ? bounds.waitForMore : bounds.deadline);
        if (typeof waited === "string") return { kind: waited };
        next = waited;
      }
      if (next.kind === "end") return next;
      // What was taken before the trouble is delivered first; the next Pull meets it again.
      if (next.kind === "trouble") return writer.count > 0 ? { kind: "full" } : next;
      const rendered = renderItem(next.item, enumeration);
      if (!rendered.ok) return writer.count > 0 ? { kind: "full" } : rendered.end;
      characters += rendered.text.length;
      if (bounds.maxCharacters !== undefined && characters > bounds.maxCharacters) return writer.count > 0 ? { kind: "full" } : { kind: "tooLarge", by: "characters" };
      if (!writer.tryAdd(rendered.text)) return writer.count > 0 ? { kind: "full" } : { kind: "tooLarge", by: "envelope" };
      if (enumeration.mode === "object") enumeration.written(writer.count - 1, rendered.text);
    }
  } finally {
    wait.end();
  }
}

/** When the plug-in knows at once that nothing follows, the last items and the end go in one answer. */
function peekEnd(enumeration: Enumeration, count: number): BatchEnd {
  const next = enumeration.at(count);
  return !(next instanceof Promise) && next.kind === "end" ? next : { kind: "full" };
}

const scope = envelopeScope("Enumerate");

function renderItem({ object, epr, text }: LineItem, enumeration: Enumeration): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly end: BatchEnd } {
  const { mode } = enumeration;
  if (mode !== "object" && epr === undefined) {
    const message = `The plug-in "${enumeration.plugin.name}" gives no endpoint references for ${enumeration.resourceUri}; enumerate objects instead.`;
    return { ok: false, end: { kind: "fault", fault: { name: "unsupportedFeature", detail: "EnumerationMode", message } } };
  }
  const reference = epr === undefined ? undefined : {
    address: ANONYMOUS,
    resourceUri: epr.resourceUri ?? enumeration.resourceUri,
    selectors: epr.selectors.map(([name, value]) => ({ name, value })),
  };
  if (mode === "epr") return { ok: true, text: writeEndpointReference(reference!) };
  if (text !== undefined) return { ok: true, text };
  const rendered = renderXml(object, scope, enumeration.limits.maxEnvelopeSize);
  if (!rendered.ok) return { ok: false, end: { kind: "wrongItem", reason: rendered.error } };
  return { ok: true, text: mode === "object" ? rendered.value : writeObjectAndReference(rendered.value, reference!) };
}

/** Waits for items, but not longer than somebody waits for the answer. One registration and one timer at a time. */
class Waiting {
  #gone = false;
  #wake: ((why: "late" | "gone") => void) | undefined;
  #forget: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onGone: (run: () => void) => () => void,
  ) {}

  async for<T>(pending: Promise<T>, until: number): Promise<T | "late" | "gone"> {
    this.#forget ??= this.onGone(() => {
      this.#gone = true;
      this.#wake?.("gone");
    });
    if (this.#gone) return "gone";
    const woken = new Promise<"late" | "gone">((resolve) => (this.#wake = resolve));
    const stopTimer = this.clock.after(Math.max(0, until - this.clock.now()), () => this.#wake?.("late"));
    const result = await Promise.race([pending, woken]);
    stopTimer();
    return result;
  }

  end(): void {
    this.#forget?.();
  }
}
