import { decodeReplacing } from "../protocol/xml/decode-replacing.js";
import { decodeXml } from "../protocol/xml/decode-xml.js";
import { readPositionedTree, type PositionedElement } from "../protocol/xml/positioned-tree.js";
import type { XmlProblem } from "../protocol/xml/xml-problem.js";
import type { FileAccess, FileProblem } from "./file-access.js";
import { hresults } from "./hresults.js";
import type { Finding, Report } from "./report.js";
import { sourceFile, type SourceFile, type Spot } from "./source-file.js";

export interface LoadedXml {
  readonly source: SourceFile;
  /** What could be made of it, mistakes and all; `undefined` when there is no element. */
  readonly root: PositionedElement | undefined;
}

/**
 * Reads and parses a file, reporting everything that is wrong with its XML.
 * @param what begins the rule's name: `configuration-not-well-formed`, `schema-access-denied`
 * @returns `undefined` when there is no text to look at
 */
export function loadXml(path: string, files: FileAccess, report: Report, what: "configuration" | "schema"): LoadedXml | undefined {
  const bytes = files.readBytes(path);
  if (!bytes.ok) {
    const place = { source: sourceFile(path, ""), offset: 0, length: 0 };
    report.error(unreadable(bytes.error, what), place);
    return undefined;
  }
  const decoded = decodeXml(bytes.value, undefined);
  if (!decoded.ok) {
    const finding = { rule: `${what}-not-well-formed`, message: decoded.error.message, remedy: "Save the file as UTF-8, or as UTF-16 with a byte order mark.", code: hresults.invalidData };
    report.error(finding, spotOf(decoded.error, path, bytes.value));
    return undefined;
  }
  return parseXml(sourceFile(path, decoded.value.text), report, what);
}

/** The same for a text that is already there. */
export function parseXml(source: SourceFile, report: Report, what: "configuration" | "schema"): LoadedXml {
  const { root, problems } = readPositionedTree(source.text);
  for (const problem of problems) {
    report.error(notWellFormed(source, problem, what), { source, offset: problem.offset, length: problem.length ?? 1 });
  }
  return { source, root };
}

/** Octets that cannot be read have a place in what can be. */
function spotOf({ code, offset, length }: XmlProblem, path: string, bytes: Uint8Array): Spot {
  const shown = decodeReplacing(bytes, offset);
  return { source: sourceFile(path, shown.text), offset: code === "invalid-bytes" ? shown.offset : offset, length: length ?? 1 };
}

function notWellFormed(source: SourceFile, problem: XmlProblem, what: string): Finding {
  const { suggestion, related } = problem;
  return {
    rule: `${what}-not-well-formed`,
    // The reader's sentence ends with the suggestion; here it has a line of its own.
    message: suggestion === undefined ? problem.message : problem.message.replace(` Did you mean ${suggestion}?`, ""),
    ...(suggestion === undefined ? {} : { didYouMean: suggestion }),
    ...(related === undefined ? {} : { related: [{ message: related.message, place: source.place(related.offset) }] }),
    code: hresults.invalidData,
  };
}

function unreadable(problem: FileProblem, what: string): Finding {
  switch (problem.kind) {
    case "denied":
      return {
        rule: `${what}-access-denied`,
        message: `The file may not be read: ${problem.message}.`,
        remedy: "Give the account that runs the host the right to read the file and to enter its folder.",
        code: hresults.accessDenied,
      };
    case "missing":
      return { rule: `${what}-not-found`, message: "The file does not exist.", code: hresults.notFound };
    case "other":
      return { rule: `${what}-unreadable`, message: `The file cannot be read: ${problem.message}.`, code: hresults.pathNotFound };
  }
}
