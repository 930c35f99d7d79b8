import type { HostRequest } from "../base/host-message.js";
import type { AuthenticationScheme, SchemeAnswer } from "./authentication-scheme.js";
import { cannotBind } from "./binding-target.js";
import type { NegotiateLogins, NegotiateSettings } from "./negotiate-logins.js";
import type { NegotiateSchemeName } from "../base/negotiate-provider.js";

/** Tokens of tickets with many groups have 48 kB; characters. */
const longestToken = 90_000;

const proxyReason = `logins with Negotiate, NTLM and Kerberos belong to a connection, and this one is a proxy's; set oneToOne="true" in the binding's proxy only where it gives each client a connection of its own`;

/** Ports whose proxy has been told of, so that the log is told once. */
const toldPorts = new WeakMap<NegotiateLogins, Set<number>>();

/** Negotiate (RFC 4559), NTLM or Kerberos, as one application offers it. */
export class NegotiateScheme implements AuthenticationScheme {
  readonly #logins: NegotiateLogins;
  readonly #settings: NegotiateSettings;

  constructor(readonly name: NegotiateSchemeName, logins: NegotiateLogins, settings: NegotiateSettings) {
    this.#logins = logins;
    this.#settings = settings;
  }

  /** Is there a provider for it that knows this mechanism? */
  knows(mechanism: "NTLM" | "Kerberos"): boolean {
    return this.#settings.providers.some(({ schemes }) => schemes.includes(this.name) && schemes.includes(mechanism));
  }

  /** DSP0226 has a name for SPNEGO with Kerberos only. */
  securityProfiles(secure: boolean): readonly string[] {
    return this.name === "Negotiate" && this.knows("Kerberos") ? [`http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/${secure ? "https" : "http"}/spnego-kerberos`] : [];
  }

  challenge(request: HostRequest): { readonly offer: string } | { readonly withheld: string } {
    const withheld = this.#withheld(request);
    return withheld === undefined ? { offer: this.name } : { withheld };
  }

  async authenticate(request: HostRequest, authorization: string): Promise<SchemeAnswer> {
    const withheld = this.#withheld(request);
    if (withheld !== undefined) return { kind: "refused", reason: withheld, stage: "begin" };
    const token = readToken(authorization);
    if (token !== undefined) return this.#logins.step(this.name, request, token, this.#settings);
    this.#logins.abandon(request);
    return { kind: "refused", reason: "the token is not base64, or there is none, or it is too long", stage: "begin" };
  }

  remembered(request: HostRequest): SchemeAnswer | Promise<SchemeAnswer> | undefined {
    return this.#withheld(request) === undefined ? this.#logins.recall(this.name, request, this.#settings) : undefined;
  }

  /** Why it is not offered on this connection. */
  #withheld({ connection }: HostRequest): string | undefined {
    const { proxied, localPort } = connection;
    // One connection of a proxy carries requests of many: who logged in on it would be all of them.
    if (proxied !== undefined && !proxied.oneToOne) {
      this.#tell(localPort);
      return proxyReason;
    }
    if (!this.#settings.providers.some(({ schemes }) => schemes.includes(this.name))) return `no provider of this host serves ${this.name}`;
    if (cannotBind(connection, this.#settings)) return `${this.name} needs TLS of this host's own here, or spn elements: extendedProtection tokenChecking="Require" binds logins to one of them`;
    return undefined;
  }

  #tell(port: number): void {
    const told = toldPorts.get(this.#logins) ?? new Set();
    toldPorts.set(this.#logins, told);
    if (told.has(port)) return;
    told.add(port);
    this.#logins.logger.warn(proxyReason, { port });
  }
}

function readToken(authorization: string): Uint8Array | undefined {
  const text = authorization.slice(authorization.indexOf(" ") + 1).trim();
  if (!authorization.includes(" ") || text.length > longestToken || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return undefined;
  return Buffer.from(text, "base64");
}
