import type { NegotiateProvider } from "../base/negotiate-provider.js";

/** A provider that answers, with what it holds. */
export interface OpenedProvider {
  readonly provider: NegotiateProvider;
  /** For status, one line: library, keytab and what is in it. */
  readonly detail: string;
  /** Lets go of what it holds, once no login is using it any more. New logins are refused. */
  close(): void;
}
