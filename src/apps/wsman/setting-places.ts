import type { SourcePlace } from "../../base/diagnostic.js";

/** Limits that a fault may name. */
export type LimitName = "maxShells" | "maxShellsPerUser" | "maxUsers" | "maxCommandsPerShell" | "quotaSystemWindowOperations" | "maxAllowedConcurrentShells" | "maxAllowedConcurrentOperations" | "maxAllowedOperationsPerTimeslot";

/** Where a limit is set. */
export interface SettingPlace {
  /** What an administrator writes: `maxShells of <shells> in the section system.webServer/wsmanor`. */
  readonly setting: string;
  /** Where it is written. `undefined`: nowhere, the default is in force. */
  readonly place: SourcePlace | undefined;
  /** The file it can be added to. */
  readonly file: string;
}

export type SettingPlaces = Readonly<Partial<Record<LimitName, SettingPlace>>>;
