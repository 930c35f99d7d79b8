import type { XmlElement } from "../../base/xml-element.js";
import type { ClassDefinition, ItemQuery } from "../../base/class-definition.js";
import type { Steps } from "./steps.js";

/** Yes, no, or neither (a comparison with null). Only a plain yes lets an item through. @throws TooManySteps */
export type Test = (item: XmlElement, steps: Steps) => boolean | undefined;

/** A query that fits its classes, ready to be evaluated. */
export interface CheckedQuery {
  /** What the plug-in is told. */
  readonly query: ItemQuery;
  /** Names of the classes whose instances it is about, in lower case; `undefined`: whatever the plug-in gives. */
  readonly classNames: ReadonlySet<string> | undefined;
  /** Names of the properties to give, in the order of answers; `undefined`: the whole instance. */
  readonly columns: readonly string[] | undefined;
  readonly definition: ClassDefinition | undefined;
  readonly test: Test | undefined;
}
