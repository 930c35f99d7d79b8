import type { EffectiveAttribute, EffectiveElement } from "./effective-element.js";
import { SettingsReader } from "./effective-element.js";
import { expandEnvironment, type EnvironmentLookup } from "./expand-environment.js";
import type { FileAccess } from "./file-access.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import type { SectionSchema } from "./schema-model.js";
import type { SectionValidators } from "./section-validators.js";

/** What all readers of settings share in one run. */
export interface ConfigurationWorkspace {
  readonly files: FileAccess;
  readonly environment: EnvironmentLookup;
  readonly schema: ReadonlyMap<string, SectionSchema>;
  readonly validators: SectionValidators;
}

/** Reads a section that may be written nowhere. @throws when the shipped schema does not have it: the installation is broken */
export function sectionReader(workspace: ConfigurationWorkspace, path: string, effective: ReadonlyMap<string, EffectiveElement>): SettingsReader {
  const section = workspace.schema.get(path);
  if (section === undefined) throw new Error(`the schema folder does not describe ${path}; is it the shipped one?`);
  return new SettingsReader(section.element, [effective.get(path)]);
}

/**
 * The absolute path that an attribute names: variables expanded with the host's environment, relative to the file it is written in.
 * @returns `undefined` when a variable is not known, which is reported
 */
export function pathOf(attribute: EffectiveAttribute, { files, environment }: ConfigurationWorkspace, report: Report): string | undefined {
  const { text, unknown } = expandEnvironment(attribute.text, environment);
  if (unknown.length > 0) {
    report.error(
      {
        rule: "unknown-environment-variable",
        message: `There is no environment variable ${unknown.join(", ")}.`,
        remedy: "Set it before the host is started, or write the path out.",
        code: hresults.pathNotFound,
      },
      attribute.spot,
    );
    return undefined;
  }
  return files.resolve(files.directoryOf(attribute.spot.source.path), files.isAbsolute(text) ? text : text.replaceAll("\\", "/"));
}
