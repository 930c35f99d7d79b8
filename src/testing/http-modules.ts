import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { HostConfiguration } from "../configuration/host-configuration.js";
import { definePlugin } from "../sdk/define-plugin.js";
import { element } from "../sdk/element.js";
import type { AnyHttpModule } from "./test-host-options.js";
import { testDirectory } from "./write-web-config.js";

/** Answers where only HTTP modules are under test. */
export const standInPlugin = definePlugin({
  declaration: { name: "stand-in", sdkVersion: 1, capabilities: ["Get"] },
  operations: { get: () => element("", "StandIn") },
});

/** Lists modules in every application, as `system.webServer/modules` would. @param modules that are there already, by path */
export function withHttpModules(
  configuration: HostConfiguration, given: readonly (AnyHttpModule | URL | string)[], modules: ReadonlyMap<string, unknown>,
): { readonly configuration: HostConfiguration; readonly modules: ReadonlyMap<string, unknown> } {
  const all = new Map(modules);
  const listed = given.map((each, index) => {
    const place = { file: resolve(testDirectory, "web.config"), line: 1, column: 1 };
    if (typeof each === "string" || each instanceof URL) {
      const modulePath = typeof each === "string" ? each : fileURLToPath(each);
      return { name: modulePath.split(/[\\/]/u).filter((part) => part !== "").at(-1)!.replace(/\.[cm]?js$/u, ""), modulePath, place };
    }
    const modulePath = resolve(testDirectory, `http-module-${index}.js`);
    all.set(modulePath, each);
    return { name: each.declaration.name, modulePath, place };
  });
  const sites = configuration.sites.map((site) => ({ ...site, applications: site.applications.map((application) => ({ ...application, modules: [...application.modules, ...listed] })) }));
  return { configuration: { ...configuration, sites }, modules: all };
}
