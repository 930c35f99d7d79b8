import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { HostConnection, TlsFacts } from "../base/host-message.js";
import { endPointHash } from "../protocol/x509/end-point-hash.js";
import { serverCertificate } from "./server-certificate.js";

/** What is known of a connection from its socket. @param secure over TLS */
export function connectionFacts(socket: Socket, id: number, secure: boolean): HostConnection {
  const { localAddress = "", localPort = 0, remoteAddress = "", remotePort = 0 } = socket;
  return {
    id, secure, tls: secure ? tlsFacts(socket as TLSSocket) : undefined, localAddress, localPort, remoteAddress, remotePort,
    loopback: isLoopback(localAddress) && isLoopback(remoteAddress),
    onClose: (run) => void socket.once("close", run),
  };
}

const isLoopback = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./u.test(address);

function tlsFacts(socket: TLSSocket): TlsFacts {
  const { standardName } = socket.getCipher();
  const serverName = (socket as { servername?: string | false }).servername;
  let binding: { readonly hash: Uint8Array | undefined } | undefined;
  return {
    protocol: socket.getProtocol() ?? "",
    cipher: standardName,
    keyBits: keyBitsOf(standardName),
    serverName: typeof serverName === "string" ? serverName.toLowerCase() : undefined,
    get channelBinding() {
      return (binding ??= { hash: endPoint(socket.getCertificate()) }).hash;
    },
    get serverCertificate() {
      return serverCertificate(socket);
    },
  };
}

/** RFC 5929 4: a hash of the server's certificate. */
function endPoint(certificate: ReturnType<TLSSocket["getCertificate"]>): Uint8Array | undefined {
  if (certificate === null || !("raw" in certificate)) return undefined;
  const hash = endPointHash(certificate.raw);
  return hash === undefined ? undefined : createHash(hash).update(certificate.raw).digest();
}

/** Bits of the session's key, by the name of the cipher. @returns 0 for a cipher that is not known */
export function keyBitsOf(cipher: string): number {
  const bits = /_(128|192|256)_/u.exec(cipher)?.[1];
  if (bits !== undefined) return Number(bits);
  if (cipher.includes("CHACHA20")) return 256;
  return cipher.includes("3DES") ? 112 : 0;
}
