import type { FileAccess } from "./file-access.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

export interface FoundConfiguration {
  readonly path: string;
  readonly directory: string;
  /** A web.config without an applicationHost.config above it. */
  readonly isLone: boolean;
}

/** Finds what a path given by the operator means: a file, or a folder with an applicationHost.config (else a web.config). */
export function findConfiguration(path: string, files: FileAccess, report: Report): FoundConfiguration | undefined {
  const kind = files.kind(path);
  if (kind === "denied") {
    const remedy = "Give the account that runs the host the right to read it and to enter its folder.";
    report.error({ rule: "configuration-access-denied", message: `The configuration ${path} may not be read.`, remedy, code: hresults.accessDenied });
    return undefined;
  }
  if (kind === "file") return { path, directory: files.directoryOf(path), isLone: /(?:^|[\\/])web\.config$/i.test(path) };
  for (const name of kind === "directory" ? ["applicationHost.config", "web.config"] : []) {
    const inside = files.resolve(path, name);
    if (files.kind(inside) === "file") return { path: inside, directory: path, isLone: name === "web.config" };
  }
  const message = kind === "directory" ? `The folder ${path} holds no applicationHost.config.` : `There is no configuration ${path}.`;
  report.error({ rule: "configuration-not-found", message, remedy: "Name an applicationHost.config, a folder that holds one, or a web.config.", code: hresults.notFound });
  return undefined;
}
