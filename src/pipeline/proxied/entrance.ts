import { unaskedClientCertificates, type ClientCertificates } from "../../base/client-certificate.js";
import type { HostConnection, HostRequest, HostResponse } from "../../base/host-message.js";
import type { Logger } from "../../base/logger.js";
import { clientFacts, connectionForOne, oneToOneConnection, type ClientConnection } from "./client-connection.js";
import { fieldKey, isIdentityField } from "./identity-fields.js";
import { plainAddress } from "./parse-forwarded-for.js";
import type { ProxyCounters, ProxyFront } from "./proxy-front.js";
import { proxyKinds } from "./proxy-kinds.js";
import { readForwarded, type Forwarded } from "./read-forwarded.js";
import { SeenRequest } from "./seen-request.js";

/** A request as everything behind the entrance sees it. */
export interface Entered {
  readonly request: HostRequest;
  /** It goes no further. */
  readonly answer?: HostResponse;
  /** As whom the proxy has authenticated the client. */
  readonly forwardedUser?: string;
  /** X-Forwarded-For as it came. It proves nothing: for those who only keep out more with it. */
  readonly forwardedFor?: string | undefined;
  /** The proxy's own number of it. */
  readonly proxyLogId?: string;
  /** To be called when it is answered. */
  readonly end?: (() => void) | undefined;
}

export interface EntranceParts {
  readonly logger: Logger;
  readonly counters: ProxyCounters;
  /** Ends the host in good order, for a proxy that asks for it. Absent: none may. */
  shutdownRequested?(): void;
}

const nothing: ReadonlySet<string> = new Set();

const ownedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(proxyKinds).map(([kind, { owns }]) => [kind, new Set(owns)]));

/** On these a proxy has given itself away; they stay so whatever is configured later. */
const betrayed = new WeakSet<HostConnection>();

/** Fields that only proxies send, and by which one that nobody has declared gives itself away. */
const traces = ["via", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded", "x-real-ip"];

/**
 * The first thing that every request meets. Trust is a property of the socket, never of a field: where a proxy is declared it has to come
 * from its address and with its token, and then its own fields say who and where the client is; all other fields of that sort, and
 * everywhere else all of them, are deleted before anybody sees them.
 */
export class Entrance {
  readonly #parts: EntranceParts;

  constructor(parts: EntranceParts) {
    this.#parts = parts;
  }

  /** @param activityId for the log */
  enter(came: HostRequest, front: ProxyFront | undefined, activityId: string): Entered {
    return front === undefined ? this.#fromAnybody(came) : this.#fromProxy(came, front, activityId);
  }

  #fromAnybody(came: HostRequest): Entered {
    const found = identityFields(came, nothing);
    const isTraced = found !== undefined || came.headers.get("via") !== undefined;
    const forwardedFor = isTraced ? came.headers.get("x-forwarded-for") : undefined;
    const betrays = isTraced && traces.some((name) => came.headers.get(name) !== undefined);
    if (betrays) betrayed.add(came.connection);
    if (found !== undefined) this.#delete(came, found);
    const { connection, end }: Partial<ClientConnection> = betrays || betrayed.has(came.connection) ? connectionForOne(came.connection, { loopback: false }) : {};
    if (found === undefined && connection === undefined) return { request: came };
    // A certificate that was shown on its connection is the proxy's own, and none of those who come through it.
    return { request: new SeenRequest(came, { ...(connection === undefined ? {} : { connection, certificates: unaskedClientCertificates }), without: found ?? nothing }), end, forwardedFor };
  }

  #fromProxy(came: HostRequest, front: ProxyFront, activityId: string): Entered {
    const refuse = (reason: string): Entered => this.#refuse(came, reason, activityId);
    const owned = ownedBy.get(front.kind)!;
    const forwardedFor = came.headers.get("x-forwarded-for");
    const reason = refusal(came, front, owned);
    const secrets = front.token === undefined ? nothing : new Set([front.token.header]);
    const others = identityFields(came, owned);
    if (others !== undefined) this.#delete(came, difference(others, secrets));
    for (const name of secrets) came.headers.delete?.(name);
    if (reason !== undefined) return refuse(reason);
    const forwarded = readForwarded(came, front);
    if (!forwarded.ok) return refuse(forwarded.error);
    const facts = clientFacts(came.connection, forwarded.value);
    const oneToOne = front.oneToOne ? oneToOneConnection(came.connection, facts) : undefined;
    if (front.oneToOne && oneToOne === undefined) return refuse("the proxy was declared oneToOne, and requests of two clients came on one connection of it");
    const { connection, end } = oneToOne === undefined ? connectionForOne(came.connection, facts) : { connection: oneToOne, end: undefined };
    const request = new SeenRequest(came, {
      connection, certificates: certificatesOf(forwarded.value), ...pathBehind(came.path, front.pathPrefix),
      ...(forwarded.value.host === undefined ? {} : { hostField: forwarded.value.host }),
      without: new Set([...(others ?? []), ...secrets]),
    });
    const { user, logId } = forwarded.value;
    const entered: Entered = { request, end, forwardedFor, ...(user === undefined ? {} : { forwardedUser: user }), ...(logId === undefined ? {} : { proxyLogId: logId }) };
    return this.#shutdown(entered, front, activityId) ?? entered;
  }

  /** What ANCM posts when IIS stops the application. Whoever has no token to show may not end a host. */
  #shutdown(entered: Entered, { kind, token }: ProxyFront, activityId: string): Entered | undefined {
    const { method, path, headers } = entered.request;
    const { shutdownRequested } = this.#parts;
    const isAsked = kind === "ancm" && method === "POST" && path.toLowerCase().endsWith("/iisintegration") && headers.get("ms-aspnetcore-event")?.toLowerCase() === "shutdown";
    if (!isAsked || token === undefined || shutdownRequested === undefined) return undefined;
    this.#parts.logger.info("IIS asks the host to stop", { activityId });
    return {
      ...entered,
      answer: { status: 202, headers: [] },
      end: () => {
        entered.end?.();
        shutdownRequested();
      },
    };
  }

  #refuse(came: HostRequest, reason: string, activityId: string): Entered {
    this.#parts.counters.refusedRequests++;
    this.#parts.logger.warn("request refused: it is not one of the proxy that the binding declares", { activityId, reason, peer: came.connection.remoteAddress });
    // Whatever else stands in it is nobody's.
    return { request: came, answer: { status: 400, headers: [], close: true } };
  }

  #delete({ headers }: HostRequest, names: ReadonlySet<string>): void {
    for (const name of names) headers.delete?.(name);
    this.#parts.counters.deletedFields += names.size;
  }
}

