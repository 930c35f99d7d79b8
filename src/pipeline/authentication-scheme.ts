import type { HostRequest } from "../base/host-message.js";
import type { Identity } from "../base/identity.js";
import type { MessageSealer } from "../base/negotiate-provider.js";

/** What of an application's authentication the pipeline enforces. */
export interface ApplicationAuthentication {
  /** In the order they are offered. */
  readonly schemes: readonly AuthenticationScheme[];
  /** Credentials in clear over plain HTTP from other machines? */
  readonly allowUnencrypted: boolean;
  /** In the challenge. */
  readonly realm: string;
  /** What becomes of sealed bodies, and octets that one may hold at most; absent: they are refused. */
  readonly messageEncryption?: { readonly mode: "iis" | "service"; readonly limit: number };
}

/** What became of credentials. Reasons go to the log, never to the client. */
export type SchemeAnswer =
  | {
      readonly kind: "accepted";
      readonly identity: Identity;
      /** Fields that the answer has besides its own: the last token of a login. */
      readonly headers?: readonly (readonly [name: string, value: string])[];
      /** Bodies may come sealed with this, and are answered so. */
      readonly sealer?: MessageSealer;
      /** The identity is the connection's: over plain HTTP its messages are to be sealed. */
      readonly isConnectionBound?: true;
      /** With this request a login of several messages has ended. */
      readonly completesLogin?: true;
      /** How far the attempt got, for the log; absent where nothing was proved anew. */
      readonly stage?: string;
    }
  /** 401 with this challenge and no other: the login goes on with the client's next message on this connection. */
  | { readonly kind: "continued"; readonly challenge: string; readonly stage: string }
  | { readonly kind: "refused"; readonly reason: string; readonly name?: string; readonly stage?: string }
  /** An answer that no other credentials would change. `subStatus`: IIS's number behind the status, for the log; 0: none. */
  | { readonly kind: "forbidden"; readonly status: 403 | 413; readonly subStatus: number; readonly reason: string; readonly name?: string; readonly stage?: string }
  | { readonly kind: "busy" };

/** One way to say who one is. Schemes that need several round trips keep what they know with the connection. */
export interface AuthenticationScheme {
  /** As in the `Authorization` field; compared without case. */
  readonly name: string;
  /** @returns the `WWW-Authenticate` value, or why the scheme is not offered on this connection. */
  challenge(request: HostRequest, settings: ApplicationAuthentication): { readonly offer: string } | { readonly withheld: string };
  /** @param authorization the whole `Authorization` value, whose scheme is this one */
  authenticate(request: HostRequest, authorization: string, settings: ApplicationAuthentication): SchemeAnswer | Promise<SchemeAnswer>;
  /** Names of DSP0226 for what it offers, for Identify. */
  securityProfiles?(secure: boolean): readonly string[];
  /** Who the connection belongs to since an earlier request, when one comes without `Authorization`; `undefined`: nobody. */
  remembered?(request: HostRequest, settings: ApplicationAuthentication): SchemeAnswer | Promise<SchemeAnswer> | undefined;
}
