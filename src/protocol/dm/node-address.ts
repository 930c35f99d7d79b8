import { fail, ok, type Result } from "../../base/result.js";

/** Where a node stands in a management tree, as a URI of a LocURI says it (Tree and Description 1.2.1, 4; the pages on scopes). */
export interface NodeAddress {
  /** `./User/…` is the user's; everything else the device's. */
  readonly scope: "device" | "user";
  /** Names from the root, decoded, without `.` and without the scope; none for the root. */
  readonly path: readonly string[];
  /** `?prop=` or `?list=`. */
  readonly suffix?: { readonly kind: "prop" | "list"; readonly value: string } | undefined;
}

/** Sizes a device announces below `./DevDetail/URI`; 0 stands for no limit. */
export interface AddressLimits {
  readonly maxDepth: number;
  /** Octets of the whole URI. */
  readonly maxTotalLength: number;
  /** Octets of one segment. */
  readonly maxSegmentLength: number;
}

/** A mistake in an address and the status that answers it. */
export interface AddressProblem {
  readonly status: 400 | 404 | 406 | 414;
  /** One sentence. */
  readonly message: string;
}

const noLimits: AddressLimits = { maxDepth: 0, maxTotalLength: 0, maxSegmentLength: 0 };

/** Reads a LocURI. A missing `./` is taken as there; names are unescaped octet by octet, and are compared so. */
export function parseNodeAddress(uri: string, limits: AddressLimits = noLimits): Result<NodeAddress, AddressProblem> {
  const { address, suffix } = splitSuffix(uri);
  if (address === "") return refuse(400, "The address is empty; `.` is the root.");
  if (address.startsWith("/")) return refuse(400, "An address does not start with `/`; write `./…`.");
  if (limits.maxTotalLength > 0 && octetsOf(uri) > limits.maxTotalLength) return refuse(414, `The address has more than ${String(limits.maxTotalLength)} octets.`);
  const segments = segmentsOf(address);
  if (limits.maxDepth > 0 && segments.length > limits.maxDepth) return refuse(414, `The address has more than ${String(limits.maxDepth)} segments.`);
  const path: string[] = [];
  for (const segment of segments) {
    if (limits.maxSegmentLength > 0 && octetsOf(segment) > limits.maxSegmentLength) return refuse(414, `A segment has more than ${String(limits.maxSegmentLength)} octets.`);
    const name = decodeName(segment);
    if (!name.ok) return name;
    path.push(name.value);
  }
  const read = suffix === undefined ? ok(undefined) : parseSuffix(suffix);
  if (!read.ok) return read;
  return ok({ ...scopeOf(path), ...(read.value === undefined ? {} : { suffix: read.value }) });
}

/** The canonical LocURI: `./…`, each octet escaped that is neither unreserved nor usual in names. */
export function writeNodeAddress({ scope, path, suffix }: NodeAddress): string {
  const start = scope === "user" ? ["User"] : needsScope(path) ? ["Device"] : [];
  const address = [".", ...start, ...path.map(encodeName)].join("/");
  return suffix === undefined ? address : `${address}?${suffix.kind}=${suffix.value}`;
}

/** One name as a segment of an address, and as it stands in the list of an interior node's children. Half a character becomes U+FFFD. */
export const encodeName = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%(?:3A|40|2B|2C|24|3D)/g, decodeURIComponent);

function splitSuffix(uri: string): { readonly address: string; readonly suffix: string | undefined } {
  const mark = uri.indexOf("?");
  return mark < 0 ? { address: uri, suffix: undefined } : { address: uri.slice(0, mark), suffix: uri.slice(mark + 1) };
}

function segmentsOf(address: string): string[] {
  const segments = address.split("/");
  if (segments[0] === ".") segments.shift();
  return segments;
}

function parseSuffix(suffix: string): Result<NonNullable<NodeAddress["suffix"]>, AddressProblem> {
  const read = /^(prop|list)=([^&?=]+)$/.exec(suffix);
  if (read === null) return refuse(406, "After `?` stands `prop=` or `list=` and one name.");
  return ok({ kind: read[1] as "prop" | "list", value: read[2]! });
}

/** 4.2 of Tree and Description: no empty name, none of dots alone that would move, no lone `*`. */
function decodeName(segment: string): Result<string, AddressProblem> {
  if (segment === "") return refuse(400, "The address has an empty segment: `//`, or a `/` at its end.");
  let name: string;
  try {
    name = decodeURIComponent(segment);
  } catch {
    return refuse(400, `\`${segment}\` is not escaped as UTF-8: each octet is \`%\` and two hexadecimal digits.`);
  }
  // Looked at as it is compared, so that an escaped `..` moves nowhere either.
  if (name === "." || name === "..") return refuse(400, "`.` stands first in an address only, and `..` nowhere.");
  if (name === "*") return refuse(400, "`*` is no name.");
  if (name.includes("\0")) return refuse(400, "A name holds no NUL.");
  return /\p{Surrogate}/u.test(name) ? refuse(400, "A name holds half a character (a surrogate alone).") : ok(name);
}

/** The pages write the prefixes with capitals and without. */
function scopeOf(path: readonly string[]): Pick<NodeAddress, "scope" | "path"> {
  const first = path[0]?.toLowerCase();
  if (first === "user") return { scope: "user", path: path.slice(1) };
  return { scope: "device", path: first === "device" ? path.slice(1) : path };
}

const needsScope = (path: readonly string[]): boolean => ["user", "device"].includes(path[0]?.toLowerCase() ?? "");
const octetsOf = (text: string): number => new TextEncoder().encode(text).length;
const refuse = (status: AddressProblem["status"], message: string): Result<never, AddressProblem> => fail({ status, message });
