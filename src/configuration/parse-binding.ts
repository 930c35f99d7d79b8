import { fail, ok, type Result } from "../base/result.js";

export interface ParsedBinding {
  /** `*`, an IPv4 address, or an IPv6 address without brackets. */
  readonly address: string;
  readonly port: number;
  /** Lower case; empty for any. */
  readonly host: string;
}

/**
 * Reads `address:port:host` from the right, so that an IPv6 address may have colons. Port 0 picks a free one.
 * @returns a failure is a sentence
 */
export function parseBinding(text: string): Result<ParsedBinding, string> {
  const hostColon = text.lastIndexOf(":");
  const portColon = text.lastIndexOf(":", hostColon - 1);
  if (hostColon <= 0 || portColon < 0) return fail("it needs two colons, as in 127.0.0.1:5985: or *:5985:host.example");
  const host = text.slice(hostColon + 1).trim().toLowerCase();
  const portText = text.slice(portColon + 1, hostColon).trim();
  const address = readAddress(text.slice(0, portColon).trim());
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) return fail(`"${portText}" is not a port`);
  if (address === undefined) return fail(`"${text.slice(0, portColon)}" is neither *, nor an IPv4 address, nor an IPv6 address in brackets`);
  if (!/^(?:\*\.)?[\p{L}\p{N}_.-]*$/u.test(host)) return fail(`"${host}" is not a host name`);
  return ok({ address, port, host });
}

function readAddress(text: string): string | undefined {
  if (text === "" || text === "*") return "*";
  // Zeros in front would be octal to some and a host's name to others.
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return text.split(".").every((part) => Number(part) <= 255 && !/^0\d/.test(part)) ? text : undefined;
  if (!/^\[[0-9a-fA-F:.]+\]$/.test(text)) return undefined;
  return URL.canParse(`http://${text}/`) ? text.slice(1, -1).toLowerCase() : undefined;
}
