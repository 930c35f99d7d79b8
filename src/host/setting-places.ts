import type { LimitName, SettingPlace, SettingPlaces } from "../apps/wsman/setting-places.js";
import type { WsmanApplicationSettings } from "../configuration/host-configuration.js";
import { sectionPaths } from "../configuration/section-paths.js";

/**
 * Where the limits of an application are set, for the faults that name them.
 * @param webConfig of the application, absolute; `undefined` when it has none
 * @param server the file that the configuration starts from, absolute
 */
export function settingPlaces({ limitPlaces, authorizationPlugin }: WsmanApplicationSettings, webConfig: string | undefined, server: string): SettingPlaces {
  // The section of this host is the server's own; web.config files may not set it unless it is unlocked for them.
  const ofShells = (attribute: string): SettingPlace => ({ setting: `${attribute} of <shells> in the section ${sectionPaths.wsmanor}`, place: limitPlaces.get(attribute), file: server });
  const window = "QuotaSystemWindowOperations";
  const ofPlugin: Partial<Record<LimitName, SettingPlace>> = {};
  if (authorizationPlugin !== undefined) {
    const { name, place, file } = authorizationPlugin;
    const setting: SettingPlace = { setting: `the quota that <AuthorizationPlugin Name="${name}"> gives`, place, file: file.place.file };
    ofPlugin.maxAllowedConcurrentShells = ofPlugin.maxAllowedConcurrentOperations = ofPlugin.maxAllowedOperationsPerTimeslot = setting;
  }
  return {
    maxShells: ofShells("maxShells"), maxShellsPerUser: ofShells("maxShellsPerUser"), maxUsers: ofShells("maxUsers"), maxCommandsPerShell: ofShells("maxCommandsPerShell"),
    quotaSystemWindowOperations: { setting: `${window} of <OperationsConfiguration> in the section ${sectionPaths.wsmanagement}`, place: limitPlaces.get(window), file: webConfig ?? server },
    ...ofPlugin,
  };
}
