import type { Socket } from "node:net";
import { readClientHello } from "../protocol/tls/read-client-hello.js";

/**
 * Reads the host name that a TLS client asks for, and puts back what it read. A client that begins with something else is ended, and so is
 * one that does not finish its first message in time.
 * @param timeLimit milliseconds
 * @param then hands the socket on; not called when it has ended. `undefined`: the client names none
 */
export function peekServerName(socket: Socket, timeLimit: number, then: (name: string | undefined) => void): void {
  let received: Buffer = Buffer.alloc(0);
  let least = 1;
  const timer = setTimeout(() => socket.destroy(), timeLimit);
  const letGo = (): void => {
    clearTimeout(timer);
    socket.removeListener("data", take);
    socket.removeListener("end", broken);
    socket.removeListener("error", broken);
    socket.removeListener("close", letGo);
  };
  const broken = (): void => void socket.destroy();
  const take = (chunk: Buffer): void => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    if (received.length < least) return;
    const hello = readClientHello(received);
    if (hello.kind === "incomplete") {
      least = hello.least;
      return;
    }
    letGo();
    if (hello.kind === "refused") {
      socket.destroy();
      return;
    }
    socket.pause();
    socket.unshift(received);
    then(hello.serverName);
  };
  socket.on("data", take).on("end", broken).on("error", broken).on("close", letGo);
}
