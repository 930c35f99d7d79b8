import type { NegotiateProvider, NegotiateSchemeName } from "../base/negotiate-provider.js";
import type { Result } from "../base/result.js";
import type { OpenedProvider } from "./opened-provider.js";

/** One provider, for those who administer the host. */
export interface ProviderStatus {
  readonly name: string;
  /** Schemes it answers; none when it cannot be had. */
  readonly schemes: readonly NegotiateSchemeName[];
  readonly can: NegotiateProvider["can"];
  /** What it works with, or why it does not. */
  readonly detail: string;
}

const nothing = { sealing: false, mutualAuth: false, channelBinding: false };

/** What answers Negotiate, NTLM and Kerberos under one configuration. */
export class NegotiateProviders {
  /** In the order in which they are asked: the first that accepts a token has the login. */
  readonly usable: readonly NegotiateProvider[];
  /** All of them, those that cannot be had too. */
  readonly status: readonly ProviderStatus[];
  readonly #opened: readonly OpenedProvider[];

  constructor(native: readonly { readonly name: string; readonly opened: Result<OpenedProvider, string> }[], builtIn: readonly NegotiateProvider[]) {
    this.#opened = native.flatMap(({ opened }) => (opened.ok ? [opened.value] : []));
    this.usable = [...this.#opened.map(({ provider }) => provider), ...builtIn];
    this.status = [
      ...native.map(({ name, opened }) => (opened.ok ? statusOf(opened.value.provider, opened.value.detail) : { name, schemes: [], can: nothing, detail: opened.error })),
      ...builtIn.map((provider) => statusOf(provider, "built in")),
    ];
  }

  /** Those of the wanted schemes that no provider answers, each with the reasons. */
  missing(wanted: readonly NegotiateSchemeName[]): readonly { readonly scheme: NegotiateSchemeName; readonly reason: string }[] {
    const reason = this.status.filter(({ schemes }) => schemes.length === 0).map(({ name, detail }) => `${name}: ${detail}`).join("; ");
    return [...new Set(wanted)].filter((scheme) => !this.usable.some(({ schemes }) => schemes.includes(scheme))).map((scheme) => ({ scheme, reason }));
  }

  /** Lets go of keys and libraries, once no login is using them any more. */
  close(): void {
    for (const { close } of this.#opened) close();
  }
}

const statusOf = ({ name, schemes, can }: NegotiateProvider, detail: string): ProviderStatus => ({ name, schemes, can, detail });
