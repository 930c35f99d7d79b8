import type { HostRequest } from "../base/host-message.js";
import type { Identity } from "../base/identity.js";

/** What of an application's authentication the pipeline enforces. */
export interface ApplicationAuthentication {
  /** In the order they are offered. */
  readonly schemes: readonly AuthenticationScheme[];
  /** Credentials in clear over plain HTTP from other machines? */
  readonly allowUnencrypted: boolean;
  /** In the challenge. */
  readonly realm: string;
}

/** What became of credentials. Reasons go to the log, never to the client. */
export type SchemeAnswer =
  | { readonly kind: "accepted"; readonly identity: Identity }
  | { readonly kind: "refused"; readonly reason: string; readonly name?: string }
  | { readonly kind: "busy" };

/** One way to say who one is. Basic today; schemes that need several round trips keep what they know with the connection. */
export interface AuthenticationScheme {
  /** As in the `Authorization` field; compared without case. */
  readonly name: string;
  /** @returns the `WWW-Authenticate` value, or why the scheme is not offered on this connection. */
  challenge(request: HostRequest, settings: ApplicationAuthentication): { readonly offer: string } | { readonly withheld: string };
  /** @param authorization the whole `Authorization` value, whose scheme is this one */
  authenticate(request: HostRequest, authorization: string, settings: ApplicationAuthentication): SchemeAnswer | Promise<SchemeAnswer>;
}
