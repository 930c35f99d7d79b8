import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { errorText } from "../base/error-text.js";
import type { HostConnection, HostRequest, HostResponse } from "../base/host-message.js";
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
  handle(request: HostRequest): HostResponse | Promise<HostResponse>;
}

/**
 * Serves requests that came on sockets of somebody else's server. Time limits, connection limits and the order of pipelined requests are
 * that server's; what a request may look like is checked here as it is on sockets of our own.
 */
export function createMiddleware({ isOurs, handle }: MiddlewareSettings, { logger, serverHeader }: ListenerAbilities): NodeMiddleware {
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

  return (message, response, next) => {
    if (!isOurs(pathOf(message.url ?? ""), (message.headers.host ?? "").replace(/:\d*$/u, "").toLowerCase())) {
      next();
      return;
    }
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
    Promise.resolve(new NodeHostRequest(message, response, checked.value, { facts: connectionOf(message.socket) }, body)).then(handle).then(answer).catch(failed);
  };
}

/** The path of a target, decoded when it can be; only to see whose it is. */
function pathOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/iu, "").split(/[?#]/u, 1)[0]!;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
