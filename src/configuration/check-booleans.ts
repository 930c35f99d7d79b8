import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";
import type { Report } from "./report.js";
import type { SourceFile } from "./source-file.js";
import { valueSpot } from "./spots.js";

/** Metadata of a schema that is true or false, of these names: what is neither counts as if it were not there. */
export function checkBooleans(source: SourceFile, node: PositionedElement, names: readonly string[], report: Report): void {
  for (const attribute of node.attributes) {
    const { name, value } = attribute;
    if (!names.includes(name) || /^(?:true|false)$/iu.test(value)) continue;
    const meant = didYouMean(value, ["true", "false"]);
    const finding = { rule: "schema-boolean", message: `"${value}" is neither true nor false; ${name} is passed over.`, allowed: "Allowed: true or false." };
    report.warning({ ...finding, ...(meant === undefined ? {} : { didYouMean: meant }) }, valueSpot(source, attribute));
  }
}
