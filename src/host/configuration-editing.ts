import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";
import { isInside } from "../base/is-inside.js";
import { ConfigurationSurvey } from "../configuration/editing/configuration-survey.js";
import { findTarget } from "../configuration/editing/find-target.js";
import type { SectionChange } from "../configuration/editing/section-change.js";
import type { FileAccess } from "../configuration/file-access.js";
import type { ApplicationConfiguration, HostConfiguration, PluginConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import type { ConfigurationChange, ConfigurationEditing, ConfigurationEditResult } from "../sdk/configuration-editing.js";
import { changesOf, UnmadeChange } from "./changes-of.js";
import { editConfiguration, type EditOutcome } from "./edit-configuration.js";
import type { OpenListener } from "./host-information.js";
import { hostEnvironment, loadHostConfiguration } from "./load-host-configuration.js";
import { bundledPlugins, schemaDirectory } from "./package-root.js";
import type { Reload } from "./reload-outcome.js";

export interface EditedApplication {
  readonly configuration: HostConfiguration;
  readonly site: SiteConfiguration;
  readonly application: ApplicationConfiguration;
  readonly reload?: Reload;
  listeners(): readonly OpenListener[];
}

/** What a plug-in changes the configuration of its application with: the files are edited, then the host takes them. */
export function createConfigurationEditing(edited: EditedApplication): ConfigurationEditing {
  const { configuration: { path: configPath }, site, application, reload } = edited;
  const target = { site: site.name, application: application.path };
  return {
    edit: async (changes) => {
      if (reload === undefined) return { kind: "not-supported", message: "This host cannot take a new configuration while it runs; edit the files with wsmanor config and start it anew." };
      try {
        const outcome = await editConfiguration((files) => translate(changes, files, edited), {
          configPath, target, commit: "own",
          check: (files) => Promise.resolve(checkModules(changes, edited, files)),
          takeEffect: async () => {
            const reloaded = await reload();
            return reloaded.kind === "refused" ? reloaded.diagnostics : undefined;
          },
        });
        return resultOf(outcome);
      } catch (error) {
        if (error instanceof UnmadeChange) return { kind: "refused", diagnostics: [error.diagnostic] };
        return { kind: "refused", diagnostics: [{ severity: "error", rule: "configuration-not-written", message: `The configuration could not be written: ${(error as Error).message}.` }] };
      }
    },
  };
}

function translate(changes: readonly ConfigurationChange[], files: FileAccess, { configuration, site, application, listeners }: EditedApplication): readonly SectionChange[] {
  const survey = ConfigurationSurvey.open(configuration.path, files, { schemaDirectory, environment: hostEnvironment() });
  const target = survey && findTarget(survey, { site: site.name, application: application.path });
  if (survey === undefined || target?.ok !== true) {
    throw new UnmadeChange({ severity: "error", rule: "application-not-found", message: `The application ${application.path} is not in the configuration any more.` });
  }
  const sections = survey.at(target.value).sections;
  return changes.flatMap((change) => changesOf(change, { sections, site, listeners: listeners() }));
}

/**
 * What comes over the wire is not the operator's own word: a module that it names must lie where the operator lets variables lead, so that
 * whoever administers may choose among plug-ins that are there, and not run any file of the machine.
 */
function checkModules(changes: readonly ConfigurationChange[], { configuration: running, site, application: own }: EditedApplication, files: FileAccess): readonly Diagnostic[] {
  const named = changes.flatMap((change) => (change.kind === "add-plugin" || change.kind === "change-plugin" ? [change.plugin.name.toLowerCase()] : []));
  const { configuration } = loadHostConfiguration(running.path, files);
  const application = configuration?.sites.find(({ name }) => name === site.name)?.applications.find(({ path }) => path === own.path);
  const { plugins = [], pluginDirectories = [], fileMappings = new Map<string, string>() } = application?.wsman ?? {};
  // A file that the operator has named stays his word when something else of the plug-in changes.
  const isAsItWas = ({ name, file }: PluginConfiguration): boolean => own.wsman?.plugins.some((old) => old.name.toLowerCase() === name.toLowerCase() && old.file.filename === file.filename) === true;
  return plugins.filter((plugin) => named.includes(plugin.name.toLowerCase()) && !fileMappings.has(plugin.file.filename.toLowerCase()) && !isAsItWas(plugin)).flatMap((plugin) => {
    const leads = leadsTo(plugin);
    return leads === undefined || pluginDirectories.some((directory) => isInside(real(directory), leads)) ? [] : [outside(plugin)];
  });
}

/** `undefined` while variables wait for a user: those are checked with each request. */
function leadsTo({ file: { modulePath, filename } }: PluginConfiguration): string | undefined {
  if (modulePath !== undefined) return real(modulePath);
  const constant = filename.replaceAll(/%WSMANOR_PLUGINS%/giu, () => bundledPlugins);
  return /%[^%]+%/u.test(constant) ? undefined : real(resolve(constant));
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // What is not there is refused by whoever loads it.
    return path;
  }
}

const outside = ({ name, file }: PluginConfiguration): Diagnostic => ({
  severity: "error",
  rule: "plugin-outside-directories",
  message: `The file "${file.filename}" of the plug-in "${name}" is in none of the folders that pluginDirectories names, and not in the application's own.`,
  remedy: "Put it there, or let the operator add the plug-in to the web.config.",
  place: file.place,
});

function resultOf(outcome: EditOutcome): ConfigurationEditResult {
  switch (outcome.kind) {
    case "applied":
    case "unchanged": return { kind: outcome.kind };
    case "conflict": return outcome;
    case "refused": return { kind: "refused", diagnostics: outcome.diagnostics.filter(isError) };
    case "impossible": {
      const { message, allowed, didYouMean, remedy, related } = outcome.refused.problem;
      const hints = { ...(allowed === undefined ? {} : { allowed }), ...(didYouMean === undefined ? {} : { didYouMean }), ...(remedy === undefined ? {} : { remedy }), ...(related === undefined ? {} : { related }) };
      return { kind: "refused", diagnostics: [{ severity: "error", rule: outcome.refused.problem.kind, message, ...hints }] };
    }
  }
}
