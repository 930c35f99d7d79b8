import type { SourcePlace } from "../base/diagnostic.js";
import type { AddressRange } from "../base/address-range.js";

/** What the sections of IIS below `system.webServer/security` demand of requests to an application. What is absent demands nothing. */
export interface ApplicationGuards {
  readonly addresses?: AddressRules;
  readonly tls?: TlsRules;
  readonly authorization?: UrlAuthorization;
}

/** Section `ipSecurity`. */
export interface AddressRules {
  readonly allowUnlisted: boolean;
  /** Addresses that X-Forwarded-For names have to be let in too. */
  readonly enableProxyMode: boolean;
  readonly denyAction: "AbortRequest" | "Unauthorized" | "Forbidden" | "NotFound";
  /** The first that matches decides. */
  readonly entries: readonly AddressEntry[];
  /** Finds names of addresses; `undefined`: entries with a domain name match nobody. */
  readonly namesOf: FindNames | undefined;
}

export interface AddressEntry {
  readonly allowed: boolean;
  readonly place: SourcePlace;
  readonly match: { readonly range: AddressRange } | { /** Lower case; may start with `*.`. */ readonly domainName: string };
}

/** A name that an address has. */
export interface FoundName {
  /** Lower case, without a dot at its end. */
  readonly name: string;
  /** The name has that address too. Without that it is only what the owner of the address says of himself. */
  readonly isConfirmed: boolean;
}

/** @returns `undefined` when it could not be found out (in time); empty when there is none. Never rejects. */
export type FindNames = (address: string) => Promise<readonly FoundName[] | undefined>;

/** Section `access`. */
export interface TlsRules {
  readonly ssl: boolean;
  readonly ssl128: boolean;
  readonly negotiateCertificate: boolean;
  readonly requireCertificate: boolean;
  /** Octets of a body that may be read before a client is asked for a certificate. */
  readonly uploadReadAheadSize: number;
}

/** Section `authorization`. */
export interface UrlAuthorization {
  readonly deny: readonly UrlRule[];
  readonly allow: readonly UrlRule[];
  /** This machine's name, lower case: `MACHINE\name` is its own account `name`. */
  readonly machineName: string;
}

export interface UrlRule {
  /** Lower case; `*` is everybody, `?` who is anonymous. */
  readonly users: readonly string[];
  /** Lower case. */
  readonly roles: readonly string[];
  /** Empty: all. */
  readonly verbs: readonly string[];
  readonly place: SourcePlace;
}
