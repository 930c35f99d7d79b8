import type { FileAccess } from "./file-access.js";
import { loadXml } from "./load-xml.js";
import type { SchemaFile } from "./read-schema.js";
import type { Report } from "./report.js";

/** Every `.xml` file of a folder, in the order of their names. A folder that is not there has none. */
export const schemaFileNames = (directory: string, files: FileAccess): readonly string[] => files.list(directory).filter((name) => name.toLowerCase().endsWith(".xml"));

/** Reads the schema files of a folder. */
export function loadSchemaFiles(directory: string, files: FileAccess, report: Report): readonly SchemaFile[] {
  const loaded: SchemaFile[] = [];
  for (const name of schemaFileNames(directory, files)) {
    const file = loadXml(files.resolve(directory, name), files, report, "schema");
    if (file?.root !== undefined) loaded.push({ source: file.source, root: file.root });
  }
  return loaded;
}
