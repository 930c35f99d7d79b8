import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { AccessSettings, AuthorizationRule } from "./host-configuration.js";
import { sectionPaths } from "./section-paths.js";
import { placeOf } from "./source-file.js";

type Sections = ReadonlyMap<string, EffectiveElement>;

/** Reads `system.webServer/security/access`. */
export function readAccess(sections: Sections, workspace: ConfigurationWorkspace): AccessSettings {
  const reader = sectionReader(workspace, sectionPaths.access, sections);
  const flags = reader.flags("sslFlags");
  const spot = reader.written("sslFlags")?.spot;
  return {
    ssl: flags.includes("Ssl"),
    negotiateCertificate: flags.includes("SslNegotiateCert"),
    requireCertificate: flags.includes("SslRequireCert"),
    ssl128: flags.includes("Ssl128"),
    place: spot === undefined ? undefined : placeOf(spot),
  };
}

/** Reads `system.webServer/security/authorization`. */
export function readAuthorization(sections: Sections): readonly AuthorizationRule[] | undefined {
  return sections.get(sectionPaths.authorization)?.entries.map((entry) => {
    const reader = new SettingsReader(entry.schema, [entry]);
    return {
      accessType: reader.text("accessType") as AuthorizationRule["accessType"],
      users: listOf(reader, "users"),
      roles: listOf(reader, "roles"),
      verbs: listOf(reader, "verbs"),
      place: placeOf(entry.spot),
    };
  });
}

const listOf = (reader: SettingsReader, name: string): readonly string[] => reader.text(name).split(",").map((part) => part.trim()).filter((part) => part !== "");
