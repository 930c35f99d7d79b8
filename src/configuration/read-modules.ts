import { pathOf, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { didYouMean } from "./did-you-mean.js";
import type { EffectiveElement } from "./effective-element.js";
import type { ModuleConfiguration } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import { iisModules } from "./iis-modules.js";
import type { Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";
import { placeOf } from "./source-file.js";

/** IIS's conditions, and whether they hold here. `managedHandler` is for requests with a managed handler, of which there are none. */
const conditions: ReadonlyMap<string, boolean> = new Map([
  ["integratedMode", true], ["bitness64", true], ["bitness32", false], ["ISAPIMode", false], ["managedHandler", false],
  ["runtimeVersionv1.1", false], ["runtimeVersionv2.0", false], ["runtimeVersionv4.0", false],
]);

/**
 * Reads `system.webServer/modules`: names whose image `globalModules` tells. IIS's own are passed over with one warning; any other that
 * cannot be run is an error, because it may guard something.
 */
export function readModules(sections: ReadonlyMap<string, EffectiveElement>, workspace: ConfigurationWorkspace, report: Report): readonly ModuleConfiguration[] {
  const images = new Map((sections.get(sectionPaths.globalModules)?.entries ?? []).map((entry) => [textOf(entry, "name"), entry]));
  const read: ModuleConfiguration[] = [];
  const passedOver: EffectiveElement[] = [];
  for (const entry of sections.get(sectionPaths.modules)?.entries ?? []) {
    const name = textOf(entry, "name");
    const global = images.get(name);
    if (!isInForce(entry, report) || (global !== undefined && !isInForce(global, report))) continue;
    const image = textOf(entry, "type") === "" ? global?.attributes.get("image") : undefined;
    if (image !== undefined && !/\.dll$/iu.test(image.text.trim())) {
      const modulePath = pathOf(image, workspace, report);
      if (modulePath !== undefined) read.push({ name, modulePath, place: placeOf(entry.spot) });
    } else if (iisModules.has(name)) passedOver.push(entry);
    else reportUnusable(name, entry, global, [...images.keys()], report);
  }
  if (passedOver[0] !== undefined) {
    const names = passedOver.map((entry) => textOf(entry, "name")).join(", ");
    const message = `IIS's own modules are not loaded: this host has its own in their place, or no need of them (${names}).`;
    report.warning({ rule: "module-passed-over", message, remedy: "Nothing has to be done; what guards something is configured by its section." }, passedOver[0].spot);
  }
  return read;
}

const textOf = (entry: EffectiveElement, name: string): string => entry.attributes.get(name)?.text.trim() ?? "";

/** All conditions have to hold; one that nobody knows does not. */
function isInForce(entry: EffectiveElement, report: Report): boolean {
  const written = entry.attributes.get("preCondition");
  const names = (written?.text ?? "").split(",").map((part) => part.trim()).filter((part) => part !== "");
  for (const name of names) {
    if (conditions.has(name)) continue;
    const meant = didYouMean(name, conditions.keys());
    const message = `There is no condition "${name}", so the module "${textOf(entry, "name")}" is not in force.`;
    report.warning({ rule: "unknown-precondition", message, allowed: `Conditions: ${[...conditions.keys()].join(", ")}.`, ...(meant === undefined ? {} : { didYouMean: meant }) }, written!.spot);
  }
  return names.every((name) => conditions.get(name) === true);
}

function reportUnusable(name: string, entry: EffectiveElement, global: EffectiveElement | undefined, known: readonly string[], report: Report): void {
  const type = entry.attributes.get("type");
  if (type !== undefined && type.text !== "") {
    report.error({ rule: "module-not-supported", message: `The module "${name}" is managed code, which this host does not run.`, remedy: "Remove it, or have a module in JavaScript do what it does.", code: hresults.notSupported }, type.spot);
  } else if (global === undefined) {
    const meant = didYouMean(name, known);
    const more = meant === undefined ? {} : { didYouMean: meant };
    report.error({ rule: "module-not-recognized", message: `There is no module "${name}" in system.webServer/globalModules.`, ...more, remedy: `Add <add name="${name}" image="…"/> there.`, code: hresults.moduleNotFound }, entry.attributes.get("name")?.spot ?? entry.spot);
  } else {
    const image = global.attributes.get("image");
    const related = [{ message: "its image is here", place: placeOf(image?.spot ?? global.spot) }];
    const message = image === undefined ? `The module "${name}" has no image.` : `The module "${name}" is a native library, which this host cannot load.`;
    report.error({ rule: image === undefined ? "module-not-recognized" : "module-not-supported", message, remedy: "Name a JavaScript file as its image, or remove it.", related, code: image === undefined ? hresults.moduleNotFound : hresults.notSupported }, entry.spot);
  }
}
