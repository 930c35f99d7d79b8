import type { EffectiveElement } from "./effective-element.js";
import { hresults } from "./hresults.js";
import { isPathPrefix } from "./location-part.js";
import { mergeElement, type Sharer } from "./merge-section.js";
import type { ConfigurationDocument, SectionPart } from "./read-document.js";
import type { Report } from "./report.js";
import type { SectionDeclaration } from "./section-declarations.js";
import { placeOf, type Spot } from "./source-file.js";
import { nameSpot } from "./spots.js";

/** A document and the configuration path it stands at: none for the server, `[site, …application]` below. */
export interface Level {
  readonly document: ConfigurationDocument;
  readonly base: readonly string[];
  /** Whose folder it is read from; none for the server's. */
  readonly application?: Sharer;
}

export interface ResolveContext {
  /** From the server down. */
  readonly levels: readonly Level[];
  /** Configuration path that the answer is for. */
  readonly target: readonly string[];
  /** Configuration paths of all applications, for `inheritInChildApplications`. */
  readonly applications: readonly (readonly string[])[];
  readonly report: Report;
}

/** What a section is closed by, and the number of the level it stands in: it binds the levels below that one only (iis 2.4). */
interface Closed {
  readonly spot: Spot;
  readonly rank: number;
  readonly why: string;
}

/** Merges every section that any level writes, as it holds at the target. */
export function resolveSections(context: ResolveContext): ReadonlyMap<string, EffectiveElement> {
  const paths = new Set(context.levels.flatMap(({ document }) => document.parts.map(({ section }) => section.path)));
  const effective = new Map<string, EffectiveElement>();
  for (const path of paths) {
    const section = resolveSection(path, context);
    if (section !== undefined) effective.set(path, section);
  }
  return effective;
}

function resolveSection(path: string, context: ResolveContext): EffectiveElement | undefined {
  const { levels, report } = context;
  const placed = partsFor(path, context);
  let effective: EffectiveElement | undefined;
  let closed: Closed | undefined;
  for (const { part, level } of placed) {
    const file = level.document.source.path;
    const rank = levels.indexOf(level);
    if (effective === undefined) closed ??= closedByDefault(part, levels);
    if (closed !== undefined && closed.rank < rank) {
      reportClosed(part, closed, report);
      continue;
    }
    effective = mergeElement(effective, part.element, part.section.element, { source: part.source, file, sharers: sharersOf(level, levels), report }, true);
    closed = closedAfter(closed, part, rank);
  }
  reportConflicts(path, placed, report);
  return effective;
}

const sharersOf = ({ document }: Level, levels: readonly Level[]): readonly Sharer[] =>
  levels.filter((other) => other.document === document).map(({ application }) => application).filter((application) => application !== undefined);

function closedByDefault({ declaration: { overrideModeDefault, spot } }: Pick<SectionPart, "declaration">, levels: readonly Level[]): Closed | undefined {
  if (overrideModeDefault !== "Deny") return undefined;
  return { spot, rank: levels.findIndex(({ document }) => document.source.path === spot.source.path), why: 'overrideModeDefault="Deny"' };
}

function closedAfter(closed: Closed | undefined, { location }: SectionPart, rank: number): Closed | undefined {
  if (location?.overrideMode === "Allow") return undefined;
  return location?.overrideMode === "Deny" ? { spot: location.spot, rank, why: 'a <location> with overrideMode="Deny"' } : closed;
}

/** Is a section closed for a file at `rank` levels below the server's, whether or not that file is there? */
export function isClosedBelow(declaration: SectionDeclaration, context: ResolveContext, rank: number): boolean {
  const above = context.levels.slice(0, rank);
  let closed = closedByDefault({ declaration }, above);
  for (const { part, level } of partsFor(declaration.path, { ...context, levels: above })) closed = closedAfter(closed, part, above.indexOf(level));
  return closed !== undefined && closed.rank >= 0 && closed.rank < rank;
}

/**
 * What the last level writes in a `<location>` where no application is holds for nobody; that it may not is said all the same, because
 * whoever wrote it takes it for the way to open a section.
 */
export function checkStrayLocations({ levels, target, applications, report }: ResolveContext): void {
  const own = levels.at(-1)!;
  const above = levels.slice(0, -1);
  if (above.length === 0 || own.base.length !== target.length) return;
  for (const part of own.document.parts) {
    const path = [...own.base, ...(part.location?.segments ?? [])];
    if (applications.some((application) => isPathPrefix(path, application))) continue;
    let closed = closedByDefault(part, levels);
    for (const { part: other, level } of partsFor(part.section.path, { levels: above, target: path, applications, report })) closed = closedAfter(closed, other, levels.indexOf(level));
    if (closed !== undefined && closed.rank < above.length) reportClosed(part, closed, report);
  }
}

/** A part of a section, the path it holds from and the file it stands in. */
interface PlacedPart {
  readonly part: SectionPart;
  readonly level: Level;
  readonly depth: number;
}

/**
 * The parts that hold at the target: from the top path down; on the same path the files from the server down; in one file its own content
 * before its locations. So a location is applied before the web.config of the same path, and what it locks stays
 * locked whatever the web.config files above that path say.
 */
function partsFor(path: string, { levels, target, applications }: ResolveContext): readonly PlacedPart[] {
  const ownerOf = (segments: readonly string[]): number => Math.max(0, ...applications.filter((application) => isPathPrefix(application, segments)).map(({ length }) => length));
  const placed = levels.flatMap((level) =>
    level.document.parts.flatMap((part) => {
      const fullPath = [...level.base, ...(part.location?.segments ?? [])];
      const holds = part.section.path === path && isPathPrefix(fullPath, target);
      const stays = part.location?.inheritInChildApplications === false && ownerOf(fullPath) !== ownerOf(target);
      return holds && !stays ? [{ part, level, depth: fullPath.length }] : [];
    }),
  );
  const inFile = ({ part }: PlacedPart): number => Number(part.location !== undefined);
  return placed.sort((a, b) => a.depth - b.depth || levels.indexOf(a.level) - levels.indexOf(b.level) || inFile(a) - inFile(b));
}

/** A lower file may not lock what a file above it unlocks for a path below. */
function reportConflicts(path: string, placed: readonly PlacedPart[], report: Report): void {
  const isAbove = (one: Level, other: Level): boolean => one.base.length < other.base.length;
  for (const deny of placed) {
    if (deny.part.location?.overrideMode !== "Deny") continue;
    const allow = placed.find(({ part, level, depth }) => part.location?.overrideMode === "Allow" && isAbove(level, deny.level) && depth > deny.depth);
    if (allow !== undefined) reportConflict(path, deny.part.location.spot, allow.part.location!.spot, report);
  }
}

function reportClosed(part: SectionPart, closed: Closed, report: Report): void {
  report.error(
    {
      rule: "section-locked",
      message: `This configuration section cannot be used at this path: ${part.section.path} is locked at a parent level by ${closed.why}.`,
      remedy: 'Remove it here, or unlock it in the parent file with <location path="…" overrideMode="Allow"> around the section.',
      related: [{ message: "locked here", place: placeOf(closed.spot) }],
      code: hresults.lockViolation,
    },
    nameSpot(part.source, part.element),
  );
}

function reportConflict(path: string, deny: Spot, allow: Spot, report: Report): void {
  report.error(
    {
      rule: "override-mode-conflict",
      message: `${path} is locked here, but a parent file unlocks it for a path below.`,
      remedy: "Lock and unlock a section in one file.",
      related: [{ message: "unlocked here", place: placeOf(allow) }],
      code: hresults.lockViolation,
    },
    deny,
  );
}
