import { join } from "node:path";
import { defaultState } from "../host/default-state.js";
import { packageRoot as ownRoot } from "../host/package-root.js";

export interface DefaultPaths {
  /** The shipped configuration. */
  readonly configuration: string;
  /** Where accounts and plug-ins' documents live when nobody says otherwise. */
  readonly state: string;
}

/** Where things are when no switch says so. */
export const defaultPaths = (environment: Readonly<Record<string, string | undefined>>, packageRoot = ownRoot): DefaultPaths =>
  ({ configuration: join(packageRoot, "config"), state: defaultState(environment, packageRoot) });
