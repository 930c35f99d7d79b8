import type { Capability } from "../base/capability.js";

/** One plug-in as `winrm/config/plugin` shows it: its configuration, and its state in this process. */
export interface PluginInformation {
  readonly name: string;
  readonly filename: string;
  readonly sdkVersion: number;
  readonly xmlRenderingType: "text" | "XmlReader";
  readonly enabled: boolean;
  /** A state of the plug-in's life: `serving`, `failed`, … */
  readonly state: string;
  readonly initializationParameters: readonly (readonly [name: string, value: string])[];
  readonly resources: readonly {
    readonly resourceUri: string;
    readonly supportsOptions: boolean;
    readonly exactMatch: boolean;
    readonly capabilities: readonly { readonly type: Capability; readonly supportsFragment: boolean; readonly supportsFiltering: boolean }[];
  }[];
}
