import type { SourcePlace } from "../base/diagnostic.js";
import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import type { EffectiveAttribute, EffectiveElement } from "./effective-element.js";
import { EntryIndex } from "./entry-index.js";
import { isEqualKey, keyText } from "./entry-keys.js";
import { hresults } from "./hresults.js";
import { readLocks, type Lock } from "./lock-attributes.js";
import { readValue } from "./read-value.js";
import type { Report } from "./report.js";
import { childMeaning, type CollectionSchema, type ElementSchema } from "./schema-model.js";
import { isMetaAttribute } from "./section-instance.js";
import { placeOf, type SourceFile, type Spot } from "./source-file.js";
import { attributeSpot, nameSpot, valueSpot } from "./spots.js";

/** What one written element is merged in. */
export interface MergeContext {
  readonly source: SourceFile;
  /** The configuration file it belongs to, which is another one than `source` when a configSource is followed. */
  readonly file: string;
  /** The applications that the file is read for, when it is more than one: they share a folder. */
  readonly sharers?: readonly Sharer[];
  readonly report: Report;
}

/** An application in whose folder a file is. */
export interface Sharer {
  readonly path: string;
  readonly place: SourcePlace;
}

/**
 * Lays what one level writes over what all levels above came to. A lock binds other files only. Names that the
 * schema does not have were reported when the file was read and are passed over.
 */
export function mergeElement(parent: EffectiveElement | undefined, element: PositionedElement, schema: ElementSchema, context: MergeContext, isSection = false): EffectiveElement {
  const { source, report } = context;
  const spot = nameSpot(source, element);
  const lock = lockOn(parent, "item", element.name, context);
  if (parent !== undefined && lock !== undefined) {
    violation(`<${element.name}> is locked`, spot, lock, report);
    return parent;
  }
  const locks = [...(parent?.locks ?? []), ...readLocks(source, element, schema, report).map((each) => ({ ...each, file: context.file }))];
  const attributes = mergeAttributes(parent, element, schema, context, isSection);
  const elements = new Map(parent?.elements);
  const directives: Directive[] = [];
  for (const child of element.children) {
    const meaning = childMeaning(schema, child.name);
    if (meaning === undefined) continue;
    const held = lockOn(parent, "elements", child.name, context);
    if (held !== undefined) violation(`<${child.name}> is locked`, nameSpot(source, child), held, report);
    else if (meaning.kind === "element") elements.set(child.name, mergeElement(elements.get(child.name), child, meaning.schema, context));
    else directives.push({ ...meaning, element: child });
  }
  const entries = mergeEntries(parent?.entries ?? [], directives, context);
  return { schema, name: element.name, attributes, elements, entries, locks, spot };
}

function mergeAttributes(parent: EffectiveElement | undefined, element: PositionedElement, schema: ElementSchema, context: MergeContext, isSection: boolean): ReadonlyMap<string, EffectiveAttribute> {
  const { source, report } = context;
  const attributes = new Map(parent?.attributes);
  for (const attribute of element.attributes) {
    if (isMetaAttribute(attribute.name, isSection)) continue;
    const lock = lockOn(parent, "attributes", attribute.name, context);
    if (lock !== undefined) violation(`The attribute ${attribute.name} is locked`, attributeSpot(source, attribute), lock, report);
    else {
      const described = schema.attributes.get(attribute.name);
      const value = described === undefined ? attribute.value : readValue(described, attribute.value);
      attributes.set(attribute.name, { value, text: attribute.value, spot: valueSpot(source, attribute) });
    }
  }
  return attributes;
}

interface Directive {
  readonly kind: "add" | "remove" | "clear";
  readonly collection: CollectionSchema;
  readonly element: PositionedElement;
}

