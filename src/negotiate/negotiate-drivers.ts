import type { NegotiateProvider } from "../base/negotiate-provider.js";
import { fail, type Result } from "../base/result.js";
import { loadGssLibrary, openGssapi } from "./gssapi/open-gssapi.js";
import type { GssLibrary } from "./gssapi/gss-library.js";
import type { Koffi } from "./gssapi/koffi.js";
import { loadOptional } from "./load-optional.js";
import { NegotiateProviders } from "./negotiate-providers.js";
import type { NegotiateSettings } from "./negotiate-settings.js";
import type { OpenedProvider } from "./opened-provider.js";
import { openSspi } from "./sspi/open-sspi.js";

export interface MachineFacts {
  readonly platform: NodeJS.Platform;
  /** KRB5_KTNAME. */
  readonly ktname: string | undefined;
  /** Absent: packages are loaded from where this one is. */
  readonly load?: typeof loadOptional;
}

/** The native drivers of one machine, each loaded once, when first asked for. */
export class NegotiateDrivers {
  #library: Promise<Result<GssLibrary, string>> | undefined;

  /** @param builtIn providers without native code, which always answer; they come last */
  constructor(private readonly machine: MachineFacts, private readonly builtIn: readonly NegotiateProvider[]) {}

  /** Opens every provider that this machine has, in the order in which they are asked. Never rejects: what cannot be had says why. */
  async open(settings: NegotiateSettings): Promise<NegotiateProviders> {
    const native = [
      { name: "node-sspi", opened: await this.#sspi() },
      { name: "gssapi", opened: await this.#gssapi(settings) },
    ] as const;
    return new NegotiateProviders(native, this.builtIn);
  }

  async #sspi(): Promise<Result<OpenedProvider, string>> {
    if (this.machine.platform !== "win32") return fail("only Windows has SSPI");
    const loaded = await this.#load("node-sspi");
    return loaded.ok ? openSspi(loaded.value) : loaded;
  }

  async #gssapi(settings: NegotiateSettings): Promise<Result<OpenedProvider, string>> {
    if (this.machine.platform === "win32") return fail("on Windows it is SSPI that has the keys");
    this.#library ??= this.#loadLibrary();
    const library = await this.#library;
    return library.ok ? openGssapi(library.value, settings, this.machine.ktname) : library;
  }

  async #loadLibrary(): Promise<Result<GssLibrary, string>> {
    const koffi = await this.#load("koffi");
    return koffi.ok ? loadGssLibrary(koffi.value as Koffi, this.machine.platform) : koffi;
  }

  #load(packageName: "koffi" | "node-sspi"): Promise<Result<unknown, string>> {
    return (this.machine.load ?? loadOptional)(packageName);
  }
}
