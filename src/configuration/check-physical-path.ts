import type { ConfigurationWorkspace } from "./configuration-workspace.js";
import { hresults } from "./hresults.js";
import type { ApplicationDraft } from "./read-sites.js";
import type { Report } from "./report.js";

/**
 * An application has a folder: that of its virtual directory `/` (protocol notes iis 3.3).
 * @param isNeeded whoever shows the state of the host may go without
 */
export function checkPhysicalPath(draft: ApplicationDraft, isNeeded: boolean, workspace: ConfigurationWorkspace, report: Report): void {
  const { physicalPath, physicalPathSpot } = draft;
  if (physicalPath !== undefined) return checkFolder(physicalPath, draft, workspace, report);
  // One whose variable is not known was reported where it is written.
  if (isNeeded && physicalPathSpot === undefined) reportNone(draft, report);
}

function checkFolder(physicalPath: string, { physicalPathSpot }: ApplicationDraft, { files }: ConfigurationWorkspace, report: Report): void {
  const kind = files.kind(physicalPath);
  if (kind === "directory") return;
  const message = kind === "denied" ? "The application's folder may not be entered." : kind === "file" ? "The application's physicalPath is a file, not a folder." : "The application's folder does not exist.";
  const code = kind === "denied" ? hresults.accessDenied : hresults.pathNotFound;
  const rule = kind === "denied" ? "configuration-access-denied" : "physical-path";
  report.error({ rule, message, remedy: "Make the folder, or correct physicalPath; it is relative to the file it stands in.", code }, physicalPathSpot);
}

function reportNone({ path, spot, virtualDirectorySpot }: ApplicationDraft, report: Report): void {
  const [message, remedy] =
    virtualDirectorySpot === undefined
      ? [`The application ${path} has no virtual directory with the path /, so it has no folder.`, 'Add <virtualDirectory path="/" physicalPath="…"/> to it.']
      : [`The virtual directory / of the application ${path} has no physicalPath, so the application has no folder.`, 'Write physicalPath="…", relative to this file.'];
  report.error({ rule: "no-physical-path", message, remedy, code: hresults.pathNotFound }, virtualDirectorySpot ?? spot);
}
