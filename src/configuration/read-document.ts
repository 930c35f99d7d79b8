import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";
import type { FileAccess } from "./file-access.js";
import { hresults } from "./hresults.js";
import { checkDefinition } from "./check-definition.js";
import { correctNames } from "./correct-names.js";
import { followConfigSource } from "./follow-config-source.js";
import { readLocation, type LocationPart } from "./location-part.js";
import { isOff, otherSection, type OtherSection } from "./other-sections.js";
import type { Finding, Report } from "./report.js";
import type { SectionSchema } from "./schema-model.js";
import { checkAttributes, readDeclarations, type SectionDeclaration } from "./section-declarations.js";
import type { SectionValidators } from "./section-validators.js";
import type { SourceFile } from "./source-file.js";
import { nameSpot } from "./spots.js";
import { validateSection } from "./validate-section.js";

/** One section as one file, or one `<location>` of it, writes it. */
export interface SectionPart {
  readonly section: SectionSchema;
  readonly declaration: SectionDeclaration;
  readonly element: PositionedElement;
  /** Of `element`: the file itself, or that of its configSource. */
  readonly source: SourceFile;
  readonly location: LocationPart | undefined;
}

/** A configuration file, its sections checked one by one. */
export interface ConfigurationDocument {
  readonly source: SourceFile;
  readonly level: "server" | "application";
  /** Of this level and all above. */
  readonly declarations: ReadonlyMap<string, SectionDeclaration>;
  readonly parts: readonly SectionPart[];
  /** All that are written, the empty ones too. */
  readonly locations: readonly LocationPart[];
}

export interface DocumentContext {
  readonly level: ConfigurationDocument["level"];
  /** What upper levels declared. */
  readonly inherited: ReadonlyMap<string, SectionDeclaration>;
  readonly schema: ReadonlyMap<string, SectionSchema>;
  readonly validators: SectionValidators;
  readonly files: FileAccess;
  readonly report: Report;
}

/** Reads `<configuration>`: declarations, sections and locations, each reported on its own. */
export function readDocument(source: SourceFile, root: PositionedElement, context: DocumentContext): ConfigurationDocument {
  const { report } = context;
  const declarations = new Map(context.inherited);
  const parts: SectionPart[] = [];
  const locations: LocationPart[] = [];
  if (root.name !== "configuration") {
    const finding = { rule: "configuration-root", message: `The root element of a configuration file is <configuration>, not <${root.name}>.`, code: hresults.invalidData };
    report.error({ ...finding, ...(didYouMean(root.name, ["configuration"]) === undefined ? {} : { didYouMean: "configuration" }) }, nameSpot(source, root));
    return { source, level: context.level, declarations, parts, locations };
  }
  checkAttributes(source, root, [], report);
  root.children.forEach((child, index) => {
    if (child.name !== "configSections") return;
    if (index === 0) readDeclarations(source, child, declarations, context.schema.keys(), report);
    else {
      const message = "Only one <configSections> element allowed.  It must be the first child element of the root <configuration> element.";
      report.error({ rule: "misplaced-config-sections", message, code: hresults.invalidData }, nameSpot(source, child));
    }
  });
  const reader = new PartReader(source, declarations, context, parts);
  for (const child of root.children) {
    if (child.name === "configSections") continue;
    if (child.name !== "location") reader.walk(child, "", undefined);
    else {
      const location = readLocation(source, child, report);
      locations.push(location);
      for (const inner of child.children) reader.walk(inner, "", location);
    }
  }
  return { source, level: context.level, declarations, parts, locations };
}

/** Walks section groups down to sections. */
class PartReader {
  readonly #source: SourceFile;
  readonly #declarations: ReadonlyMap<string, SectionDeclaration>;
  readonly #context: DocumentContext;
  readonly #parts: SectionPart[];
  /** What was said about a path that leads nowhere; a file that is no configuration has the same ones all over. */
  readonly #strangers = new Map<string, Finding>();

  constructor(source: SourceFile, declarations: ReadonlyMap<string, SectionDeclaration>, context: DocumentContext, parts: SectionPart[]) {
    this.#source = source;
    this.#declarations = declarations;
    this.#context = context;
    this.#parts = parts;
  }

