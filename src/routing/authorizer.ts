import type { AuthorizedOperation, Quota } from "../sdk/define-authorization-plugin.js";
import type { SenderDetails } from "../sdk/operation-request.js";

/** `reason` is for the log and the audit, never for the client. `isUndecided`: the plug-in failed, which is no more a yes than a no is. */
export type OperationAnswer = { readonly allowed: true } | { readonly allowed: false; readonly reason: string; readonly isUndecided?: true };

/** A user who may come in. Held from the request's start to its end, so that a refresh in between changes nothing for it. */
export interface UserLease {
  /** The user the request runs as: mapped where the authorization plug-in maps. */
  readonly sender: SenderDetails;
  /** `undefined`: the defaults, which limit nothing. */
  readonly quota: Quota | undefined;
  /** Asked before every top-level operation. Never throws or rejects. */
  authorizeOperation(operation: AuthorizedOperation, action: string, resourceUri: string): OperationAnswer | Promise<OperationAnswer>;
  /** Another holder: an enumeration keeps the context it was opened under. @returns the same lease, to be given back once more */
  share(): UserLease;
  /** Gives the lease back; the last holder of an outdated one releases the plug-in's context. */
  giveBack(): void;
}

export type Admission =
  | { readonly kind: "admitted"; readonly lease: UserLease }
  /** As of an operation. */
  | { readonly kind: "denied"; readonly reason: string; readonly isUndecided?: true }
  | { readonly kind: "redirect"; readonly url: string };

/** Answers "may this user come in, and do that?" Fails closed. */
export interface Authorizer {
  /** Name and Filename of the plug-in that decides; `undefined` when none is configured. */
  readonly plugin: { readonly name: string; readonly filename: string } | undefined;
  admit(sender: SenderDetails): Admission | Promise<Admission>;
}
