import type { ConfigurationChange, OperationFailure, SettingsInformation } from "wsmanor/sdk";
import { invalid } from "./edit.js";

/** What a change of one value comes to: in the files, and in what is shown afterwards. */
export interface EditedSetting {
  readonly change: ConfigurationChange;
  readonly settings: Partial<SettingsInformation>;
}

type Edit = (text: string, name: string) => EditedSetting | OperationFailure;

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

const requestTimeout: Edit = (text, name) => {
  const seconds = whole(text, name, 1, "");
  if (typeof seconds !== "number") return seconds;
  const span = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return { change: { kind: "set", section: listener, attribute: "requestTimeout", value: span }, settings: { maxPacketRetrievalTimeSeconds: seconds } };
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
  ["Winrs/IdleTimeout", operation("MaxShellIdleTimeoutMinutes", "maxShellIdleTimeoutMinutes", 60_000, "minutes")],
]);

/** As XML Schema writes them, and as people do. */
export function readBoolean(text: string): boolean | undefined {
  const lower = text.trim().toLowerCase();
  return lower === "true" || lower === "1" ? true : lower === "false" || lower === "0" ? false : undefined;
}
