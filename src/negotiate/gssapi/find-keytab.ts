import { readFileSync } from "node:fs";
import { ok, fail, type Result } from "../../base/result.js";
import type { NegotiateSettings } from "../negotiate-settings.js";
import { encryptionName } from "./encryption-name.js";
import { readKeytab, type KeytabEntry } from "./read-keytab.js";
import { isServicePrincipal } from "./service-principals.js";

/** The keytab that a provider takes its keys from. */
export interface Keytab {
  /** For texts: a path, or how it is named elsewhere. */
  readonly name: string;
  /** Path for the library; `undefined`: the library finds it itself. */
  readonly file: string | undefined;
  /** `undefined`: it is no file, so that only the library knows. */
  readonly entries: readonly KeytabEntry[] | undefined;
}

const systemKeytab = "/etc/krb5.keytab";

/**
 * Finds and looks into the keytab, because the library's own word for every trouble with one is that there are no credentials.
 * @param ktname KRB5_KTNAME
 */
export function findKeytab({ keytabFile, servicePrincipalNames }: NegotiateSettings, ktname: string | undefined): Result<Keytab, string> {
  const [, kind, rest] = /^(?:([A-Z]{2,}):)?(.*)$/su.exec(ktname ?? "")!;
  const named = rest === "" ? undefined : rest;
  if (keytabFile === undefined && kind !== undefined && kind !== "FILE") return ok({ name: ktname!, file: undefined, entries: undefined });
  const path = keytabFile ?? named ?? systemKeytab;
  const whence = keytabFile !== undefined ? "keytabFile" : named !== undefined ? "KRB5_KTNAME" : "the system's keytab";
  const entries = readEntries(path);
  // krb5.conf may name another one than the usual.
  if (!entries.ok && whence === "the system's keytab") return ok({ name: `${whence} (default_keytab_name of krb5.conf, else ${systemKeytab})`, file: undefined, entries: undefined });
  if (!entries.ok) return fail(`the keytab ${path} (${whence}) cannot be used: ${entries.error}`);
  if (!entries.value.some(({ principal }) => isServicePrincipal(principal, servicePrincipalNames))) {
    const wanted = servicePrincipalNames.length === 0 ? "HTTP/… or WSMAN/…" : servicePrincipalNames.join(" or ");
    return fail(`the keytab ${path} (${whence}) has no key of ${wanted}, only of ${listPrincipals(entries.value)}`);
  }
  return ok({ name: path, file: keytabFile ?? named, entries: entries.value });
}

/** Principals, each once, for one line. */
export function listPrincipals(entries: readonly KeytabEntry[]): string {
  const names = [...new Set(entries.map(({ principal }) => principal))];
  return names.length === 0 ? "nobody" : names.length > 6 ? `${names.slice(0, 6).join(", ")} and ${names.length - 6} more` : names.join(", ");
}

/** Why no key fits a ticket, `undefined` when one should. */
export function explainMissingKey({ name, entries }: Keytab, ticket: { readonly server: string; readonly keyVersion: number | undefined; readonly encryption: number }): string | undefined {
  if (entries === undefined) return undefined;
  const own = entries.filter(({ principal }) => principal.toLowerCase() === ticket.server.toLowerCase());
  if (own.length === 0) return `${name} has keys of ${listPrincipals(entries)} only`;
  const sameVersion = own.filter(({ keyVersion }) => ticket.keyVersion === undefined || keyVersion === ticket.keyVersion);
  if (sameVersion.length === 0) return `${name} has its key in version ${[...new Set(own.map(({ keyVersion }) => keyVersion))].join(", ")} only`;
  if (sameVersion.some(({ encryption }) => encryption === ticket.encryption)) return undefined;
  return `${name} has its key for ${sameVersion.map(({ encryption }) => encryptionName(encryption)).join(", ")} only`;
}

function readEntries(path: string): Result<readonly KeytabEntry[], string> {
  let octets: Buffer;
  try {
    octets = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return fail(code === "ENOENT" ? "there is no such file" : code === "EACCES" ? "the account that runs the host may not read it" : message);
  }
  const read = readKeytab(octets);
  // The keys are of no use here.
  octets.fill(0);
  return read;
}
