import { statSync } from "node:fs";
import type { HostConfiguration } from "../configuration/host-configuration.js";

/** Where one is that no configuration names. */
const systemKeytab = "/etc/krb5.keytab";

/**
 * The keytabs of applications with windowsAuthentication as they are now, version by path: whoever puts another one there and reloads has
 * changed something. @param ktname KRB5_KTNAME
 */
export function keytabVersions({ sites }: HostConfiguration, ktname: string | undefined): ReadonlyMap<string, string> {
  const unnamed = ktname === undefined || ktname === "" ? systemKeytab : ktname.replace(/^FILE:/u, "");
  const used = sites.flatMap(({ applications }) => applications).filter(({ authentication }) => authentication.windows.enabled);
  return new Map([...new Set(used.map(({ negotiate }) => negotiate.keytabFile ?? unnamed))].sort().map((path) => [path, versionOf(path)]));
}

function versionOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? "missing" : `${found.ino} ${found.size} ${found.mtimeNs} ${found.mode} ${found.uid}`;
}
