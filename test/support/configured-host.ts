import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./project-root.js";
import { startRunningHost, type RunningHost } from "./running-host.js";

const shippedConfiguration = join(projectRoot, "config");

/** A module beside this file, compiled: what a `Filename` names. */
export const testPlugin = (name: string): string => join(import.meta.dirname, `${name}.js`);

/** A `<Plugin>` for a web.config. */
export const pluginXml = (name: string, filename: string, resources: readonly (readonly [uri: string, capabilities: string, attributes?: string])[]): string =>
  `<Plugin Name="${name}" Filename="${filename}" SDKVersion="1" XmlRenderingType="text"><Resources>${resources
    .map(([uri, capabilities, attributes = ""]) => `<Resource ResourceUri="${uri}" ${attributes}>${capabilities.split(" ").map((type) => `<Capability Type="${type}"/>`).join("")}</Resource>`)
    .join("")}</Resources></Plugin>`;

/** A change to the shipped web.config of an application. */
export interface ApplicationChange {
  /** `<Plugin>` elements added to the shipped ones. */
  readonly plugins?: string;
  /** Attributes of OperationsConfiguration that differ. */
  readonly limits?: Readonly<Record<string, number>>;
}

export interface ConfiguredHost extends RunningHost {
  /** Path of its applicationHost.config. */
  readonly config: string;
}

/**
 * Starts the whole host with the shipped configuration, changed as said.
 * @param applications by path; `/wsman` is always there
 * @param isolation where all plug-ins run
 * @param env variables of the host's process, over those of this one
 * @param own elements added to system.webServer/wsmanor
 */
export async function startConfiguredHost(applications: Readonly<Record<string, ApplicationChange>>, isolation?: string, env: NodeJS.ProcessEnv = {}, own = ""): Promise<ConfiguredHost> {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-configured-"));
  const shippedHost = readFileSync(join(shippedConfiguration, "applicationHost.config"), "utf8");
  const shippedWsman = readFileSync(join(shippedConfiguration, "wsman", "web.config"), "utf8");
  const others = Object.keys(applications).filter((path) => path !== "/wsman");
  const mounted = others.map((path) => `<application path="${path}"><virtualDirectory path="/" physicalPath="${path.slice(1)}"/></application>`).join("");
  writeFileSync(join(folder, "applicationHost.config"), shippedHost.replace("</site>", `${mounted}</site>`).replace("</pluginDirectories>", `$&${isolation === undefined ? "" : `<plugins isolation="${isolation}"/>`}${own}`));
  for (const [path, change] of Object.entries({ "/wsman": {}, ...applications })) {
    mkdirSync(join(folder, path.slice(1)));
    writeFileSync(join(folder, path.slice(1), "web.config"), changed(shippedWsman, change));
  }
  const host = await startRunningHost({ config: folder, env });
  return {
    ...host,
    config: join(folder, "applicationHost.config"),
    stop: async () => {
      const code = await host.stop();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function changed(shipped: string, { plugins = "", limits = {} }: ApplicationChange): string {
  let text = shipped.replace("</OperationsPlugins>", () => `${plugins}</OperationsPlugins>`);
  for (const [name, value] of Object.entries(limits)) text = text.replace(new RegExp(`${name}="\\d+"`, "u"), `${name}="${value}"`);
  return text;
}
