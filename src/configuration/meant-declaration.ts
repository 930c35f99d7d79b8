import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";

/** Shorter names are near too many others. */
const shortest = 5;

/** Letters that may be wrong in a name that is taken for another. */
const mostWrong = 2;

/**
 * The section or group that a declaration probably means and misspells. Sections have any name their owner likes, so more than nearness is
 * asked for: a section whose right name is declared as well is another one, and so is a group in which no section is known.
 * @param known paths of all sections that somebody knows
 * @param written paths that are declared, as they are written
 */
export function meantDeclaration(node: PositionedElement, name: string, prefix: string, known: readonly string[], written: ReadonlySet<string>): string | undefined {
  const names = new Set(known.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split("/")[0]!));
  if (names.has(name) || name.length < shortest) return undefined;
  const meant = didYouMean(name, names, mostWrong);
  if (meant === undefined || written.has(`${prefix}${meant}`)) return undefined;
  if (node.name === "section") return known.includes(`${prefix}${meant}`) ? meant : undefined;
  const isHere = (child: PositionedElement): boolean => known.some((path) => `${path}/`.startsWith(`${prefix}${meant}/${child.attributes.find((attribute) => attribute.name === "name")?.value}/`));
  return node.children.some(isHere) ? meant : undefined;
}
