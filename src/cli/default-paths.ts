import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface DefaultPaths {
  /** The shipped configuration. */
  readonly configuration: string;
  /** Where accounts and plug-ins' documents live when nobody says otherwise. */
  readonly state: string;
}

/**
 * Where things are when no switch says so. State: `WSMANOR_STATE`; in a checkout `state/` beside package.json (git ignores it); else the
 * account's state directory (XDG_STATE_HOME, on Windows LOCALAPPDATA), because an installed package's folder is replaced by upgrades.
 */
export function defaultPaths(environment: Readonly<Record<string, string | undefined>>, packageRoot = findPackageRoot()): DefaultPaths {
  const configuration = join(packageRoot, "config");
  const named = environment["WSMANOR_STATE"];
  if (named !== undefined && named !== "") return { configuration, state: named };
  const isCheckout = existsSync(join(packageRoot, "tsconfig.json"));
  return { configuration, state: isCheckout ? join(packageRoot, "state") : join(accountStateDirectory(environment), "wsmanor") };
}

function accountStateDirectory(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment["XDG_STATE_HOME"] ?? environment["LOCALAPPDATA"];
  return named !== undefined && named !== "" ? named : join(environment["HOME"] ?? homedir(), ".local", "state");
}

/** The folder holding our package.json, seen from wherever this file was built to. */
export function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) return folder;
    folder = above;
  }
  return folder;
}
