import { configurationPathText } from "../../configuration/editing/change-target.js";
import type { PlannedChange } from "../../configuration/editing/plan-changes.js";
import type { SectionChange } from "../../configuration/editing/section-change.js";
import { isSecretName, maskedValue } from "../../configuration/editing/secret-settings.js";
import { textOf } from "../../configuration/editing/find-target.js";
import type { Diagnostic } from "../../base/diagnostic.js";
import { isError } from "../../base/is-error.js";
import { editConfiguration, type EditOutcome } from "../../host/edit-configuration.js";
import { validateConfiguration } from "../../host/validate-host.js";
import { exitCodes } from "../command.js";
import type { SettingParameter, SettingStep } from "../grammar/parse-setting.js";
import { printDiagnostics } from "../printers/print-diagnostics.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { asUsage, type ConfigRequest } from "./config-request.js";
import { placeText } from "./config-show.js";

/** `config set`, `add` and `remove`: all the settings of a command line, or none. @returns the exit code */
export async function editConfig(request: ConfigRequest, terminal: Terminal): Promise<number> {
  const { configPath, target, commit, settings } = request;
  let hasLoadedPlugins = false;
  const outcome = await editConfiguration(settings.map((setting) => changeOf(setting, request)), {
    configPath, commit,
    target: target && textOf(target),
    check: async (files) => {
      hasLoadedPlugins = true;
      return (await validateConfiguration({ configPath, files })).diagnostics;
    },
  });
  const code = await report(outcome, request, terminal);
  if (hasLoadedPlugins) terminal.leaveSoon(code);
  return code;
}

function changeOf({ sign, steps, value }: SettingParameter, { deed, section }: ConfigRequest): SectionChange {
  const path = steps.map((step) => ("keys" in step ? { keys: step.keys } : step));
  const last = steps.at(-1)!;
  const above = path.slice(0, -1);
  const whole = { section: section!.path };
  if ((deed === "add" || sign === "+") && "keys" in last) return { ...whole, kind: "add", path: above, entry: { attributes: last.keys }, at: last.at ?? "end" };
  if (deed === "remove" || sign === "-") return { ...whole, kind: "remove", path };
  return { ...whole, kind: "set", path: above, attribute: (last as Extract<SettingStep, { readonly element: string }>).element, value: value ?? "" };
}

async function report(outcome: EditOutcome, request: ConfigRequest, terminal: Terminal): Promise<number> {
  switch (outcome.kind) {
    case "impossible": return reportTrouble(asUsage(outcome.refused.problem, request.settings[outcome.refused.index]!.token), terminal, "config");
    case "conflict": return reportFailure(outcome.message, terminal);
    case "refused": return refuse(outcome.diagnostics, terminal);
    case "applied":
    case "unchanged": return tell(outcome, request, terminal);
  }
}

async function refuse(diagnostics: readonly Diagnostic[], terminal: Terminal): Promise<number> {
  const errors = diagnostics.filter(isError);
  const isLocked = errors.some(({ rule }) => rule === "section-locked" || rule === "lock-violation");
  const hint = isLocked ? " -commit:apphost writes it for this application into the server's file, which a lock does not bind." : "";
  const message = `Nothing was changed: the configuration would not be served.${hint}`;
  if (terminal.asJson) terminal.complain(`${JSON.stringify({ error: { message, diagnostics: errors } })}\n`);
  else terminal.complain(`${await printDiagnostics(errors, false)}\n${message}\n`);
  return exitCodes.problems;
}

function tell({ kind, changes }: Extract<EditOutcome, { readonly kind: "applied" | "unchanged" }>, { section, target }: ConfigRequest, terminal: Terminal): number {
  const addressed = configurationPathText(target?.application.configurationPath ?? []);
  if (terminal.asJson) {
    const made = changes.map(({ path, file, place }) => ({ path: configurationPathText(path), file, ...(place === undefined ? {} : { line: place.line }) }));
    terminal.write(`${JSON.stringify({ applied: kind === "applied", section: section!.path, for: addressed, changes: made }, undefined, 2)}\n`);
    return exitCodes.done;
  }
  if (kind === "unchanged") {
    terminal.write(`Nothing to change: it is so already.\n`);
    return exitCodes.done;
  }
  // In the vendor's words; scripts look for them.
  for (const path of new Set(changes.map((change) => configurationPathText(change.path)))) {
    terminal.write(`Applied configuration changes to section "${section!.path}" for "${addressed}" at configuration commit path "${path}"\n`);
  }
  for (const change of changes) terminal.write(`  ${changeText(change)}${change.place === undefined ? `  (${placeText({ file: change.file, line: 0, column: 0 }).replace(/:0$/u, "")})` : `  (${placeText(change.place)})`}\n`);
  return exitCodes.done;
}

function changeText({ change }: PlannedChange): string {
  const above = change.path.map((step) => `${"element" in step ? step.element : keysText(step.keys)}.`).join("");
  switch (change.kind) {
    case "set": return `${above}${change.attribute} = ${isSecret(change.attribute, change.path) ? maskedValue : change.value}`;
    case "unset": return `${above}${change.attribute} removed`;
    case "add": return `${above}${keysText(change.entry.attributes)} added`;
    case "remove": return `${above.slice(0, -1)} removed`;
  }
}

/** Of a name and value pair the name says it. */
const isSecret = (attribute: string, path: PlannedChange["change"]["path"]): boolean => {
  const last = path.at(-1);
  const given = last !== undefined && "keys" in last ? last.keys.find(([name]) => name.toLowerCase() === "name")?.[1] : undefined;
  return isSecretName(attribute, given);
};

const keysText = (keys: readonly (readonly [string, string])[]): string => `[${keys.map(([name, value]) => `${name}='${isSecretName(name, keys.find(([each]) => each.toLowerCase() === "name")?.[1]) ? maskedValue : value}'`).join(",")}]`;
