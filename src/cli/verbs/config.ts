import type { Command } from "../command.js";
import { closestName } from "../grammar/closest-name.js";
import { listChoices, nameToken, type Token } from "../grammar/usage-problem.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import { configDeeds as deeds, type ConfigDeed } from "./config-deed.js";


/** Shows and edits configuration files, as appcmd does; each section that a schema describes. */
export const config: Command = {
  name: "config",
  usage: '{list | get | set | add | remove | show} [SECTION] ["SITE/APPLICATION"] [/SETTING[:VALUE] …] [-switch:value …]',
  summary: "shows and edits the configuration, as appcmd does",
  switches: [
    { name: "config", value: "PATH", help: "an applicationHost.config, a directory holding one, or a lone web.config" },
    { name: "section", value: "SECTION", help: "the section, instead of naming it first" },
    { name: "commit", value: "FILE", choices: ["apphost", "site", "app"], help: "writes there; else where the value is set now, else the application's web.config" },
    { name: "effective", help: "with show: the schema's defaults too" },
    { name: "origin", help: "with show: the file and line each value comes from" },
    { name: "json", help: "prints JSON" },
  ],
  examples: [
    "config list",
    "config get wsmanagement.config /OperationsConfiguration.MaxEnvelopeSizeKB",
    'config set wsmanagement.config "Default Web Site/wsman" /OperationsConfiguration.MaxEnvelopeSizeKB:500',
    "config set wsmanagement.config \"/PluginModules.OperationsPlugins.[Name='registry'].Enabled:false\"",
    "config add sites \"/[name='Default Web Site'].bindings.[protocol='http',bindingInformation='127.0.0.1:8080:']\"",
    // A plug-in whole: the entry, what it serves, what it can do there.
    "config add wsmanagement.config \"/PluginModules.OperationsPlugins.[Name='notes',Filename='%WSMANOR_PLUGINS%/registry',SDKVersion='1']\" \"/PluginModules.OperationsPlugins.[Name='notes'].Resources.[ResourceUri='urn:example:notes']\" \"/PluginModules.OperationsPlugins.[Name='notes'].Resources.[ResourceUri='urn:example:notes'].[Type='Get']\"",
    "config remove sites \"/[name='Default Web Site'].bindings.[protocol='http',bindingInformation='127.0.0.1:8080:']\"",
    "config show wsmanagement.config --effective --origin",
  ],
  run: async (args, terminal) => {
    const [verb, ...words] = args.positionals;
    const deed = deeds.find((known) => known === verb?.text.toLowerCase());
    if (verb === undefined) return reportTrouble({ message: `what to do is missing: ${listChoices(deeds)}` }, terminal, "config");
    if (deed === undefined) {
      const didYouMean = closestName(verb.text, deeds);
      return reportTrouble({ message: `${nameToken(verb)} is not something config does: it is ${listChoices(deeds)}`, ...(didYouMean === undefined ? {} : { didYouMean }) }, terminal, "config");
    }
    const uses: Readonly<Record<string, readonly ConfigDeed[]>> = { commit: ["set", "add", "remove"], effective: ["show"], origin: ["show"] };
    const idle = Object.keys(uses).find((name) => args.has(name) && !uses[name]!.includes(deed));
    if (idle !== undefined) return reportTrouble({ message: `--${idle} (argument ${args.token(idle)!.position}) has no use with config ${deed}` }, terminal, "config");
    try {
      return await carryOut(deed, words, args, terminal);
    } catch (error) {
      return reportFailure(`${(error as Error).message.replace(/\.$/u, "")}.`, terminal);
    }
  },
};

/** The rooms that read configurations are loaded when one is read. */
async function carryOut(deed: ConfigDeed, words: readonly Token[], args: Parameters<Command["run"]>[0], terminal: Parameters<Command["run"]>[1]): Promise<number> {
  const { readConfigRequest } = await import("./config-request.js");
  const request = readConfigRequest(deed, words, args, terminal.environment);
  if (!request.ok) return reportTrouble(request.error, terminal, "config");
  if (deed === "list" || deed === "get" || deed === "show") {
    const { showConfig } = await import("./config-show.js");
    return showConfig(deed, request.value, args, terminal);
  }
  const { editConfig } = await import("./config-edit.js");
  return editConfig(request.value, terminal);
}
