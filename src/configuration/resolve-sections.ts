import type { EffectiveElement } from "./effective-element.js";
import { hresults } from "./hresults.js";
import { isPathPrefix } from "./location-part.js";
import { mergeElement } from "./merge-section.js";
import type { ConfigurationDocument, SectionPart } from "./read-document.js";
import type { Report } from "./report.js";
import { placeOf, type Spot } from "./source-file.js";
import { nameSpot } from "./spots.js";

/** A document and the configuration path it stands at: none for the server, `[site, …application]` below. */
export interface Level {
  readonly document: ConfigurationDocument;
  readonly base: readonly string[];
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

/** What a section is closed by, and the file that may open it again. */
interface Closed {
  readonly spot: Spot;
  readonly file: string;
  readonly why: string;
}

/** Merges every section that any level writes, as it holds at the target (protocol notes iis 2.1, 2.4, 2.5). */
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
  const { report } = context;
  let effective: EffectiveElement | undefined;
  let closed: Closed | undefined;
  let isDefaultKnown = false;
  const opened: { depth: number; spot: Spot; file: string }[] = [];
  for (const level of context.levels) {
    const file = level.document.source.path;
    for (const part of partsFor(path, level, context)) {
      const { declaration, location } = part;
      if (!isDefaultKnown && declaration.overrideModeDefault === "Deny") {
        closed = { spot: declaration.spot, file: declaration.spot.source.path, why: 'overrideModeDefault="Deny"' };
      }
      isDefaultKnown = true;
      if (closed !== undefined && closed.file !== file) {
        reportClosed(part, closed, report);
        continue;
      }
      effective = mergeElement(effective, part.element, part.section.element, { source: part.source, file, report }, true);
      if (location === undefined || location.overrideMode === "Inherit") continue;
      const depth = level.base.length + location.segments.length;
      if (location.overrideMode === "Allow") {
        closed = undefined;
        opened.push({ depth, spot: location.spot, file });
        continue;
      }
      closed = { spot: location.spot, file, why: 'a <location> with overrideMode="Deny"' };
      const conflict = opened.find((other) => other.file !== file && other.depth > depth);
      if (conflict !== undefined) reportConflict(path, location.spot, conflict.spot, report);
    }
  }
  return effective;
}

/** The parts of one level that hold at the target: the file's own first, then its locations, shortest first. */
function partsFor(path: string, { document, base }: Level, { target, applications }: ResolveContext): readonly SectionPart[] {
  const fullPath = (part: SectionPart): readonly string[] => [...base, ...(part.location?.segments ?? [])];
  const ownerOf = (segments: readonly string[]): number => Math.max(0, ...applications.filter((application) => isPathPrefix(application, segments)).map(({ length }) => length));
  return document.parts
    .filter((part) => part.section.path === path && isPathPrefix(fullPath(part), target))
    .filter((part) => part.location?.inheritInChildApplications !== false || ownerOf(fullPath(part)) === target.length)
    .sort((a, b) => fullPath(a).length - fullPath(b).length || Number(a.location !== undefined) - Number(b.location !== undefined));
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
