import type { Server as HttpServer } from "node:http";
import type { Server, Socket } from "node:net";
import { BindingFailed, type ListenerBinding, type ListenerLimits } from "./listener-settings.js";
import { changeTimeouts, describeBinding, makeServer } from "./make-server.js";
import { SecureBinding } from "./secure-binding.js";
import type { SecureService } from "./secure-service.js";

/** What a binding's server asks of whoever keeps the connections. */
export interface ServerKeeper {
  /** @returns whether there is room for it; otherwise it has been seen off */
  admit(socket: Socket, index: number, secure: boolean): boolean;
  /** Takes what comes on a new server. @param service behind whose TLS it is; `undefined`: without TLS */
  attach(server: HttpServer, index: number, service: SecureService | undefined): void;
  /** Connections of this one are answered for the last time, idle ones end. */
  retire(service: SecureService): void;
}

/** The server of a binding, with TLS or without. */
export interface BoundServer {
  /** What listens. */
  readonly server: Server;
  changeLimits(limits: ListenerLimits): void;
  /** Proves other certificates. @returns makes them hold. @throws BindingFailed for one that cannot be used */
  prepare(binding: ListenerBinding): () => void;
  /** @param closed when the last connection has ended */
  close(closed: () => void): void;
}

/**
 * Makes the server of a binding, not yet listening.
 * @param index of the binding
 * @throws BindingFailed for a certificate that cannot be used
 */
export function makeBoundServer(binding: ListenerBinding, index: number, limits: ListenerLimits, keeper: ServerKeeper): BoundServer {
  const { tls } = binding;
  if (tls === undefined) {
    const server = makeServer(limits);
    keeper.attach(server, index, undefined);
    return { server, changeLimits: (next) => changeTimeouts(server, next), prepare: () => () => undefined, close: (closed) => void server.close(closed) };
  }
  const secure = withCertificates(binding, () => new SecureBinding(tls, limits, {
    admit: (socket) => keeper.admit(socket, index, true),
    attach: (service) => keeper.attach(service.server, index, service),
    retire: (service) => keeper.retire(service),
  }));
  return {
    server: secure.server,
    changeLimits: (next) => secure.changeLimits(next),
    prepare: (next) => withCertificates(next, () => secure.prepare(next.tls!)),
    close: (closed) => secure.close(closed),
  };
}

function withCertificates<T>(binding: ListenerBinding, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new BindingFailed(`the certificate or key of the binding ${describeBinding(binding)} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}
