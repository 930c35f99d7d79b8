import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where PowerShell is, or what is missing, where it was looked for, and what to do: for the log and for clients. */
export type Found = { readonly path: string } | { readonly path: undefined; readonly problem: string };

/** Not every folder of a long PATH is worth telling. */
const mostTold = 10;

/**
 * Finds PowerShell 7 (`pwsh`). Windows PowerShell (`powershell.exe`) has a server mode too, but is not looked for: name it with Pwsh.
 * @param named absolute path that the operator gave
 * @param searchPath PATH of this process
 */
export function findPwsh(named: string | undefined, searchPath: string | undefined): Found {
  if (named !== undefined) return isProgram(named) ? { path: named } : { path: undefined, problem: `PowerShell is not at ${named}, which the parameter Pwsh of this plug-in names, or may not be run by the account of this host; install it there, or name where it is` };
  const file = process.platform === "win32" ? "pwsh.exe" : "pwsh";
  const folders = (searchPath ?? "").split(delimiter).filter((folder) => folder !== "");
  const path = folders.map((folder) => join(folder, file)).find(isProgram);
  if (path !== undefined) return { path };
  const told = folders.slice(0, mostTold).join(", ") + (folders.length > mostTold ? ` and ${folders.length - mostTold} more folders` : "");
  return { path: undefined, problem: `PowerShell 7 is not installed on this host: there is no ${file} in ${told === "" ? "its PATH, which is empty" : told}; install it (https://aka.ms/powershell), or name its path in the parameter Pwsh of this plug-in` };
}

function isProgram(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
