import type { StepBudget } from "../../base/step-budget.js";
import type { XmlElement } from "../../base/xml-element.js";

/** One property of an item: nothing, its element, or the elements of an array. */
export type PropertyValue = XmlElement | readonly XmlElement[] | undefined;

/** Names of children that are remembered; items of one class have the same ones again and again. */
const remembered = 1024;

/** Which properties a query looks at. Each gets a slot, so that an item's children are walked once, however often they are asked for. */
export class RowShape {
  readonly #slots = new Map<string, number>();
  readonly #seen = new Map<string, number>();

  /** @returns where `ItemRow.values` will have it */
  slotOf(property: string): number {
    const name = property.toLowerCase();
    const slot = this.#slots.get(name) ?? this.#slots.size;
    this.#slots.set(name, slot);
    return slot;
  }

  /** @returns -1 for a child that nobody asks for */
  find(child: string): number {
    let slot = this.#seen.get(child);
    if (slot === undefined) {
      slot = this.#slots.get(child.toLowerCase()) ?? -1;
      if (this.#seen.size < remembered) this.#seen.set(child, slot);
    }
    return slot;
  }

  get size(): number {
    return this.#slots.size;
  }
}

/** An item as a condition sees it. */
export class ItemRow {
  readonly values: PropertyValue[];

  constructor(
    readonly item: XmlElement,
    shape: RowShape,
    readonly budget: StepBudget,
  ) {
    const values = (this.values = new Array<PropertyValue>(shape.size).fill(undefined));
    budget.spend(item.children.length);
    for (const child of item.children) {
      if (typeof child === "string") continue;
      const slot = shape.find(child.name);
      if (slot < 0) continue;
      const before = values[slot];
      if (before === undefined) values[slot] = child;
      else if ("name" in before) values[slot] = [before, child];
      else (before as XmlElement[]).push(child);
    }
  }
}
