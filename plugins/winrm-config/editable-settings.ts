import type { ConfigurationChange, OperationFailure, PluginInformation, SettingsInformation } from "wsmanor/sdk";
import { commandPlugin, type CommandLimit } from "./command-limits.js";
import { invalid, unchangeable } from "./edit.js";

/** What a change of one value comes to: in the files, and in what is shown afterwards. */
export type EditedSetting =
  | { readonly change: ConfigurationChange; readonly settings: Partial<SettingsInformation> }
  /** The plug-in is to have this parameter. */
  | { readonly parameter: readonly [name: string, value: string]; readonly plugin: string };

type Edit = (text: string, name: string, plugins: readonly PluginInformation[]) => EditedSetting | OperationFailure;

const wsmanagement = "system.webServer/system.management.wsmanagement.config";
const wsmanor = "system.webServer/wsmanor";
const listener = "system.applicationHost/listener";

/** Reads a whole number that has to be so many of the units the configuration counts in. */
function whole(text: string, name: string, unit: number, unitName: string): number | OperationFailure {
  if (!/^\d{1,10}$/u.test(text)) return invalid(`${name} is "${text}", which is not a whole number.`);
  const value = Number(text) / unit;
  return Number.isInteger(value) ? value : invalid(`${name} is ${text}: the configuration counts in ${unitName}, so it has to be a multiple of ${unit}.`);
}

/** @param unit how many of what is shown make one of what is configured */
function operation(attribute: string, key: keyof SettingsInformation, unit = 1, unitName = ""): Edit {
  return (text, name) => {
    const value = whole(text, name, unit, unitName);
    return typeof value === "number" ? { change: { kind: "set", section: wsmanagement, element: "OperationsConfiguration", attribute, value: String(value) }, settings: { [key]: value } } : value;
  };
}

const number = (section: string, attribute: string, key: keyof SettingsInformation): Edit => (text, name) => {
  const value = whole(text, name, 1, "");
  return typeof value === "number" ? { change: { kind: "set", section, attribute, value: String(value) }, settings: { [key]: value } } : value;
};

/** `[d.]hh:mm:ss` */
function spanOf(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const time = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return days === 0 ? time : `${days}.${time}`;
}

const requestTimeout: Edit = (text, name) => {
  const seconds = whole(text, name, 1, "");
  if (typeof seconds !== "number") return seconds;
  return { change: { kind: "set", section: listener, attribute: "requestTimeout", value: spanOf(seconds) }, settings: { maxPacketRetrievalTimeSeconds: seconds } };
};

/** Windows' number for no limit; 0 is another word for it. */
const unlimited = 2_147_483_647;

const shells = (attribute: string, value: string | number | boolean, settings: Partial<SettingsInformation>): EditedSetting => ({ change: { kind: "set", section: wsmanor, element: "shells", attribute, value: String(value) }, settings });

const allowRemoteShellAccess: Edit = (text, name) => {
  const value = readBoolean(text);
  return value === undefined ? invalid(`${name} is "${text}", which is neither true nor false.`) : shells("allowRemoteShellAccess", value, { allowRemoteShellAccess: value });
};

const maxShellsPerUser: Edit = (text, name) => {
  const value = whole(text, name, 1, "");
  if (typeof value !== "number") return value;
  const limit = value >= unlimited ? 0 : value;
  return shells("maxShellsPerUser", limit, { maxShellsPerUser: limit || undefined });
};

const maxConcurrentUsers: Edit = (text, name) => {
  const value = whole(text, name, 1, "");
  return typeof value === "number" ? shells("maxUsers", value, { maxShellUsers: value }) : value;
};

const maxShellRunTime: Edit = (text, name) => {
  const seconds = whole(text === String(unlimited) ? "0" : text, name, 1000, "seconds");
  return typeof seconds === "number" ? shells("maxRunTime", spanOf(seconds), { maxShellRunTimeMs: seconds * 1000 || undefined }) : seconds;
};

const idleTimeout = operation("MaxShellIdleTimeoutMinutes", "maxShellIdleTimeoutMinutes", 60_000, "minutes");

const ofCommands = (parameter: CommandLimit): Edit => (text, name, plugins) => {
  const value = whole(text, name, 1, "");
  if (typeof value !== "number") return value;
  const plugin = commandPlugin(plugins);
  if (plugin === undefined) return unchangeable(`${name} is a parameter of the plug-in that serves windows/shell/cmd, and there is none.`);
  return { plugin: plugin.name, parameter: [parameter, String(value >= unlimited ? 0 : value)] };
};

const allowUnencrypted: Edit = (text, name) => {
  const value = readBoolean(text);
  if (value === undefined) return invalid(`${name} is "${text}", which is neither true nor false.`);
  return { change: { kind: "set", section: wsmanor, attribute: "allowUnencrypted", value: String(value) }, settings: { allowUnencrypted: value } };
};

/** Values that have a place in the configuration, by their path below `config`; everything else can only be looked at. */
export const editableSettings: ReadonlyMap<string, Edit> = new Map<string, Edit>([
  ["MaxEnvelopeSizekb", operation("MaxEnvelopeSizeKB", "maxEnvelopeSizeKB")],
  ["MaxTimeoutms", operation("MaxOperationTimeoutSeconds", "maxOperationTimeoutSeconds", 1000, "seconds")],
  ["MaxBatchItems", number(wsmanor, "maxBatchItems", "maxBatchItems")],
  ["Service/EnumerationTimeoutms", operation("MaxEnumerateIdleTimeoutSeconds", "maxEnumerateIdleTimeoutSeconds", 1000, "seconds")],
  ["Service/MaxConnections", number(listener, "maxConnections", "maxConnections")],
  ["Service/MaxPacketRetrievalTimeSeconds", requestTimeout],
  ["Service/AllowUnencrypted", allowUnencrypted],
  ["Winrs/AllowRemoteShellAccess", allowRemoteShellAccess],
  ["Winrs/IdleTimeout", (text, name, plugins) => idleTimeout(text === String(unlimited) ? "0" : text, name, plugins)],
  ["Winrs/MaxConcurrentUsers", maxConcurrentUsers],
  ["Winrs/MaxShellRunTime", maxShellRunTime],
  ["Winrs/MaxProcessesPerShell", ofCommands("MaxProcessesPerShell")],
  ["Winrs/MaxMemoryPerShellMB", ofCommands("MaxMemoryPerShellMB")],
  ["Winrs/MaxShellsPerUser", maxShellsPerUser],
]);

/** As XML Schema writes them, and as people do. */
export function readBoolean(text: string): boolean | undefined {
  const lower = text.trim().toLowerCase();
  return lower === "true" || lower === "1" ? true : lower === "false" || lower === "0" ? false : undefined;
}
