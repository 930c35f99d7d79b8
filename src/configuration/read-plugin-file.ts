import type { ConfigurationWorkspace } from "./configuration-workspace.js";
import type { EffectiveAttribute } from "./effective-element.js";
import { expandEnvironment, variablesIn } from "./expand-environment.js";
import type { PluginFile } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import { isInside } from "../base/is-inside.js";
import type { Report } from "./report.js";
import { placeOf } from "./source-file.js";

export interface PluginFileRules {
  readonly workspace: ConfigurationWorkspace;
  /** DLL name in lower case to module. */
  readonly fileMappings: ReadonlyMap<string, string>;
  /** Where expansions may lead. */
  readonly pluginDirectories: readonly string[];
  readonly report: Report;
}

const native = /\.(?:dll|exe|so|dylib|ocx|sys)$/i;

/**
 * Reads a `Filename`.
 * @param whose environment expands it: the host's at start (authorization plug-in), or the calling user's at each request. For a user
 *   the host's environment is tried as well, so that what is wrong for everybody is told before anybody calls.
 */
export function readPluginFile(filename: EffectiveAttribute, whose: "host" | "user", rules: PluginFileRules): PluginFile {
  const { workspace, fileMappings, report } = rules;
  const { files } = workspace;
  const written = filename.text;
  const about = { filename: written, baseDirectory: files.directoryOf(filename.spot.source.path), place: placeOf(filename.spot) };
  const mapped = fileMappings.get(written.toLowerCase()) ?? fileMappings.get(written.slice(Math.max(written.lastIndexOf("/"), written.lastIndexOf("\\")) + 1).toLowerCase());
  if (mapped !== undefined) return { ...about, variables: [], modulePath: mapped };
  if (native.test(written)) {
    const name = written.slice(Math.max(written.lastIndexOf("/"), written.lastIndexOf("\\")) + 1);
    const module = `${name.replace(native, "").toLowerCase()}/${name.replace(native, "").toLowerCase()}.js`;
    report.error(
      {
        rule: "native-module",
        message: `The native module ${name} cannot be loaded here: plug-ins of this host are JavaScript modules.`,
        remedy: `Name a JavaScript plug-in in Filename, or map the DLL name to one in applicationHost.config (or here, when this web.config stands alone): <system.webServer><wsmanor><fileMappings><add filename="${name}" module="${module}"/></fileMappings></wsmanor></system.webServer>.`,
        code: hresults.moduleNotFound,
      },
      filename.spot,
    );
  }
  const variables = variablesIn(written);
  const { text, unknown } = expandEnvironment(written, workspace.environment);
  const path = files.resolve(about.baseDirectory, files.isAbsolute(text) ? text : text.replaceAll("\\", "/"));
  if (variables.length === 0) return { ...about, variables, modulePath: path };
  if (unknown.length > 0) {
    if (whose === "host") reportUnknown(filename, unknown, report);
  } else if (!rules.pluginDirectories.some((directory) => isInside(directory, path))) reportOutside(filename, path, rules);
  return { ...about, variables, modulePath: whose === "host" ? path : undefined };
}

function reportUnknown(filename: EffectiveAttribute, unknown: readonly string[], report: Report): void {
  report.error(
    {
      rule: "unknown-environment-variable",
      message: `There is no environment variable ${unknown.join(", ")}.`,
      remedy: "The authorization plug-in's file name is expanded with the host's own environment: set it before the host is started.",
      code: hresults.pathNotFound,
    },
    filename.spot,
  );
}

function reportOutside(filename: EffectiveAttribute, path: string, { pluginDirectories, report }: PluginFileRules): void {
  report.error(
    {
      rule: "outside-plugin-directories",
      message: `The file name leads to a place where plug-ins are not allowed to be${path === filename.text ? "" : " once its variables are expanded"}.`,
      allowed: pluginDirectories.length === 0 ? "No folder is allowed." : "Allowed: what lies in the folders of <wsmanor><pluginDirectories>, or beside the web.config.",
      remedy: "Move the plug-in, or add its folder to <system.webServer><wsmanor><pluginDirectories> in applicationHost.config.",
      code: hresults.accessDenied,
    },
    filename.spot,
  );
}
