import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { HostConnection, TlsFacts } from "../base/host-message.js";
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
    keyBits: /_(\d{3})_/u.test(standardName) ? Number(/_(\d{3})_/u.exec(standardName)![1]) : /CHACHA20/u.test(standardName) ? 256 : 0,
    serverName: typeof serverName === "string" ? serverName.toLowerCase() : undefined,
    get channelBinding() {
      return (binding ??= { hash: endPoint(socket.getCertificate()) }).hash;
    },
    get serverCertificate() {
      return serverCertificate(socket);
    },
  };
}

/** RFC 5929 4.1: the hash of the certificate's own signature, SHA-256 where that is MD5 or SHA-1. */
function endPoint(certificate: ReturnType<TLSSocket["getCertificate"]>): Uint8Array | undefined {
  if (certificate === null || !("raw" in certificate)) return undefined;
  return createHash(hashOf(certificate.raw)).update(certificate.raw).digest();
}

/** Object identifiers of signatures with another hash, as they stand in DER. */
const longer = [
  { of: "sha384", ids: ["2a864886f70d01010c", "2a8648ce3d040303"] },
  { of: "sha512", ids: ["2a864886f70d01010d", "2a8648ce3d040304"] },
];

/** The outer signatureAlgorithm stands behind the signed part: only the end of the certificate is looked at. */
function hashOf(der: Buffer): string {
  const signed = der.readUInt16BE(6) + 8;
  const rest = der.subarray(signed).toString("hex");
  return longer.find(({ ids }) => ids.some((id) => rest.slice(0, 60).includes(id)))?.of ?? "sha256";
}