  /** @param name what the element was probably meant to be called */
  walk(element: PositionedElement, prefix: string, location: LocationPart | undefined, name = element.name): void {
    const path = `${prefix}${name}`;
    const stranger = this.#strangers.get(path);
    if (stranger !== undefined) return this.#context.report.error(stranger, nameSpot(this.#source, element));
    const declaration = this.#declarations.get(path);
    if (declaration !== undefined) return this.#section(element, declaration, location);
    const isGroup = [...this.#declarations.keys(), ...this.#context.schema.keys()].some((name) => name.startsWith(`${path}/`));
    if (isGroup && !this.#context.schema.has(path)) {
      checkAttributes(this.#source, element, [], this.#context.report);
      for (const child of element.children) this.walk(child, `${path}/`, location);
    } else this.#undeclared(element, path, prefix, location);
  }

  #section(element: PositionedElement, declaration: SectionDeclaration, location: LocationPart | undefined): void {
    const { report, schema, validators, files, level } = this.#context;
    const section = schema.get(declaration.path);
    const spot = nameSpot(this.#source, element);
    if (section === undefined) {
      if (this.#answerOther(otherSection(declaration.path), declaration.path, element)) return;
      const message = `The configuration section '${declaration.path}' cannot be read because it is missing schema.`;
      const related = [{ message: "declared here", place: declaration.spot.source.place(declaration.spot.offset) }];
      report.error({ rule: "section-without-schema", message, remedy: "Put a schema file that describes it into the folder `schema` beside applicationHost.config.", related, code: hresults.notFound }, spot);
      return;
    }
    if (!checkDefinition(declaration, level, location, spot, report)) return;
    const followed = followConfigSource(this.#source, element, level, files, report);
    if (followed === undefined) return;
    const same = this.#parts.find((part) => part.section === section && sameLevel(part.location, location));
    if (same !== undefined) {
      const message = `The section ${declaration.path} is written twice for the same path.`;
      report.error({ rule: "duplicate-section", message, remedy: "Put both into one.", related: [{ message: "also here", place: same.source.place(same.element.nameOffset) }], code: hresults.invalidData }, spot);
      return;
    }
    const corrected = correctNames(followed.source, followed.element, section, report);
    validateSection(followed.source, corrected, section, validators, report);
    this.#parts.push({ section, declaration, source: followed.source, element: corrected, location });
  }

  #undeclared(element: PositionedElement, path: string, prefix: string, location: LocationPart | undefined): void {
    const { report, schema } = this.#context;
    const spot = nameSpot(this.#source, element);
    const described = schema.get(path);
    if (described !== undefined) {
      const message = `The configuration section '${path}' cannot be read because it is missing a section declaration.`;
      report.error({ rule: "section-not-declared", message, remedy: "Register it in <configSections> of applicationHost.config.", schemaPlace: described.element.place, code: hresults.notSupported }, spot);
      return;
    }
    const other = this.#otherSections(element, path);
    if (this.#answerOther(other, path, element)) return;
    if (other === "group") {
      for (const child of element.children) this.walk(child, `${path}/`, location);
      return;
    }
    const names = this.#namesBelow(prefix);
    const meant = didYouMean(element.name, names);
    const finding = {
      rule: "unknown-section",
      message: `Unrecognized element '${element.name}' in <${prefix === "" ? "configuration" : prefix.split("/").at(-2)!}>.`,
      allowed: `Known here: ${names.join(", ")}.`,
      ...(meant === undefined ? {} : { didYouMean: meant }),
      code: hresults.invalidData,
    };
    report.error(finding, spot);
    if (meant === undefined) this.#strangers.set(path, finding);
    // What stands in it is checked in the same run.
    if (meant !== undefined && meant !== "location" && meant !== "configSections" && !this.#isWritten(`${prefix}${meant}`)) this.walk(element, prefix, location, meant);
  }

  /** Declared or not, a section of IIS or .NET that is not this host's is answered in one way. */
  #answerOther(other: OtherSection | "group" | undefined, path: string, element: PositionedElement): boolean {
    const { report } = this.#context;
    const spot = nameSpot(this.#source, element);
    if (other === "ignored" || (other === "refused" && isOff(element))) report.warning({ rule: "section-ignored", message: `The section ${path} has no meaning for this host and is not read.` }, spot);
    else if (other === "refused") {
      const message = `The section ${path} guards access, and this host does not act on it.`;
      report.error({ rule: "section-not-supported", message, remedy: "Remove it, and guard the application by other means.", code: hresults.notSupported }, spot);
    } else return false;
    return true;
  }

  #isWritten(path: string): boolean {
    return this.#parts.some(({ section }) => section.path === path);
  }

  #otherSections(element: PositionedElement, path: string): OtherSection | "group" | undefined {
    const own = otherSection(path);
    if (own !== undefined) return own;
    return element.children.some((child) => otherSection(`${path}/${child.name}`) !== undefined) ? "group" : undefined;
  }

  /** Sections and groups that may stand below a prefix. */
  #namesBelow(prefix: string): string[] {
    const names = new Set<string>();
    for (const path of this.#declarations.keys()) if (path.startsWith(prefix)) names.add(path.slice(prefix.length).split("/")[0]!);
    if (prefix === "") names.add("location").add("configSections");
    return [...names];
  }
}

const sameLevel = (a: LocationPart | undefined, b: LocationPart | undefined): boolean =>
  (a?.segments.join("/").toLowerCase() ?? "") === (b?.segments.join("/").toLowerCase() ?? "");
