import type { PluginHostSettings } from "./plugin-settings.js";

/** What is loaded in a Filename's place: names of DLLs are mapped to modules. */
export const mapFilename = (filename: string, settings: PluginHostSettings): string => settings.mappedFilenames?.get(filename.toLowerCase()) ?? filename;
