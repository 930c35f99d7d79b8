import { accessSync, constants, statSync } from "node:fs";

/** What is at a path: a file that this account may run, one that it may not, or none. Never throws. */
export function programAt(path: string): "program" | "file" | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
  } catch {
    return undefined;
  }
  try {
    accessSync(path, constants.X_OK);
    return "program";
  } catch {
    return "file";
  }
}
