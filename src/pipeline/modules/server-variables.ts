import { encodePath } from "../../base/encode-path.js";
import type { HttpSslInfo, RawHttpRequest } from "../../sdk/http-request.js";
import { rawRequest } from "./raw-request.js";
import type { RequestState } from "./request-state.js";

type Variable = (raw: RawHttpRequest, state: RequestState) => string | undefined;

const user: Variable = (_raw, { exchange }) => exchange.context.user?.name ?? "";
const ofTls = (value: (info: HttpSslInfo) => string): Variable => ({ sslInfo }) => (sslInfo === undefined ? "" : value(sslInfo));
const ofCertificate = (name: "subject" | "issuerName"): Variable => (_raw, { request }) => request.certificates.state().certificate?.details[name] ?? "";
const query = ({ cookedUrl }: RawHttpRequest): string => cookedUrl.queryString?.slice(1) ?? "";
const protocol = ({ version }: RawHttpRequest): string => `HTTP/${version.major}.${version.minor}`;

/** Bit 0: there is a certificate; bit 1: it is not valid. */
function certificateFlags(_raw: RawHttpRequest, { request }: RequestState): string {
  const { certificate } = request.certificates.state();
  return certificate === undefined ? "" : String(1 | (certificate.flags === 0 ? 0 : 2));
}

/** IIS's server variables, those that have a meaning here. Empty where IIS has them empty. */
const variables: Readonly<Record<string, Variable>> = {
  ALL_RAW: ({ headers }) => headers.map(([name, value]) => `${name}: ${value}\r\n`).join(""),
  ALL_HTTP: ({ headers }) => headers.map(([name, value]) => `HTTP_${name.toUpperCase().replaceAll("-", "_")}:${value}\n`).join(""),
  AUTH_TYPE: (_raw, { exchange }) => exchange.context.user?.authenticationType ?? "",
  AUTH_USER: user,
  CERT_FLAGS: certificateFlags,
  CERT_ISSUER: ofCertificate("issuerName"),
  CERT_KEYSIZE: ofTls(({ connectionKeySize }) => String(connectionKeySize)),
  CERT_SECRETKEYSIZE: ofTls(({ serverCertKeySize }) => String(serverCertKeySize)),
  CERT_SERVER_ISSUER: ofTls(({ serverCertIssuer }) => serverCertIssuer),
  CERT_SERVER_SUBJECT: ofTls(({ serverCertSubject }) => serverCertSubject),
  CERT_SUBJECT: ofCertificate("subject"),
  CONTENT_LENGTH: (_raw, { request }) => request.headers.get("content-length") ?? "0",
  CONTENT_TYPE: (_raw, { request }) => request.headers.get("content-type") ?? "",
  GATEWAY_INTERFACE: () => "CGI/1.1",
  HTTP_METHOD: ({ verb }) => verb,
  HTTP_URL: ({ cookedUrl }) => encodePath(cookedUrl.absPath) + (cookedUrl.queryString ?? ""),
  HTTP_VERSION: protocol,
  HTTPS: ({ sslInfo }) => (sslInfo === undefined ? "off" : "on"),
  HTTPS_KEYSIZE: ofTls(({ connectionKeySize }) => String(connectionKeySize)),
  HTTPS_SECRETKEYSIZE: ofTls(({ serverCertKeySize }) => String(serverCertKeySize)),
  HTTPS_SERVER_ISSUER: ofTls(({ serverCertIssuer }) => serverCertIssuer),
  HTTPS_SERVER_SUBJECT: ofTls(({ serverCertSubject }) => serverCertSubject),
  LOCAL_ADDR: ({ address }) => address.local.address,
  LOGON_USER: user,
  PATH_INFO: ({ cookedUrl }) => cookedUrl.absPath,
  QUERY_STRING: query,
  REMOTE_ADDR: ({ address }) => address.remote.address,
  REMOTE_HOST: ({ address }) => address.remote.address,
  REMOTE_PORT: ({ address }) => String(address.remote.port),
  REMOTE_USER: user,
  REQUEST_METHOD: ({ verb }) => verb,
  SCRIPT_NAME: ({ cookedUrl }) => cookedUrl.absPath,
  SERVER_NAME: (_raw, { request }) => request.host,
  SERVER_PORT: ({ address }) => String(address.local.port),
  SERVER_PORT_SECURE: ({ sslInfo }) => (sslInfo === undefined ? "0" : "1"),
  SERVER_PROTOCOL: protocol,
  URL: ({ cookedUrl }) => cookedUrl.absPath,
};

/** @returns `undefined`: no such variable; a field of the request that is not there is none */
export function serverVariable(name: string, state: RequestState): string | undefined {
  const wanted = name.toUpperCase();
  const set = state.variables.get(wanted);
  if (set !== undefined) return set;
  if (Object.hasOwn(variables, wanted)) return variables[wanted]!(rawRequest(state), state);
  if (wanted.startsWith("HTTP_")) return state.request.headers.get(wanted.slice(5).replaceAll("_", "-"));
  if (wanted.startsWith("HEADER_")) return state.request.headers.get(wanted.slice(7));
  return undefined;
}
