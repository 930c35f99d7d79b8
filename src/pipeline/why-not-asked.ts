import type { HostConnection } from "../base/host-message.js";

/** Why a client could not be asked for its certificate, and what changes that: for the log. @param hresult what negotiating gave */
export function whyNotAsked({ secure, tls, proxied }: Pick<HostConnection, "secure" | "tls" | "proxied">, hresult: number): string {
  if (proxied !== undefined) return "clients behind a proxy cannot be asked: the proxy has to ask them and to forward what they show";
  if (!secure) return "a client certificate needs an https binding";
  if (hresult !== 0x80070032) return "the client did not answer when it was asked for its certificate";
  return tls?.protocol === "TLSv1.3"
    ? 'clients are not asked for a certificate in the middle of a connection of TLS 1.3: the binding needs clientCertificate="handshake" or "lateStrict"'
    : 'the binding does not ask for client certificates: set its clientCertificate to "handshake", "late" or "lateStrict"';
}
