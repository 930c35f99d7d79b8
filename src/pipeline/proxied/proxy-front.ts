import type { ClientCertificate } from "../../base/client-certificate.js";
import type { ProxyKind } from "./proxy-kinds.js";

/** Looks at a certificate that somebody else says a client has shown. @throws when the octets are no certificate */
export type VerifyCertificate = (der: Uint8Array) => ClientCertificate;

/** What stands in front of a socket, as its operator declared it. */
export interface ProxyFront {
  readonly kind: ProxyKind;
  /** May it come from this address? Empty: a pipe or Unix socket, whose permissions say who may. */
  isFrom(address: string): boolean;
  /** The field that carries the pairing token, lower case, and whether a value is the token: in the same time for every wrong one. */
  readonly token: { readonly header: string; matches(value: string): boolean } | undefined;
  /** Proxies in a row that are believed; at least 1. */
  readonly hops: number;
  /** Each client has a connection of its own to us. */
  readonly oneToOne: boolean;
  readonly forwardsUser: boolean;
  /** `/manor`; empty: none. */
  readonly pathPrefix: string;
  readonly verifyCertificate: VerifyCertificate;
}

/** What came of proxies, and of those who pretend to be one; for the status page. */
export class ProxyCounters {
  /** Fields that were deleted because nobody has declared a proxy that sends them. */
  deletedFields = 0;
  /** Requests that were not the declared proxy's. */
  refusedRequests = 0;
}
