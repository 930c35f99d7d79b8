import type { ConfigurationWorkspace } from "./configuration-workspace.js";
import { loadXml } from "./load-xml.js";
import { readDocument, type ConfigurationDocument } from "./read-document.js";
import { Report } from "./report.js";
import type { SectionDeclaration } from "./section-declarations.js";

/** Reads each web.config once, however many applications it stands above. */
export class WebConfigs {
  readonly #workspace: ConfigurationWorkspace;
  readonly #read = new Map<string, { readonly document: ConfigurationDocument | undefined; readonly report: Report }>();

  constructor(workspace: ConfigurationWorkspace) {
    this.#workspace = workspace;
  }

  /** @returns `undefined` when there is nothing to go on with; why is in the report */
  read(path: string, inherited: ReadonlyMap<string, SectionDeclaration>, report: Report): ConfigurationDocument | undefined {
    let entry = this.#read.get(path);
    if (entry === undefined) {
      entry = this.#load(path, inherited);
      this.#read.set(path, entry);
    }
    report.include(entry.report);
    return entry.document;
  }

  #load(path: string, inherited: ReadonlyMap<string, SectionDeclaration>): { document: ConfigurationDocument | undefined; report: Report } {
    const { files, schema, validators } = this.#workspace;
    const report = new Report();
    const loaded = loadXml(path, files, report, "configuration");
    const document = loaded?.root && readDocument(loaded.source, loaded.root, { level: "application", inherited, schema, validators, files, report });
    return { document, report };
  }
}
