import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document, type Node, type Pair } from "yaml";
import type { Diagnostic } from "../../base/diagnostic.js";
import { Report } from "../../configuration/report.js";
import { sortDiagnostics } from "../../configuration/sort-diagnostics.js";
import { sourceFile, type SourceFile, type Spot } from "../../configuration/source-file.js";
import type { MockScript } from "./mock-script.js";
import { scriptShape } from "./script-shape.js";
import type { ScriptPath, ShapeProblem } from "./shape.js";

export interface ScriptReading {
  /** `undefined` when there are errors. */
  readonly script: MockScript | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Longest script, in characters: those who replay a long recording have some megabytes. */
const longest = 64 * 1024 * 1024;

/**
 * Reads a script from YAML 1.2, and so from JSON. All problems at once, each with its place.
 * @param path for the places
 */
export function readScript(text: string, path: string): ScriptReading {
  const source = sourceFile(path, text);
  const report = new Report();
  if (text.length > longest) report.error({ rule: "script-too-long", message: `The script has ${text.length} characters; ${longest} are read at most.` });
  else readDocument(source, report);
  return { script: report.errors.length > 0 ? undefined : valueOf(source), diagnostics: sortDiagnostics(report.diagnostics) };
}

/** Checks what a TypeScript file, or a test, gives. */
export function checkScript(value: unknown, path: string): ScriptReading {
  const report = new Report();
  scriptShape(value, [], ({ path: at, on: _, ...finding }) => {
    const where = at.map((step, index) => (typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${step}`)).join("");
    report.error({ ...finding, message: `${path}${where === "" ? "" : `, ${where}`}: ${finding.message}` });
  });
  return { script: report.errors.length > 0 ? undefined : (value as MockScript), diagnostics: report.diagnostics };
}

const parse = (source: SourceFile): Document.Parsed => parseDocument(source.text, { merge: true, prettyErrors: false, stringKeys: true });

const valueOf = (source: SourceFile): MockScript => (parse(source).toJS() ?? {}) as MockScript;

function readDocument(source: SourceFile, report: Report): void {
  const document = parse(source);
  for (const { message, pos, code } of [...document.errors, ...document.warnings]) {
    const offset = Math.min(pos[0], source.text.length);
    report.error({ rule: "not-yaml", message: `This is not YAML: ${message.split("\n")[0]!}`, ...(code === "TAB_AS_INDENT" ? { remedy: "Indent with spaces." } : {}) }, { source, offset, length: Math.max(1, pos[1] - pos[0]) });
  }
  visit(document, {
    Alias: (_, alias) => {
      const [offset, end] = alias.range!;
      if (alias.resolve(document) === undefined) report.error({ rule: "not-yaml", message: `This is not YAML: nothing before the alias *${alias.source} is called &${alias.source}.` }, { source, offset, length: end - offset });
    },
  });
  if (report.errors.length > 0) return;
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // Aliases that would make gigabytes of a few lines.
    return report.error({ rule: "not-yaml", message: `This is not YAML: ${(error as Error).message}` });
  }
  scriptShape(value ?? {}, [], (problem) => {
    const { path: _, on: __, ...finding } = problem;
    report.error(finding, spotOf(problem, document, source));
  });
}

/** Where it stands; of what an alias or a merge brings in, the place that it is brought to. */
function spotOf({ path, on }: ShapeProblem, document: Document.Parsed, source: SourceFile): Spot {
  const { node, key } = nodeAt(path, document);
  const shown = on === "key" || isCollection(node) ? (key ?? node) : (node ?? key);
  const [start, end] = (isNode(shown) ? shown.range : undefined) ?? [0, 1];
  const line = source.text.indexOf("\n", start);
  return { source, offset: start, length: Math.max(1, Math.min(end, line < 0 ? end : line) - start) };
}

const isCollection = (node: unknown): boolean => isMap(node) || isSeq(node) || (isScalar(node) && node.value === null);

function nodeAt(path: ScriptPath, document: Document.Parsed): { readonly node: Node | undefined; readonly key: Node | undefined } {
  let node: Node | undefined = document.contents ?? undefined;
  let key: Node | undefined;
  for (const step of path) {
    const inside: Node | undefined = isAlias(node) ? (node.resolve(document)) : node;
    if (isSeq(inside)) {
      const item = inside.items[step as number];
      if (!isNode(item)) break;
      node = item;
      key = undefined;
    } else {
      const pair: Pair | undefined = isMap(inside) ? inside.items.find((each) => isScalar(each.key) && each.key.value === step) : undefined;
      if (pair === undefined) break;
      key = isNode(pair.key) ? pair.key : undefined;
      node = isNode(pair.value) ? pair.value : undefined;
    }
  }
  return { node, key };
}
