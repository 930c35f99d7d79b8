import type { StepBudget } from "../../../base/step-budget.js";
import type { Result } from "../../../base/result.js";
import type { XmlElement } from "../../../base/xml-element.js";
import type { ClassDefinition, ItemQuery } from "../../../base/class-definition.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import type { FilterBody } from "../../../protocol/wsman/request.js";
import type { FilteredResource } from "./filtered-resource.js";

/** A filter that the host evaluates, whatever its dialect. */
export interface ItemFilter {
  /** What the plug-in is told instead of the filter. */
  readonly query: ItemQuery;
  /** Means nothing when the budget is exhausted afterwards. */
  matches(item: XmlElement, budget: StepBudget): boolean;
  /** The part of an item that is given; `undefined`: items are given whole. */
  readonly pick: ((item: XmlElement) => readonly XmlElement[]) | undefined;
}

/** Makes the filters of one dialect ready. @param classes of the plug-in */
export type CompileFilter = (resource: FilteredResource, filter: FilterBody, classes: readonly ClassDefinition[]) => Result<ItemFilter, Fault>;
