import assert from "node:assert/strict";
import type { GssLibrary } from "../../src/negotiate/gssapi/gss-library.js";
import type { Koffi } from "../../src/negotiate/gssapi/koffi.js";
import { loadGssLibrary, openGssapi } from "../../src/negotiate/gssapi/open-gssapi.js";
import { loadOptional } from "../../src/negotiate/load-optional.js";
import type { NegotiateSettings } from "../../src/negotiate/negotiate-settings.js";
import type { OpenedProvider } from "../../src/negotiate/opened-provider.js";
import { TestKdc } from "./test-kdc.js";

/** The machine's own library. @throws when there is none, or no koffi */
export async function testLibrary(): Promise<GssLibrary> {
  const koffi = await loadOptional("koffi");
  if (!koffi.ok) throw new Error(koffi.error);
  const library = loadGssLibrary(koffi.value as Koffi, process.platform);
  if (!library.ok) throw new Error(library.error);
  return library.value;
}

/** The provider with the keys of a test realm, in this process, whose own environment becomes that of the realm. @throws with why it cannot be had */
export async function openedGssapi(kdc: TestKdc, settings: Partial<NegotiateSettings> = {}, library?: GssLibrary): Promise<OpenedProvider & { readonly library: GssLibrary }> {
  Object.assign(process.env, kdc.environment);
  const used = library ?? (await testLibrary());
  const opened = await openGssapi(used, { keytabFile: kdc.keytab, servicePrincipalNames: [], ...settings }, undefined);
  if (!opened.ok) throw new Error(opened.error);
  return { ...opened.value, library: used };
}

/** A realm with the provider of its keys, and alice who has logged in to it. */
export interface GssapiRealm {
  readonly kdc: TestKdc;
  readonly gssapi: Awaited<ReturnType<typeof openedGssapi>>;
  /** Environment of her programs. */
  readonly alice: Readonly<Record<string, string>>;
}

export async function startGssapiRealm(): Promise<GssapiRealm> {
  const kdc = await TestKdc.start();
  return { kdc, gssapi: await openedGssapi(kdc), alice: kdc.login("alice", "wonderland") };
}

/** Checks that the provider has let go of everything. */
export async function endGssapiRealm({ kdc, gssapi }: Pick<GssapiRealm, "kdc" | "gssapi">): Promise<void> {
  await kdc.stop();
  gssapi.close();
  assert.deepEqual(gssapi.library.counts, { credentials: 0, contexts: 0, names: 0 });
}
