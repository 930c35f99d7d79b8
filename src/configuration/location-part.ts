import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import { checkAttributes } from "./section-declarations.js";
import { placeOf, type SourceFile, type Spot } from "./source-file.js";
import { attributeSpot, nameSpot, valueSpot } from "./spots.js";

/** A `<location>` and what it says about everything in it. */
export interface LocationPart {
  /** Relative to the level of the file: segments, none for this level. */
  readonly segments: readonly string[];
  readonly overrideMode: "Allow" | "Deny" | "Inherit";
  readonly inheritInChildApplications: boolean;
  readonly spot: Spot;
}

const modes = ["Allow", "Deny", "Inherit"] as const;

export function readLocation(source: SourceFile, element: PositionedElement, report: Report): LocationPart {
  checkAttributes(source, element, ["path", "overrideMode", "allowOverride", "inheritInChildApplications"], report);
  const find = (name: string) => element.attributes.find((attribute) => attribute.name === name);
  const path = find("path");
  const segments = (path?.value ?? "").split("/").filter((segment) => segment !== "" && segment !== ".");
  const bool = (name: string): boolean | undefined => {
    const attribute = find(name);
    const value = attribute?.value.toLowerCase();
    if (attribute === undefined || value === "true" || value === "false") return value === undefined ? undefined : value === "true";
    report.error({ rule: "invalid-value", message: `The '${name}' attribute is invalid.  Not a valid boolean`, allowed: "Allowed: true or false.", code: hresults.invalidData }, valueSpot(source, attribute));
    return undefined;
  };
  const written = find("overrideMode");
  let overrideMode: LocationPart["overrideMode"] = modes.find((mode) => mode.toLowerCase() === written?.value.toLowerCase()) ?? "Inherit";
  if (written !== undefined && overrideMode.toLowerCase() !== written.value.toLowerCase()) {
    const meant = didYouMean(written.value, modes);
    report.error(
      {
        rule: "invalid-value",
        message: `The 'overrideMode' attribute is invalid.  Enum must be one of ${modes.join(", ")}`,
        allowed: `Allowed: ${modes.join(", ")}.`,
        ...(meant === undefined ? {} : { didYouMean: meant }),
        code: hresults.invalidData,
      },
      valueSpot(source, written),
    );
  }
  const legacy = find("allowOverride");
  const allowOverride = bool("allowOverride");
  if (written !== undefined && legacy !== undefined) {
    report.error(
      {
        rule: "conflicting-attributes",
        message: "overrideMode and allowOverride say the same thing and may not stand together.",
        remedy: "Remove allowOverride, the older form.",
        related: [{ message: "overrideMode is here", place: placeOf(attributeSpot(source, written)) }],
        code: hresults.invalidData,
      },
      attributeSpot(source, legacy),
    );
  } else if (allowOverride !== undefined) overrideMode = allowOverride ? "Allow" : "Deny";
  return {
    segments,
    overrideMode,
    inheritInChildApplications: bool("inheritInChildApplications") ?? true,
    spot: path === undefined ? nameSpot(source, element) : valueSpot(source, path),
  };
}

/** Is `segments` the path itself or an ancestor of it? Names compare without case. */
export const isPathPrefix = (segments: readonly string[], path: readonly string[]): boolean =>
  segments.length <= path.length && segments.every((segment, index) => segment.toLowerCase() === path[index]!.toLowerCase());
