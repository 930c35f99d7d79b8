import type { PositionedAttribute, PositionedElement } from "../protocol/xml/positioned-tree.js";
import type { SourceFile, Spot } from "./source-file.js";

/** The name in a start tag. */
export const nameSpot = (source: SourceFile, element: PositionedElement): Spot => ({ source, offset: element.nameOffset, length: element.name.length });

/** The name of an attribute. */
export const attributeSpot = (source: SourceFile, attribute: PositionedAttribute): Spot => ({ source, offset: attribute.offset, length: attribute.name.length });

/** The value of an attribute as written; the whole attribute when it is empty, because nothing cannot be underlined. */
export const valueSpot = (source: SourceFile, attribute: PositionedAttribute): Spot =>
  attribute.valueLength === 0
    ? { source, offset: attribute.offset, length: attribute.length }
    : { source, offset: attribute.valueOffset, length: attribute.valueLength };
