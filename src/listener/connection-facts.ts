import type { Socket } from "node:net";
import type { HostConnection } from "../base/host-message.js";

/** What is known of a connection from its socket. @param secure over TLS */
export function connectionFacts(socket: Socket, id: number, secure: boolean): HostConnection {
  const { localAddress = "", localPort = 0, remoteAddress = "", remotePort = 0 } = socket;
  return { id, secure, localAddress, localPort, remoteAddress, remotePort, loopback: isLoopback(localAddress) && isLoopback(remoteAddress) };
}

const isLoopback = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./u.test(address);
