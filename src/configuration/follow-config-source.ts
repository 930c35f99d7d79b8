import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import type { FileAccess } from "./file-access.js";
import { hresults } from "./hresults.js";
import { isInside } from "../base/is-inside.js";
import { loadXml } from "./load-xml.js";
import type { Report } from "./report.js";
import type { SourceFile } from "./source-file.js";
import { attributeSpot, valueSpot } from "./spots.js";

interface Followed {
  readonly source: SourceFile;
  readonly element: PositionedElement;
}

/**
 * The element that holds a section's content: itself, or the root of the file its `configSource` names, relative to the file it stands
 * in. Only a web.config may have one.
 */
export function followConfigSource(source: SourceFile, element: PositionedElement, level: "server" | "application", files: FileAccess, report: Report): Followed | undefined {
  const protectedBy = element.attributes.find(({ name }) => name === "configProtectionProvider");
  if (protectedBy !== undefined) {
    report.error(
      {
        rule: "encrypted-section",
        message: `The section <${element.name}> is encrypted by "${protectedBy.value}", whose key this host does not have.`,
        remedy: "Write the section in plain text.",
        code: hresults.invalidData,
      },
      attributeSpot(source, protectedBy),
    );
    return undefined;
  }
  const attribute = element.attributes.find(({ name }) => name === "configSource");
  if (attribute === undefined) return { source, element };
  if (level === "server") {
    report.error(
      { rule: "unknown-attribute", message: `Unrecognized attribute 'configSource' on <${element.name}>.`, remedy: "configSource is for web.config files; write the section here.", code: hresults.invalidData },
      attributeSpot(source, attribute),
    );
    return { source, element };
  }
  const directory = files.directoryOf(source.path);
  const path = files.resolve(directory, attribute.value.replaceAll("\\", "/"));
  const isHere = isInside(directory, path);
  const loaded = isHere && files.kind(path) === "file" ? loadXml(path, files, report, "configuration") : undefined;
  const isNested = loaded?.root?.attributes.some(({ name }) => name === "configSource") === true;
  if (loaded?.root?.name === element.name && !isNested) return { source: loaded.source, element: loaded.root };
  const why = !isHere ? "it leads out of the folder of this file" : loaded?.root === undefined ? "there is no such file, or it may not be read" : isNested ? "it has a configSource itself" : `its root element is <${loaded.root.name}>`;
  report.error(
    {
      rule: "config-source",
      message: `Specified configSource cannot be parsed: ${why}.`,
      allowed: `Allowed: a file beside this one or below, whose root element is <${element.name}> and holds the settings.`,
      code: hresults.invalidData,
    },
    valueSpot(source, attribute),
  );
  return undefined;
}
