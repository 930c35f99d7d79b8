import type { IncomingMessage } from "node:http";
import { fail, ok, type Result } from "../base/result.js";

/** What of the request line and header the host needs. */
export interface CheckedTarget {
  readonly path: string;
  readonly query: string;
  /** `Host` without port, lower case; empty in HTTP/1.0 without one. */
  readonly host: string;
}

/**
 * Refuses what Node's parser lets through although two readers may understand it differently: other HTTP versions, more than one Host
 * or Authorization or Content-Type, an absolute target that contradicts Host, HTTP/1.0 with a transfer coding (RFC 9112, 2.3, 3.2, 6.1).
 * @param memory of the connection
 * @returns the reason for a 400 when it is refused
 */
export function checkHttp(message: IncomingMessage, memory?: TargetMemory): Result<CheckedTarget, string> {
  const { httpVersion, rawHeaders } = message;
  if (httpVersion !== "1.1" && httpVersion !== "1.0") return fail(`HTTP version ${httpVersion}`);
  let hosts = 0;
  let authorizations = 0;
  let codings = 0;
  let types = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (name.length === 4 && name.toLowerCase() === "host") hosts++;
    else if (name.length === 13 && name.toLowerCase() === "authorization") authorizations++;
    else if (name.length === 17 && name.toLowerCase() === "transfer-encoding") codings++;
    else if (name.length === 12 && name.toLowerCase() === "content-type") types++;
  }
  if (hosts > 1) return fail("more than one Host");
  if (hosts === 0 && httpVersion === "1.1") return fail("no Host");
  if (authorizations > 1) return fail("more than one Authorization");
  if (types > 1) return fail("more than one Content-Type");
  if (codings > 1) return fail("more than one Transfer-Encoding");
  if (codings > 0 && httpVersion === "1.0") return fail("HTTP/1.0 with Transfer-Encoding");
  const { url = "" } = message;
  const { host } = message.headers;
  if (memory?.url === url && memory.host === host) return memory.checked!;
  const checked = readTarget(url, host);
  if (checked.ok && memory !== undefined) {
    memory.url = url;
    memory.host = host;
    memory.checked = checked;
  }
  return checked;
}

/** The target that a connection's last request had: clients send the same one each time. */
export interface TargetMemory {
  url: string | undefined;
  host: string | undefined;
  checked: Result<CheckedTarget, string> | undefined;
}

function readTarget(target: string, hostHeader: string | undefined): Result<CheckedTarget, string> {
  let origin = target;
  const host = hostName(hostHeader ?? "");
  if (host === undefined) return fail("a malformed Host");
  if (!target.startsWith("/")) {
    const absolute = /^https?:\/\/([^/?#]+)(\/[^#]*|\?[^#]*)?$/iu.exec(target);
    if (absolute === null) return fail("a target that is neither a path nor a URL");
    if (absolute[1]!.toLowerCase() !== (hostHeader ?? "").toLowerCase()) return fail("a target that contradicts Host");
    origin = absolute[2]?.startsWith("/") === true ? absolute[2] : `/${absolute[2] ?? ""}`;
  }
  if (origin.includes("#")) return fail("a fragment in the target");
  const question = origin.indexOf("?");
  const rawPath = question < 0 ? origin : origin.slice(0, question);
  const query = question < 0 ? "" : origin.slice(question + 1);
  if (!rawPath.includes("%")) return ok({ path: rawPath, query, host });
  try {
    const path = decodeURIComponent(rawPath);
    return path.includes("\0") ? fail("a NUL in the path") : ok({ path, query, host });
  } catch {
    return fail("a path that is not percent-encoded UTF-8");
  }
}

/** @returns the name without port, lower case; `undefined` when malformed. */
function hostName(header: string): string | undefined {
  if (header === "") return "";
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/iu.exec(header);
  return match?.[1]?.toLowerCase();
}
