import { relative } from "node:path";
import type { SourcePlace } from "../../base/diagnostic.js";
import { textOf } from "../../configuration/editing/find-target.js";
import { findSettings } from "../../configuration/editing/find-settings.js";
import { listSettings, type Setting } from "../../configuration/editing/list-settings.js";
import { sectionXml } from "../../configuration/editing/section-xml.js";
import type { SectionSchema } from "../../configuration/schema-model.js";
import { placeOf } from "../../configuration/source-file.js";
import { exitCodes } from "../command.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { printable } from "../printers/print-text.js";
import { reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { asUsage, type ConfigRequest } from "./config-request.js";

/** `config list`, `get` and `show`. @returns the exit code */
export function showConfig(deed: "list" | "get" | "show", request: ConfigRequest, args: ParsedArguments, terminal: Terminal): number {
  if (deed === "list") return list(request, terminal);
  if (deed === "get") return get(request, terminal);
  const { section } = request;
  const sections = section === undefined ? declaredSections(request) : [section];
  const kept = (setting: Setting): boolean => args.has("effective") || setting.origin !== undefined;
  const shown = sections.map((each) => ({ section: each, settings: settingsOf(each, request).filter(kept) })).filter(({ settings }) => settings.length > 0 || section !== undefined);
  if (terminal.asJson) {
    terminal.write(`${JSON.stringify(shown.map(({ section: { path }, settings }) => ({ section: path, for: targetText(request), settings: settings.map((each) => forPrograms(each)) })), undefined, 2)}\n`);
    return exitCodes.done;
  }
  for (const { section: { path }, settings } of shown) {
    terminal.write(`${path} (${targetText(request)})\n`);
    for (const setting of settings) terminal.write(`  ${setting.path} = ${valueText(setting)}${args.has("origin") ? `  (${originText(setting)})` : ""}\n`);
  }
  return exitCodes.done;
}

/** Every section, or what is written of one. */
function list(request: ConfigRequest, terminal: Terminal): number {
  const { section, survey, target } = request;
  const surveyed = survey.at(target);
  if (section === undefined) return listSections(request, terminal);
  const effective = surveyed.sections.get(section.path);
  if (terminal.asJson) terminal.write(`${JSON.stringify({ section: section.path, for: targetText(request), xml: sectionXml(section.path, effective) }, undefined, 2)}\n`);
  else terminal.write(sectionXml(section.path, effective));
  return exitCodes.done;
}

function listSections(request: ConfigRequest, terminal: Terminal): number {
  const { survey, target } = request;
  const { levels } = survey.at(target);
  const declarations = levels.at(-1)!.document.declarations;
  const rows = [...survey.workspace.schema.keys()].map((path) => {
    const declaration = declarations.get(path);
    const parts = levels.flatMap(({ document }) => document.parts).filter((part) => part.section.path === path);
    return {
      section: path,
      declared: declaration && placeOf(declaration.spot),
      overrideModeDefault: declaration?.overrideModeDefault,
      written: parts.map(({ source, element, location }) => ({ ...source.place(element.nameOffset), ...(location === undefined ? {} : { location: location.segments.join("/") }) })),
    };
  });
  if (terminal.asJson) {
    terminal.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    return exitCodes.done;
  }
  for (const { section, declared, overrideModeDefault, written } of rows) {
    const about = declared === undefined ? "not declared in configSections" : `${overrideModeDefault === "Deny" ? "closed" : "open"} for web.config, declared: ${placeText(declared)}`;
    terminal.write(`SECTION "${section}" (${about}${written.map((place) => `, written: ${placeText(place)}${"location" in place ? ` for "${place.location}"` : ""}`).join("")})\n`);
  }
  return exitCodes.done;
}

function get(request: ConfigRequest, terminal: Terminal): number {
  const { section, survey, target, settings: asked } = request;
  const all = settingsOf(section!, request);
  if (asked.length === 0) {
    if (terminal.asJson) terminal.write(`${JSON.stringify(all.map((each) => forPrograms(each)), undefined, 2)}\n`);
    else for (const setting of all) terminal.write(`${setting.path} = ${valueText(setting)}\n`);
    return exitCodes.done;
  }
  const effective = survey.at(target).sections.get(section!.path);
  const found: Setting[] = [];
  for (const { steps, token } of asked) {
    const each = findSettings(all, steps, section!, effective);
    if (!each.ok) return reportTrouble(asUsage(each.error, token), terminal, "config");
    found.push(...each.value);
  }
  if (terminal.asJson) terminal.write(`${JSON.stringify(found.map((each) => forPrograms(each)), undefined, 2)}\n`);
  // One that was named needs no name in the answer.
  else for (const setting of found) terminal.write(found.length === 1 ? `${printable(setting.value)}\n` : `${setting.path} = ${valueText(setting)}\n`);
  return exitCodes.done;
}

const settingsOf = (section: SectionSchema, { survey, target }: ConfigRequest): readonly Setting[] => listSettings(section, survey.at(target).sections.get(section.path), survey.workspace.environment);

/** Those that may be written here; what is only described says nothing. */
function declaredSections({ survey, target }: ConfigRequest): readonly SectionSchema[] {
  const declarations = survey.at(target).levels.at(-1)!.document.declarations;
  return [...survey.workspace.schema.values()].filter(({ path }) => declarations.has(path));
}

const targetText = ({ target }: ConfigRequest): string => (target === undefined ? "the server" : textOf(target));

const valueText = ({ value, expanded }: Setting): string => printable(expanded === undefined ? value : `${value} -> ${expanded}`);

const originText = ({ origin }: Setting): string => (origin === undefined ? "schema default" : placeText(origin));

/** Relative where that is shorter. */
export function placeText({ file, line }: SourcePlace): string {
  const near = relative(process.cwd(), file);
  return `${near !== "" && !near.startsWith("..") ? near : file}:${line}`;
}

const forPrograms = ({ path, value, expanded, origin, schemaPlace }: Setting): Readonly<Record<string, unknown>> => ({ path, value, expanded, origin: origin ?? "schema default", schema: schemaPlace && { file: schemaPlace.file, line: schemaPlace.line } });
