import { cimClass, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { readProfiles, type Profile } from "../sources/profiles.js";

interface Owned {
  readonly facts: Facts;
  readonly profile: Profile;
}

/** How Windows keeps folders of a profile on a server; nobody does that here. */
const redirected = ["AppDataRoaming", "Contacts", "Desktop", "Documents", "Downloads", "Favorites", "Links", "Music", "Pictures", "SavedGames", "Searches", "StartMenu", "Videos"];

const properties: Readonly<Record<string, PropertyRow<Owned>>> = {
  ...Object.fromEntries(redirected.map((name) => [name, ["object"] as const])),
  HealthStatus: ["uint8"],
  LastAttemptedProfileDownloadTime: ["datetime"],
  LastAttemptedProfileUploadTime: ["datetime"],
  LastBackgroundRegistryUploadTime: ["datetime"],
  LastDownloadTime: ["datetime"],
  LastUploadTime: ["datetime"],
  LastUseTime: ["datetime", ({ facts, profile }) => facts.moment(profile.lastUsed)],
  Loaded: ["boolean", ({ profile }) => profile.loaded],
  LocalPath: ["string", ({ profile }) => profile.path],
  RefCount: ["uint32"],
  RoamingConfigured: ["boolean", false],
  RoamingPath: ["string"],
  RoamingPreference: ["boolean"],
  SID: ["string", ({ profile }) => profile.sid],
  Special: ["boolean", ({ profile }) => profile.special],
  Status: ["uint32", ({ profile }) => profile.status],
};

/** Users whose folder is on this machine. */
export const win32UserProfile = cimClass<Owned>({
  name: "Win32_UserProfile", keys: ["SID"], properties,
  async *sources(facts) {
    for await (const profile of readProfiles(facts)) yield { facts, profile };
  },
});
