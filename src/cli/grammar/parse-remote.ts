import { fail, ok, type Result } from "../../base/result.js";
import { nameToken, quote, type Token, type UsageProblem } from "./usage-problem.js";

/**
 * Reads `[http(s)://]host[:port][/prefix]`; IPv6 in brackets. Ports as winrm has them: 5985 without a scheme, 5986 with -usessl, 80 for
 * `http://`, 443 for `https://`. Prefix: `wsman`.
 */
export function parseRemote(token: Token, written: string, useSsl: boolean): Result<URL, UsageProblem> {
  const wrong = (why: string): Result<never, UsageProblem> =>
    fail({ message: `${quote(written)} is not a remote of -remote (argument ${token.position}): ${why}; it is written [http(s)://]host[:port][/prefix]` });
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(written)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return wrong(`the scheme ${quote(scheme)} is neither http nor https`);
  if (scheme === "http" && useSsl) return fail({ message: `${nameToken(token, written)} says http, -usessl says https: leave one out` });
  const rest = scheme === undefined ? written : written.slice(scheme.length + 3);
  // Not repeated in the message: it may be a password.
  if (rest.split(/[/?#]/u, 1)[0]!.includes("@")) return fail({ message: `-remote (argument ${token.position}) holds "@": user and password go into -username and -password` });
  const parts = /^(\[[0-9a-f:.]+(?:%25[^\]]+)?\]|[^/:?#[\]\s]+)(?::([^/?#]*))?(\/[^?#]*)?(\?[^#]*)?$/iu.exec(rest);
  if (parts === null) return wrong(rest === "" ? "the host is missing" : rest.split(":").length > 2 && !rest.startsWith("[") ? "an IPv6 address stands in brackets, [::1]" : "it cannot be read");
  const [, host = "", port, path, query = ""] = parts;
  if (port !== undefined && (!/^\d{1,5}$/u.test(port) || Number(port) < 1 || Number(port) > 65535)) return wrong(`${quote(port)} is not a port`);
  const secure = scheme === "https" || useSsl;
  const defaultPort = scheme === undefined ? (useSsl ? 5986 : 5985) : secure ? 443 : 80;
  try {
    return ok(new URL(`${secure ? "https" : "http"}://${host}:${port ?? defaultPort}${path === undefined || path === "/" ? "/wsman" : path}${query}`));
  } catch {
    return wrong(`${quote(host)} is not a host`);
  }
}
