import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { packageRoot as ownRoot } from "../host/package-root.js";

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
export function defaultPaths(environment: Readonly<Record<string, string | undefined>>, packageRoot = ownRoot): DefaultPaths {
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
