import { isAbsolute, resolve } from "node:path";

/** The absolute path of an expanded Filename. Configurations from Windows write `\\`, which is no separator elsewhere. */
export const pluginPath = (baseDirectory: string, filename: string): string => resolve(baseDirectory, isAbsolute(filename) ? filename : filename.replaceAll("\\", "/"));
