import { pathOf, type ConfigurationWorkspace } from "./configuration-workspace.js";
import type { EffectiveElement } from "./effective-element.js";
import type { ModuleConfiguration } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";
import { placeOf } from "./source-file.js";

/** Reads `system.webServer/modules`: names whose image `globalModules` tells. */
export function readModules(sections: ReadonlyMap<string, EffectiveElement>, workspace: ConfigurationWorkspace, report: Report): readonly ModuleConfiguration[] {
  const images = new Map((sections.get(sectionPaths.globalModules)?.entries ?? []).map((entry) => [entry.attributes.get("name")?.text, entry.attributes.get("image")]));
  const read: ModuleConfiguration[] = [];
  for (const entry of sections.get(sectionPaths.modules)?.entries ?? []) {
    const name = entry.attributes.get("name")?.text ?? "";
    const image = images.get(name);
    if (image === undefined) {
      report.error({ rule: "module-not-recognized", message: `There is no module "${name}" in system.webServer/globalModules.`, remedy: `Add <add name="${name}" image="…"/> there.`, code: hresults.moduleNotFound }, entry.spot);
      continue;
    }
    const modulePath = pathOf(image, workspace, report);
    if (modulePath !== undefined) read.push({ name, modulePath, place: placeOf(entry.spot) });
  }
  return read;
}
