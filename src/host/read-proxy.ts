import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { isInRange, parseAddressRange } from "../base/address-range.js";
import type { Diagnostic } from "../base/diagnostic.js";
import { parseIpAddress } from "../base/ip-address.js";
import type { BindingConfiguration, ProxyDeclaration } from "../configuration/host-configuration.js";
import { proxyKinds } from "../pipeline/proxied/proxy-kinds.js";
import type { ProxyFront } from "../pipeline/proxied/proxy-front.js";
import { forwardedCertificateVerifier } from "./forwarded-certificate-verifier.js";
import type { PlannedSocket } from "./plan-sockets.js";
import { UnusableFile } from "./unusable-file.js";

/** What stands in front of a socket. */
export interface SocketFront {
  readonly front: ProxyFront;
  /** Equal for two readings that found the same; says nothing about the token. */
  readonly fingerprint: string;
}

/** A shorter token can be guessed. Characters. */
const shortestToken = 16;

/**
 * Reads what the bindings of a socket declare to stand in front of it: one thing, as they share the socket. What can be told from the
 * text of the declaration alone has been checked with the configuration, which is not served where that found an error.
 * @param environment where tokens are, and what IIS tells its child processes
 * @param report told everything that is wrong
 * @returns `undefined` when nothing is declared, or it cannot be used
 */
export function readFront({ bindings }: Pick<PlannedSocket, "bindings">, environment: NodeJS.ProcessEnv, report: (problem: Diagnostic) => void): SocketFront | undefined {
  const [first] = bindings;
  const differing = bindings.find(({ binding }) => declared(binding) !== declared(first!.binding));
  const problem = (message: string, place: Diagnostic["place"], remedy?: string): void =>
    report({ severity: "error", rule: "proxy-unusable", message, ...(remedy === undefined ? {} : { remedy }), ...(place === undefined ? {} : { place }) });
  if (differing !== undefined) {
    problem("Bindings of one address and port are one socket, and one thing stands in front of it: give all of them the same <proxy>, trustedIssuersFile and revocationListFile, or none.", differing.binding.place);
    return undefined;
  }
  const { proxy } = first!.binding;
  if (proxy === undefined) return undefined;
  const paths = bindings.flatMap(({ site }) => site.applications.map(({ path }) => path.toLowerCase()));
  try {
    return makeFront(first!.binding, proxy, paths, environment);
  } catch (error) {
    problem((error as Error).message, proxy.place, error instanceof UnusableFile ? error.remedy : undefined);
    return undefined;
  }
}

/** What two bindings of a socket have to have alike; places differ. */
function declared({ proxy, trustedIssuersFile, revocationListFile }: BindingConfiguration): string {
  if (proxy === undefined) return "";
  const { place: _, ...said } = proxy;
  return JSON.stringify([said, trustedIssuersFile, revocationListFile]);
}

function makeFront(binding: BindingConfiguration, proxy: ProxyDeclaration, paths: readonly string[], environment: NodeJS.ProcessEnv): SocketFront {
  const { kind, hops, oneToOne, forwardsUser } = proxy;
  const token = readToken(proxy, environment);
  const pathPrefix = readPrefix(proxy, paths, environment);
  const { verify, fingerprint } = forwardedCertificateVerifier(binding);
  const hashed = token === undefined ? "" : createHash("sha256").update(token.secret).digest("hex");
  return {
    front: {
      kind, hops, oneToOne, forwardsUser, pathPrefix,
      isFrom: addressesOf(proxy.from),
      token: token === undefined ? undefined : { header: token.header, matches: matching(token.secret) },
      verifyCertificate: verify,
    },
    fingerprint: createHash("sha256").update(JSON.stringify([declared(binding), hashed, pathPrefix, fingerprint])).digest("hex"),
  };
}

/** ANCM makes a token by itself, and says in which variable it is. */
function readToken({ kind, token }: ProxyDeclaration, environment: NodeJS.ProcessEnv): { readonly header: string; readonly secret: string } | undefined {
  if (token === undefined) {
    const own = environment["ASPNETCORE_TOKEN"] ?? "";
    return kind === "ancm" && own !== "" ? { header: "ms-aspnetcore-token", secret: own } : undefined;
  }
  const header = token.header.trim().toLowerCase();
  if (!/^[a-z0-9!#$%&'*+.^_`|~-]+$/u.test(header)) throw new Error(`The tokenHeader "${token.header}" is no name of an HTTP field.`);
  if (header === "authorization" || header === "host" || header === "cookie") throw new Error(`The tokenHeader "${token.header}" is a field that clients send; choose one of your own, such as X-WSManor-Proxy-Token.`);
  if (proxyKinds[kind].owns.includes(header)) throw new Error(`The tokenHeader "${token.header}" is a field in which a proxy of the kind ${kind} says something else; choose one of your own, such as X-WSManor-Proxy-Token.`);
  // A token that is nowhere has been told of with the configuration; nobody can show it.
  const isNowhere = token.environment === undefined && token.file === undefined;
  return { header, secret: isNowhere ? randomBytes(32).toString("hex") : secretOf(token, environment) };
}

function secretOf({ environment: name, file }: NonNullable<ProxyDeclaration["token"]>, environment: NodeJS.ProcessEnv): string {
  const inEnvironment = name === undefined ? undefined : environment[name];
  if (inEnvironment === undefined && file === undefined) throw new Error(`The environment variable ${name}, which should hold the proxy's token, is not set.`);
  let secret = inEnvironment ?? "";
  if (inEnvironment === undefined) {
    try {
      secret = readFileSync(file!, "utf8").trim();
    } catch (cause) {
      throw new Error(`The tokenFile ${file} cannot be read: ${(cause as Error).message}.`, { cause });
    }
  }
  if (secret.length < shortestToken) throw new Error(`The proxy's token in ${inEnvironment === undefined ? file : name} is shorter than ${shortestToken} characters; make a longer one, such as openssl rand -hex 32 prints.`);
  return secret;
}

/** Digests are compared: they are of one length, whatever came. */
function matching(secret: string): (value: string) => boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();
  const wanted = digest(secret);
  return (value) => timingSafeEqual(digest(value), wanted);
}

function addressesOf(texts: readonly string[]): (address: string) => boolean {
  const ranges = texts.map(parseAddressRange).flatMap((range) => (range.ok ? [range.value] : []));
  return (text) => {
    // A pipe has no address: its permissions said who may open it.
    if (text === "") return true;
    const address = parseIpAddress(text);
    return address !== undefined && ranges.some((range) => isInRange(address, range));
  };
}

/** What is configured, or what IIS says where the application is; that is none where one of ours is there too. */
function readPrefix({ kind, pathPrefix }: ProxyDeclaration, paths: readonly string[], environment: NodeJS.ProcessEnv): string {
  const written = pathPrefix.trim().replace(/\/+$/u, "");
  if (written !== "") {
    if (paths.includes(written.toLowerCase())) throw new Error(`The pathPrefix "${pathPrefix}" is the path of an application here too, so nobody could tell which one is meant. A proxy that hands the path on as it is needs none.`);
    return written;
  }
  const told = (kind === "ancm" || kind === "httpPlatformHandler" ? (environment["ASPNETCORE_APPL_PATH"] ?? "") : "").replace(/\/+$/u, "");
  return /^(?:\/[^/?#\p{Cc}]+)+$/u.test(told) && !paths.includes(told.toLowerCase()) ? told : "";
}
