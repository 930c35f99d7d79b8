import type { MockScript, PresetName } from "../script/mock-script.js";

/** What tells a stranger which product it speaks with. */
export interface Preset {
  readonly vendor: string;
  /** Identify's ProductVersion for somebody who has authenticated, and for others. */
  readonly version: string;
  readonly anonymousVersion: string;
  /** HTTP field Server; `undefined`: it has none. */
  readonly server: string | undefined;
  /** The account that is made when the script names none. */
  readonly account: string;
}

const windows = (build: string): Preset => ({
  vendor: "Microsoft Corporation",
  version: `OS: ${build} SP: 0.0 Stack: 3.0`,
  anonymousVersion: "OS: 0.0.0 SP: 0.0 Stack: 3.0",
  server: "Microsoft-HTTPAPI/2.0",
  account: "Administrator",
});

export const presets: Readonly<Record<PresetName, Preset>> = {
  "windows-2022": windows("10.0.20348"),
  "windows-2016": windows("10.0.14393"),
  omi: { vendor: "Open Management Infrastructure", version: "1.9.1-0", anonymousVersion: "1.9.1-0", server: undefined, account: "omi" },
};

/** What a script looks like: its preset, and what it says otherwise. Empty texts say nothing, but for the field Server, which is left out then. */
export function looksOf({ preset = "windows-2022", identify = {} }: MockScript): Preset {
  const { server, ...words } = identify;
  const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text !== ""));
  return { ...presets[preset], ...said, ...(server === undefined ? {} : { server: server === "" ? undefined : server }) };
}
