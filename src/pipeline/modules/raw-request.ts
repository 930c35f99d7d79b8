import type { HostConnection, HostRequest } from "../../base/host-message.js";
import type { CookedUrl, HttpSslClientCertInfo, HttpSslInfo, HttpVersion, RawHttpRequest } from "../../sdk/http-request.js";
import type { RequestState } from "./request-state.js";

/** The request as it came. */
export function rawRequest({ request: { original }, exchange }: RequestState): RawHttpRequest {
  const { connection } = original;
  return {
    connectionId: connection.id,
    requestId: exchange.context.activityId,
    verb: original.method,
    version: httpVersion(original),
    cookedUrl: cookedUrl(original),
    address: addresses(connection),
    headers: [...original.headers.entries()],
    sslInfo: sslInfo(original),
  };
}

export function httpVersion({ httpVersion = "1.1" }: HostRequest): HttpVersion {
  const [major = "1", minor = "1"] = httpVersion.split(".");
  return { major: Number(major), minor: Number(minor) };
}

export const addresses = ({ remoteAddress, remotePort, localAddress, localPort }: HostConnection): RawHttpRequest["address"] => ({
  remote: { address: remoteAddress, port: remotePort },
  local: { address: localAddress, port: localPort },
});

/** `http` or `https` with `://host:port`, as the client wrote it; the port of the socket where it wrote none. */
export function originOf({ connection, headers, host: name }: HostRequest): { readonly scheme: string; readonly host: string } {
  const port = /:(\d+)$/u.exec(headers.get("host") ?? "")?.[1] ?? String(connection.localPort);
  return { scheme: connection.secure ? "https" : "http", host: `${name}:${port}` };
}

function cookedUrl(request: HostRequest): CookedUrl {
  const { scheme, host } = originOf(request);
  const queryString = request.query === "" ? undefined : `?${request.query}`;
  return { fullUrl: `${scheme}://${host}${request.path}${queryString ?? ""}`, host, absPath: request.path, queryString };
}

function sslInfo({ connection: { tls, secure }, certificates }: HostRequest): HttpSslInfo | undefined {
  if (!secure) return undefined;
  const { negotiated } = certificates.state();
  return {
    serverCertKeySize: tls?.serverCertificate?.keyBits ?? 0,
    connectionKeySize: tls?.keyBits ?? 0,
    serverCertIssuer: tls?.serverCertificate?.issuer ?? "",
    serverCertSubject: tls?.serverCertificate?.subject ?? "",
    clientCertInfo: clientCertInfo(certificates),
    sslClientCertNegotiated: negotiated,
  };
}

export function clientCertInfo(certificates: HostRequest["certificates"]): HttpSslClientCertInfo | null {
  const { certificate } = certificates.state();
  if (certificate === undefined) return null;
  return { certFlags: certificate.flags, certEncodedSize: certificate.der.length, certEncoded: certificate.der, token: null, certDeniedByMapper: false };
}
