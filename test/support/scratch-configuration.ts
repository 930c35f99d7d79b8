import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root.js";

export interface ScratchPlugin {
  readonly name: string;
  readonly resourceUri: string;
  readonly capabilities: readonly string[];
  /** A whole ES module. */
  readonly module: string;
}

export interface ScratchSite {
  readonly name: string;
  /** `127.0.0.1:5985:` */
  readonly bindings: readonly string[];
  /** Path and plug-ins of each application; none: the bundled `winrm-config` and `registry`. */
  readonly applications: Readonly<Record<string, readonly ScratchPlugin[]>>;
}

/** Writes a whole configuration into a folder, from the shipped one. @param drain of plug-ins, `hh:mm:ss`, as are the others */
export function writeConfiguration(folder: string, sites: readonly ScratchSite[], { drain = "00:00:05", start = "00:00:30", shutdown = "00:00:10" }: { readonly drain?: string; readonly start?: string; readonly shutdown?: string } = {}): string {
  mkdirSync(folder, { recursive: true });
  const shipped = readFileSync(join(projectRoot, "config", "applicationHost.config"), "utf8");
  const bundled = readFileSync(join(projectRoot, "config", "wsman", "web.config"), "utf8");
  const siteTexts = sites.map(({ name, bindings, applications }, id) => {
    const all = Object.entries(applications).map(([path, plugins]) => {
      const own = `site${id}${path.replaceAll("/", "-")}`;
      mkdirSync(join(folder, own), { recursive: true });
      writeFileSync(join(folder, own, "web.config"), plugins.length === 0 ? bundled : bundled.replace(/<OperationsPlugins>[\s\S]*<\/OperationsPlugins>/u, `<OperationsPlugins>${plugins.map((plugin) => pluginText(join(folder, own), plugin)).join("")}</OperationsPlugins>`));
      return `<application path="${path}"><virtualDirectory path="/" physicalPath="${own}"/></application>`;
    });
    return (
      `<site name="${name}" id="${id + 1}"><bindings>${bindings.map((binding) => `<binding protocol="http" bindingInformation="${binding}"/>`).join("")}</bindings>` +
      `<application path="/"><virtualDirectory path="/" physicalPath="."/></application>${all.join("")}</site>`
    );
  });
  const text = shipped
    .replace(/<sites>[\s\S]*<\/sites>/u, `<sites>${siteTexts.join("")}</sites>`)
    .replace("</pluginDirectories>", `</pluginDirectories><plugins drainTimeout="${drain}" startTimeout="${start}" shutdownTimeout="${shutdown}"/>`)
    .replace(/<location [\s\S]*<\/location>/u, (location) => sites.map(({ name }) => location.replace("Default Web Site", name)).join(""));
  writeFileSync(join(folder, "applicationHost.config"), text);
  return folder;
}

function pluginText(folder: string, { name, resourceUri, capabilities, module }: ScratchPlugin): string {
  writeFileSync(join(folder, `${name}.mjs`), module);
  return (
    `<Plugin Name="${name}" Filename="${name}.mjs" SDKVersion="1" XmlRenderingType="text"><Resources><Resource ResourceUri="${resourceUri}">` +
    `${capabilities.map((type) => `<Capability Type="${type}"/>`).join("")}</Resource></Resources></Plugin>`
  );
}

/** The text of a module whose plug-in has these operations: `get: () => "<a/>"`. @param before runs when the module is loaded */
export const pluginModule = (name: string, capabilities: readonly string[], operations: string, before = ""): string =>
  `${before}\nexport default { kind: "operation-plugin", declaration: { name: ${JSON.stringify(name)}, sdkVersion: 1, capabilities: ${JSON.stringify(capabilities)} }, operations: { ${operations} } };\n`;
