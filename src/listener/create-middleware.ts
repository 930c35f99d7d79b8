import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { errorText } from "../base/error-text.js";
import type { HostConnection, HostRequest, HostResponse } from "../base/host-message.js";
import { ConnectionCertificates } from "./certificates/connection-certificates.js";
import type { CertificateTrust } from "./certificates/certificate-trust.js";
import { checkHttp } from "./check-http.js";
import { connectionFacts } from "./connection-facts.js";
import type { ListenerAbilities } from "./listen.js";
import { NodeHostRequest } from "./node-host-request.js";
import { RequestBody } from "./request-body.js";
import { writeResponse } from "./write-response.js";

/** What Express, Connect and a bare `node:http` server call with each request. */
export type NodeMiddleware = (message: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

export interface MiddlewareSettings {
  /**
   * Does a path belong to an application? Requests for others go on to `next`.
   * @param path percent-decoded where it can be
   * @param host without port, lower case
   */
  isOurs(path: string, host: string): boolean;
  /** What the certificates of clients are judged by that ask for a host. */
  trustFor(host: string): CertificateTrust;
  handle(request: HostRequest): HostResponse | Promise<HostResponse>;
}

/**
 * Serves requests that came on sockets of somebody else's server. Time limits, connection limits and the order of pipelined requests are
 * that server's; what a request may look like is checked here as it is on sockets of our own.
 */
export function createMiddleware({ isOurs, trustFor, handle }: MiddlewareSettings, { logger, serverHeader, wallTime = Date.now }: ListenerAbilities): NodeMiddleware {
  const connections = new WeakMap<Socket, HostConnection>();
  let count = 0;
  const connectionOf = (socket: Socket): HostConnection => {
    let facts = connections.get(socket);
    if (facts === undefined) {
      facts = connectionFacts(socket, ++count, "encrypted" in socket && socket.encrypted === true);
      connections.set(socket, facts);
    }
    return facts;
  };
  const shown = new WeakMap<Socket, Map<CertificateTrust, ConnectionCertificates>>();
  /** That server has asked, or not; where the client has shown one, it is looked at again, whatever that server thinks of it. */
  const certificatesOf = (socket: Socket, host: string): ConnectionCertificates | undefined => {
    if (!isShown(socket)) return undefined;
    const trust = trustFor(host);
    const all = shown.get(socket) ?? new Map<CertificateTrust, ConnectionCertificates>();
    const found = all.get(trust) ?? new ConnectionCertificates(socket, { mode: "handshake", trust: () => trust, timeLimit: () => 0, wallTime });
    shown.set(socket, all.set(trust, found));
    return found;
  };

  return (message, response, next) => {
    if (!isOurs(pathOf(message.url ?? ""), (message.headers.host ?? "").replace(/:\d*$/u, "").toLowerCase())) {
      next();
      return;
    }
    // What came before has taken its time and the client has gone: of a socket that has ended nobody can say whose it was.
    if (message.socket.destroyed) return;
    const body = new RequestBody(message, undefined);
    const answer = (value: HostResponse): void => void writeResponse(message, response, value, body, serverHeader());
    const failed = (error: unknown): void => {
      logger.error("a request could not be answered", { error: errorText(error) });
      if (response.headersSent) message.socket.destroy();
      else answer({ status: 500, headers: [], close: true });
    };
    const checked = checkHttp(message);
    if (!checked.ok) {
      logger.warn("malformed HTTP request refused", { reason: checked.error, remote: message.socket.remoteAddress });
      answer({ status: 400, headers: [], close: true });
      return;
    }
    if (message.readableEnded && !body.isEmpty) {
      failed(new Error("the body of a request was read before the host saw it: mount its middleware before body parsers"));
      return;
    }
    Promise.resolve(new NodeHostRequest(message, response, checked.value, { facts: connectionOf(message.socket), certificates: certificatesOf(message.socket, checked.value.host) }, body)).then(handle).then(answer).catch(failed);
  };
}

const isShown = (socket: Socket): socket is TLSSocket => "encrypted" in socket && (socket as TLSSocket).getPeerCertificate().raw !== undefined;

/** The path of a target, decoded when it can be; only to see whose it is. */
function pathOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/iu, "").split(/[?#]/u, 1)[0]!;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
