import { fail, ok, type Result } from "../../base/result.js";
import type { PositionedElement } from "../../protocol/xml/positioned-tree.js";
import type { EffectiveElement } from "../effective-element.js";
import { placeOf, type Spot } from "../source-file.js";
import { checkSpot, type WritePlace } from "./choose-place.js";
import { descend, elementAt, wantedElement, wantedLocation, type Descended } from "./descend.js";
import type { EditProblem } from "./edit-problem.js";
import type { ChangeContext } from "./change-context.js";
import { noEntry, stepText } from "./no-entry.js";
import { effectiveAt, entriesOf, type ResolvedStep } from "./resolve-path.js";
import type { TextFile } from "./text-file.js";

/** An element of a file that is being edited, or as far as one goes towards it. */
export interface FoundElement extends Descended {
  readonly path: readonly string[];
  /** The file to edit, which is another than the configuration file where a configSource is followed. */
  readonly file: string;
  readonly text: TextFile;
}

const namesOf = (steps: readonly ResolvedStep[]): string[] => steps.map((step) => (step.kind === "element" ? step.name : ""));

/** The way from a file's root to a section's element; follows its configSource. */
export function findInFile(place: WritePlace, below: readonly string[], { section, edited, survey }: ChangeContext): Result<FoundElement, EditProblem> {
  const opened = edited.open(place.file, true);
  if (!opened.ok) return opened;
  const text = opened.value;
  if (text.root.name !== "configuration") {
    return fail({ kind: "not-possible", message: `The root element of ${place.file} is <${text.root.name}>, not <configuration>; nothing can be added to it.` });
  }
  const upTo = [...(place.location === undefined ? [] : [wantedLocation(place.location)]), ...section.split("/").map(wantedElement)];
  const inner = below.map(wantedElement);
  const atSection = firstInside(text.root, upTo, place.location);
  const source = atSection.rest.length === 0 ? atSection.element.attributes.find(({ name }) => name === "configSource") : undefined;
  if (source === undefined) {
    const found = atSection.rest.length === 0 ? descend(atSection.element, inner) : { element: atSection.element, rest: [...atSection.rest, ...inner] };
    return ok({ ...found, file: place.file, text, path: place.path });
  }
  const { files } = survey.workspace;
  const file = files.resolve(files.directoryOf(place.file), source.value.replaceAll("\\", "/"));
  const followed = edited.open(file, false);
  return followed.ok ? ok({ ...descend(followed.value.root, inner), file, text: followed.value, path: place.path }) : followed;
}

/** A section may stand for the level itself outside of any location, or in one whose path is empty. */
function firstInside(root: PositionedElement, upTo: Parameters<typeof descend>[1], location: readonly string[] | undefined): Descended {
  const found = descend(root, upTo);
  if (location !== undefined || found.rest.length === 0) return found;
  const inEmpty = descend(root, [wantedLocation([]), ...upTo]);
  return inEmpty.rest.length === 0 ? inEmpty : found;
}

/** The entry that steps lead to, as it holds, and the element in its file. */
export function findEntry(steps: readonly ResolvedStep[], context: ChangeContext): Result<FoundElement & { readonly effective: EffectiveElement }, EditProblem> {
  const { surveyed, section, edited } = context;
  let at = surveyed.sections.get(section);
  for (const step of steps) {
    if (step.kind === "element") {
      at = at?.elements.get(step.name);
      continue;
    }
    const entries = at === undefined ? [] : entriesOf(at, step);
    if (entries.length > 1) {
      const related = entries.map((entry) => ({ message: "one of them", place: placeOf(entry.spot) }));
      return fail({ kind: "ambiguous", message: `${entries.length} entries match ${stepText(step)}.`, remedy: "Name the whole key.", related });
    }
    if (entries[0] === undefined) return fail(noEntry(step, at));
    at = entries[0];
  }
  const effective = at!;
  const allowed = checkSpot(effective.spot, `<${effective.name}>`, context);
  if (!allowed.ok) return allowed;
  const file = effective.spot.source.path;
  const opened = edited.open(file, false);
  if (!opened.ok) return opened;
  const element = elementAt(opened.value.root, effective.spot.offset);
  if (element === undefined) return fail({ kind: "not-possible", message: `${file} changed while it was being edited.` });
  return ok({ element, rest: [], file, text: opened.value, path: allowed.value, effective });
}

/** The element that steps lead to, or as far as it is written; what is missing is to be made there. */
export function findElement(steps: readonly ResolvedStep[], place: () => Result<WritePlace, EditProblem>, context: ChangeContext): Result<FoundElement, EditProblem> {
  const last = steps.findLastIndex(({ kind }) => kind === "entry");
  const below = namesOf(steps.slice(last + 1));
  if (last < 0) {
    const chosen = place();
    return chosen.ok ? findInFile(chosen.value, below, context) : chosen;
  }
  const entry = findEntry(steps.slice(0, last + 1), context);
  return entry.ok ? ok({ ...entry.value, ...descend(entry.value.element, below.map(wantedElement)) }) : entry;
}

/** What steps lead to as it holds; `undefined` when nobody writes it. */
export const effectiveOf = ({ surveyed, section }: Pick<ChangeContext, "surveyed" | "section">, steps: readonly ResolvedStep[]): EffectiveElement | undefined => effectiveAt(surveyed.sections.get(section), steps);

/** The element in which a place is. */
export function elementOf(spot: Spot, path: readonly string[], { edited }: ChangeContext): FoundElement | undefined {
  const file = spot.source.path;
  const opened = edited.open(file, false);
  if (!opened.ok) return undefined;
  let element: PositionedElement = opened.value.root;
  for (;;) {
    const inner: PositionedElement | undefined = element.children.find((child) => child.offset <= spot.offset && spot.offset < child.endOffset);
    if (inner === undefined) return { element, rest: [], file, text: opened.value, path };
    element = inner;
  }
}
