import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hostFolderText } from "./host-folder.js";
import { pluginXml } from "./configured-host.js";

/** What one version of the configuration says. */
export interface ReloadVersion {
  /** Told by every answer of the plug-in `versioned`. */
  readonly version: string;
  /** `<binding …/>` elements. */
  readonly bindings: string;
  /** `hh:mm:ss` */
  readonly drain?: string;
  readonly listener?: string;
  /** More `<Plugin>` elements. */
  readonly plugins?: string;
  /** Attributes of OperationsConfiguration. */
  readonly operations?: string;
}

/** Items of an enumeration of `urn:test:versioned`. */
export const itemCount = 12;

/**
 * `urn:test:versioned`: Get tells the version, Enumerate gives twelve items that tell it. With the selector `Until` Get waits for a file. What
 * starts and ends is a line in `life`, beside it.
 */
const module = `
import { appendFileSync, existsSync } from "node:fs";
export default {
  kind: "operation-plugin",
  declaration: { name: "versioned", sdkVersion: 1, capabilities: ["Get", "Enumerate"], parameters: ["version"] },
  startup: ({ initializationParameters, startReason }) => {
    const version = initializationParameters.get("version");
    const life = (event) => appendFileSync(new URL("life", import.meta.url), version + " " + event + "\\n");
    const thing = '<v:Thing xmlns:v="urn:test:versioned">' + version + "</v:Thing>";
    life("started " + startReason);
    return {
      async get({ selectors }) {
        const until = selectors.get("Until");
        while (until !== undefined && !existsSync(until)) await new Promise((later) => setTimeout(later, 5));
        return thing;
      },
      async *enumerate() {
        for (let item = 0; item < ${itemCount}; item++) {
          await undefined;
          yield thing;
        }
      },
      shutdown: (reason) => life("shut down " + reason),
    };
  },
};
`;

/** A configuration that is written again and again: `/` is the administration application, `/wsman` has `versioned` and the registry. */
export class ReloadFolder {
  readonly path = mkdtempSync(join(tmpdir(), "wsmanor-reload-"));
  readonly state = join(this.path, "state");

  constructor() {
    mkdirSync(join(this.path, "wsman"));
    this.put("wsman/versioned.mjs", module);
    this.put("wsman/life", "");
  }

  put(name: string, text: string): void {
    writeFileSync(join(this.path, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  write({ version, bindings, drain = "00:00:30", listener, plugins = "", operations = "" }: ReloadVersion): void {
    const limits = `<plugins drainTimeout="${drain}"/>`;
    this.put("applicationHost.config", hostFolderText({ bindings, ...(listener === undefined ? {} : { listener }) }).replace(/<application path="\/other">.*?<\/application>/u, "").replace("</pluginDirectories>", `</pluginDirectories>${limits}`));
    const versioned = pluginXml("versioned", "versioned.mjs", [["urn:test:versioned", "Get Enumerate"]]).replace("<Resources>", `<InitializationParameters><Param Name="version" Value="${version}"/></InitializationParameters><Resources>`);
    const registry = pluginXml("registry", "%WSMANOR_PLUGINS%/registry", [["urn:wsmanor:registry", "Get Put Create Delete Enumerate Invoke", 'SupportsOptions="true"']]);
    const quota = operations === "" ? 'QuotaSystemWindowOperations="1000000"' : operations;
    this.put("wsman/web.config", `<?xml version="1.0"?>
<configuration><system.webServer><system.management.wsmanagement.config>
  <OperationsConfiguration ${quota}/>
  <PluginModules><OperationsPlugins>${versioned}${registry}${plugins}</OperationsPlugins></PluginModules>
</system.management.wsmanagement.config></system.webServer></configuration>
`);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
