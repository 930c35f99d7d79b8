import type { PositionedElement } from "../../protocol/xml/positioned-tree.js";
import type { Snippet } from "./snippet.js";

/** An element on the way to what is edited: how it is known when it is there, and what is written when it is not. */
export interface Wanted {
  readonly name: string;
  readonly attributes: Snippet["attributes"];
  matches(element: PositionedElement): boolean;
}

export const wantedElement = (name: string): Wanted => ({ name, attributes: [], matches: (element) => element.name === name });

/** A `<location>` for a path; that of no segments is the level itself, and may be spelt in several ways. */
export const wantedLocation = (segments: readonly string[]): Wanted => ({
  name: "location",
  attributes: [["path", segments.join("/")]],
  matches: (element) => {
    if (element.name !== "location") return false;
    const path = element.attributes.find(({ name }) => name === "path")?.value ?? "";
    const written = path.split("/").filter((segment) => segment !== "" && segment !== ".");
    return written.join("/").toLowerCase() === segments.join("/").toLowerCase();
  },
});

export interface Descended {
  readonly element: PositionedElement;
  /** What is not there yet, the outermost first. */
  readonly rest: readonly Wanted[];
}

/** Goes as far down as there is a way; a group may be written in several pieces, so every one of them is tried. */
export function descend(from: PositionedElement, wanted: readonly Wanted[]): Descended {
  const [next, ...others] = wanted;
  let best: Descended = { element: from, rest: wanted };
  if (next === undefined) return best;
  for (const child of from.children) {
    if (!next.matches(child)) continue;
    const found = descend(child, others);
    if (found.rest.length < best.rest.length) best = found;
  }
  return best;
}

/** The snippet that makes what is missing, with `inner` in the midst. @param rest at least one */
export function nest(rest: readonly Wanted[], inner: { readonly attributes: Snippet["attributes"]; readonly children: readonly Snippet[] }): Snippet {
  const [{ name, attributes }, ...others] = rest as readonly [Wanted, ...Wanted[]];
  if (others.length === 0) return { name, attributes: [...attributes, ...inner.attributes], children: inner.children };
  return { name, attributes, children: [nest(others, inner)] };
}

/** The element whose name stands at an offset. */
export function elementAt(root: PositionedElement, nameOffset: number): PositionedElement | undefined {
  let at: PositionedElement | undefined = root;
  while (at !== undefined && at.nameOffset !== nameOffset) at = at.children.find((child) => child.offset <= nameOffset && nameOffset < child.endOffset);
  return at;
}
