import type { HostConnection } from "../../base/host-message.js";
import type { Forwarded } from "./read-forwarded.js";

/** A connection that stands for the client's, and what ends it. */
export interface ClientConnection {
  readonly connection: HostConnection;
  /** The request that it was made for is answered; `undefined` where it lives as long as the one it came on. */
  readonly end: (() => void) | undefined;
}

/**
 * A connection for one request: whatever is kept by connections is kept for no other one, and goes with it.
 * @param came by which requests of several clients come
 */
export function connectionForOne(came: HostConnection, differently: Partial<HostConnection>): ClientConnection {
  const whenClosed: (() => void)[] = [];
  return {
    connection: { ...copyOf(came), ...differently, proxied: { oneToOne: false }, onClose: (run) => void whenClosed.push(run) },
    end: () => {
      for (const run of whenClosed.splice(0)) run();
    },
  };
}

const known = new WeakMap<HostConnection, HostConnection>();

/**
 * Where a proxy gives each client a connection of its own: one for as long as that lives, whatever is configured meanwhile.
 * @returns `undefined` when two clients came on one connection: then the proxy does not do what it was declared to do
 */
export function oneToOneConnection(came: HostConnection, facts: Partial<HostConnection>): HostConnection | undefined {
  const before = known.get(came);
  if (before === undefined) {
    const connection: HostConnection = { ...copyOf(came), ...facts, proxied: { oneToOne: true } };
    known.set(came, connection);
    return connection;
  }
  const isSame = before.remoteAddress === facts.remoteAddress && before.remotePort === facts.remotePort && before.secure === facts.secure;
  return isSame ? before : undefined;
}

/** Field by field: whoever makes connections may give them getters. */
const copyOf = (came: HostConnection): HostConnection => ({
  id: came.id, secure: came.secure, tls: came.tls, localAddress: came.localAddress, localPort: came.localPort, remoteAddress: came.remoteAddress, remotePort: came.remotePort, loopback: came.loopback,
  onClose: (run) => came.onClose(run),
});

const isLoopback = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./u.test(address);

/**
 * The client's side of what a proxy says. A client that it does not name is where the proxy is, as far as anybody knows, and never on
 * this machine. Of the client's TLS nobody here knows more than that there is some: no keys, and nothing that a login could be bound to.
 */
export function clientFacts(came: HostConnection, { client, secure }: Forwarded): Partial<HostConnection> {
  return {
    secure,
    tls: undefined,
    remoteAddress: client?.address ?? came.remoteAddress,
    remotePort: client === undefined ? came.remotePort : client.port,
    loopback: client !== undefined && came.loopback && isLoopback(client.address),
  };
}
