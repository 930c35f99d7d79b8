import { fail, ok, type Result } from "../../base/result.js";
import type { NegotiateSettings } from "../negotiate-settings.js";
import type { OpenedProvider } from "../opened-provider.js";
import { findKeytab, listPrincipals, type Keytab } from "./find-keytab.js";
import { GssapiKeys } from "./gssapi-keys.js";
import { GssapiProvider } from "./gssapi-provider.js";
import { gssError } from "./gss-constants.js";
import { GssLibrary } from "./gss-library.js";
import type { Koffi } from "./koffi.js";

/** MIT's library as the systems name it; macOS's own framework is another one (Heimdal) and lacks functions. */
const libraryNames: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["/opt/homebrew/opt/krb5/lib/libgssapi_krb5.2.2.dylib", "/usr/local/opt/krb5/lib/libgssapi_krb5.2.2.dylib", "/opt/local/lib/libgssapi_krb5.2.2.dylib"],
  freebsd: ["/usr/local/lib/libgssapi_krb5.so.2", "libgssapi_krb5.so.2"],
};
const usualNames = ["libgssapi_krb5.so.2"];

/** The first library that can be loaded, or why none can. */
export function loadGssLibrary(koffi: Koffi, platform: NodeJS.Platform, names = libraryNames[platform] ?? usualNames): Result<GssLibrary, string> {
  const troubles: string[] = [];
  for (const name of names) {
    try {
      return ok(new GssLibrary(koffi, name));
    } catch (error) {
      troubles.push(`${name}: ${(error as Error).message.split("\n")[0]!}`);
    }
  }
  return fail(`MIT's GSSAPI library cannot be loaded (${troubles.join("; ")}); its package is libgssapi-krb5-2 (Debian), krb5-libs (Fedora, Red Hat), krb5 (Alpine, Homebrew)`);
}

/** Takes the keys of a keytab. @param ktname KRB5_KTNAME */
export async function openGssapi(library: GssLibrary, settings: NegotiateSettings, ktname: string | undefined): Promise<Result<OpenedProvider, string>> {
  const keytab = findKeytab(settings, ktname);
  if (!keytab.ok) return keytab;
  const acquired = await library.acquire(keytab.value.file);
  if (gssError(acquired.major) || acquired.credential === null) {
    library.releaseCredential(acquired.credential);
    return fail(`the keys of ${keytab.value.name} cannot be had: ${library.describe(acquired)}`);
  }
  const keys = new GssapiKeys(library, acquired.credential, keytab.value, settings.servicePrincipalNames);
  return ok({ provider: new GssapiProvider(keys), detail: `${library.path}, ${describeKeytab(keytab.value)}`, close: () => keys.close() });
}

const describeKeytab = ({ name, entries }: Keytab): string => (entries === undefined ? name : `${name}: ${listPrincipals(entries)}`);