/** @returns in lower case; `undefined` when there is none */
function identityFields({ headers }: HostRequest, owned: ReadonlySet<string>): ReadonlySet<string> | undefined {
  let found: Set<string> | undefined;
  for (const [name] of headers.entries()) {
    if (!isIdentityField(name)) continue;
    const key = name.toLowerCase();
    if (!owned.has(key)) (found ??= new Set()).add(key);
  }
  return found;
}

const difference = (all: ReadonlySet<string>, some: ReadonlySet<string>): ReadonlySet<string> => new Set([...all].filter((name) => !some.has(name)));

/** Why a request is not the proxy's. */
function refusal({ connection, headers }: HostRequest, front: ProxyFront, owned: ReadonlySet<string>): string | undefined {
  if (!front.isFrom(plainAddress(connection.remoteAddress))) return "it comes from an address that is not the proxy's";
  const { token } = front;
  const seen = new Set<string>();
  for (const [name] of headers.entries()) {
    const key = name.toLowerCase();
    // A program before us may have taken the other spelling for the same field.
    if (token !== undefined && key !== token.header && fieldKey(key) === fieldKey(token.header)) return "the field of the token stands in it in two spellings";
    if (!owned.has(key) && key !== token?.header) continue;
    if (seen.has(key)) return `the field ${key} stands in it twice`;
    seen.add(key);
  }
  if (token === undefined) return undefined;
  const value = headers.get(token.header);
  if (value === undefined) return "the pairing token is missing";
  return token.matches(value) ? undefined : "the pairing token is wrong";
}

/** Without TLS a client shows none to the proxy: the field is the client's own, which a rule for TLS alone has not taken away. */
const certificatesOf = ({ certificate, secure, tellsCertificates }: Forwarded): ClientCertificates =>
  (secure && tellsCertificates ? { ...unaskedClientCertificates, state: () => ({ negotiated: true, certificate }) } : unaskedClientCertificates);

/** A proxy that takes the prefix from the path before it hands it on, and one that does not, come to the same. */
function pathBehind(path: string, prefix: string): { readonly path?: string; readonly pathPrefix?: string } {
  if (prefix === "") return {};
  const head = path.slice(0, prefix.length);
  if (head.toLowerCase() !== prefix.toLowerCase()) return { pathPrefix: prefix };
  const rest = path.slice(prefix.length);
  if (rest === "") return { path: "/", pathPrefix: prefix };
  return rest.startsWith("/") ? { path: rest, pathPrefix: prefix } : { pathPrefix: prefix };
}
