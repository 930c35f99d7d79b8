import type { PositionedTree } from "./positioned-element.js";
import { RecoveringReader } from "./recovering-reader.js";
import { XmlScanner, XmlToken } from "./scanner.js";
import { configurationLimits } from "./xml-limits.js";

export type { PositionedAttribute, PositionedComment, PositionedElement, PositionedTree } from "./positioned-element.js";

/**
 * Reads a configuration file into a tree with places, whatever is wrong with it: mistakes are reported, all in one run, and read as
 * what was probably meant. Never throws; takes time in proportion to the text.
 *
 * Recovery knows the mistakes people make; the strict scanner has the last word. A text in which recovery found nothing is scanned
 * once more, so that `problems` is empty exactly when the text is well-formed, its namespaces too, and within `configurationLimits`.
 */
export function readPositionedTree(text: string): PositionedTree {
  const reader = new RecoveringReader(text);
  reader.run();
  const { root, comments, problems } = reader;
  if (problems.isEmpty) {
    problems.attempt(() => {
      const scanner = new XmlScanner(text, configurationLimits);
      while (scanner.next() !== XmlToken.eof);
    });
  }
  return { root, comments, problems: problems.sorted() };
}
