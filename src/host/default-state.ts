import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { packageRoot as ownRoot } from "./package-root.js";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The state directory when nobody says otherwise: `WSMANOR_STATE`; in a checkout `state/` beside package.json (git ignores it); else the
 * account's state directory (XDG_STATE_HOME, on Windows LOCALAPPDATA), because an installed package's folder is replaced by upgrades.
 */
export function defaultState(environment: Environment, packageRoot = ownRoot): string {
  const named = environment["WSMANOR_STATE"];
  if (named !== undefined && named !== "") return named;
  const isCheckout = existsSync(join(packageRoot, "tsconfig.json"));
  return isCheckout ? join(packageRoot, "state") : join(accountStateDirectory(environment), "wsmanor");
}

function accountStateDirectory(environment: Environment): string {
  const named = environment["XDG_STATE_HOME"] ?? environment["LOCALAPPDATA"];
  return named !== undefined && named !== "" ? named : join(environment["HOME"] ?? homedir(), ".local", "state");
}