/** Carries out the directives of one level in the order they are written. */
function mergeEntries(inherited: readonly EffectiveElement[], directives: readonly Directive[], context: MergeContext): readonly EffectiveElement[] {
  let older = [...inherited];
  let fresh: EffectiveElement[] = [];
  const index = new EntryIndex();
  for (const entry of older) index.add(entry);
  for (const { kind, collection, element } of directives) {
    const spot = nameSpot(context.source, element);
    const others = (entries: readonly EffectiveElement[]) => entries.filter((entry) => entry.schema !== collection.entry);
    if (kind === "clear") {
      const held = heldItem(older, collection, context);
      if (held !== undefined) violation(`<${element.name}> would remove a locked entry`, spot, held, context.report);
      else {
        for (const entry of [...older, ...fresh]) if (entry.schema === collection.entry) index.remove(entry);
        [older, fresh] = [others(older), others(fresh)];
      }
      continue;
    }
    const entry = mergeElement(undefined, element, collection.entry, context);
    if (kind === "remove") {
      const gone = [...older, ...fresh].filter((other) => other.schema === collection.entry && isEqualKey(other, entry));
      const held = heldItem(gone, collection, context);
      if (held !== undefined) violation(`<${element.name}> would remove a locked entry`, spot, held, context.report);
      else {
        for (const other of gone) index.remove(other);
        [older, fresh] = [older.filter((other) => !gone.includes(other)), fresh.filter((other) => !gone.includes(other))];
      }
    } else if (collection.allowDuplicates || !reportDuplicate(index, entry, collection, spot, context)) {
      fresh.push(entry);
      index.add(entry);
    }
  }
  const append = directives.every(({ collection }) => collection.mergeAppend);
  return append ? [...older, ...fresh] : [...fresh, ...older];
}

/** A lock of another file on one of the entries. */
function heldItem(entries: readonly EffectiveElement[], { entry }: CollectionSchema, context: MergeContext): Lock | undefined {
  for (const other of entries) {
    const lock = other.schema === entry ? lockOn(other, "item", other.name, context) : undefined;
    if (lock !== undefined) return lock;
  }
  return undefined;
}

const lockOn = (element: EffectiveElement | undefined, kind: Lock["kind"], name: string, { file }: MergeContext): Lock | undefined =>
  element?.locks.find((lock) => lock.kind === kind && lock.file !== file && lock.covers(name));

function violation(what: string, spot: Spot, lock: Lock, report: Report): void {
  report.error(
    {
      rule: "lock-violation",
      message: `Lock violation: ${what} at a higher level.`,
      remedy: "Remove it here, or unlock it where it is locked.",
      related: [{ message: "locked here", place: placeOf(lock.spot) }],
      code: hresults.lockViolation,
    },
    spot,
  );
}

/** Reports an entry whose key is there already. */
function reportDuplicate(index: EntryIndex, entry: EffectiveElement, collection: CollectionSchema, spot: Spot, { report, sharers = [] }: MergeContext): boolean {
  const twin = index.twin(entry);
  if (twin === undefined) return false;
  const { key } = twin;
  const message = `Cannot add duplicate collection entry of type '${entry.name}' with ${keyText(entry, key)}`;
  const at = key.length === 1 ? entry.attributes.get(key[0]!.name)!.spot : spot;
  if (sharers.length > 1 && twin.entry.spot.source.path === entry.spot.source.path && twin.entry.spot.offset === entry.spot.offset) {
    report.error(
      {
        rule: "duplicate-entry",
        message: `${message}: this file is read for ${sharers.map(({ path }) => path).join(" and for ")}, which have one folder, and an application inherits from the one above it.`,
        remedy: "Give each application a folder of its own.",
        related: sharers.map(({ path, place }) => ({ message: `the application ${path} is here`, place })),
        code: hresults.alreadyExists,
      },
      at,
    );
    return true;
  }
  report.error(
    {
      rule: "duplicate-entry",
      message: `${message}.`,
      remedy: `Give it another key (${key.some(({ caseSensitive }) => caseSensitive) ? "keys compare with case" : "keys compare without case"}), or remove one of them${collection.removeElement === undefined ? "" : `; to change an inherited entry, put <${collection.removeElement}> before it`}.`,
      related: [{ message: "first added here", place: placeOf(twin.entry.spot) }],
      schemaPlace: key[0]!.place,
      code: hresults.alreadyExists,
    },
    at,
  );
  return true;
}
