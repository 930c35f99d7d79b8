import { fail, ok, type Result } from "../../base/result.js";
import { joinOctets } from "../../base/join-octets.js";
import type { Digests } from "../auth/digests.js";
import { equalOctets } from "../auth/equal-octets.js";
import { toBase64 } from "../../base/base64.js";

/** Package 0: a server asks a device to begin a session (OMA DM Notification 1.2.1, 6). */
export interface Notification {
  /** Of the specification, times ten: 11 for DM 1.2, which is the 1.1 of this document. */
  readonly version: number;
  readonly uiMode: "background" | "informative" | "interaction" | "none";
  /** Who wanted it: the server, or its user. */
  readonly initiator: "server" | "user";
  /** 1 to 65535; the session that follows has it as its SessionID, in hexadecimal digits. */
  readonly sessionId: number;
  /** As the account on the device names it. */
  readonly serverId: string;
  readonly vendor: Uint8Array;
}

const uiModes = ["none", "background", "informative", "interaction"] as const;

const digestLength = 16;
const headerLength = 8;

/** What both ends write in the place of a nonce when they have lost each other's (5.3): ten characters. Four zero octets are accepted as well. */
export const resyncNonces: readonly Uint8Array[] = [Uint8Array.from("0x00000000", (letter) => letter.charCodeAt(0)), new Uint8Array(4)];

/** SessionID of the session that a notification asks for. */
export const notifiedSessionId = ({ sessionId }: Notification): string => sessionId.toString(16).toUpperCase();

/**
 * The octets of a notification with its digest.
 * @param account base64 of MD5 of `serverId:password`, of the server's account on the device
 * @throws RangeError for a session or server id that it cannot carry
 */
export function writeNotification(notification: Notification, account: string, nonce: Uint8Array, digests: Digests): Uint8Array {
  const trigger = writeTrigger(notification);
  return joinOctets(digestOf(trigger, account, nonce, digests), trigger);
}

function writeTrigger({ version, uiMode, initiator, sessionId, serverId, vendor }: Notification): Uint8Array {
  const id = new TextEncoder().encode(serverId);
  if (id.length === 0 || id.length > 255) throw new RangeError("a server id has 1 to 255 octets");
  if (!Number.isInteger(sessionId) || sessionId < 1 || sessionId > 0xffff) throw new RangeError("a session id is 1 to 65535");
  const flags = (version << 6) | (uiModes.indexOf(uiMode) << 4) | (initiator === "server" ? 8 : 0);
  return joinOctets(Uint8Array.of(flags >> 8, flags & 0xff, 0, 0, 0, sessionId >> 8, sessionId & 0xff, id.length), id, vendor);
}

/** What a device makes of octets that came. */
export interface ReadNotification {
  readonly notification: Notification;
  /**
   * Is it from who knows the account, and by which nonce? `resync`: by the one for ends that have lost each other's; both use that in the session
   * and give each other new ones.
   */
  verify(account: string, nonce: Uint8Array, digests: Digests): "nonce" | "resync" | undefined;
}

/** Later versions are read alike. @returns one sentence for what is no notification */
export function readNotification(octets: Uint8Array): Result<ReadNotification, string> {
  if (octets.length < digestLength + headerLength) return fail(`A notification has at least ${String(digestLength + headerLength)} octets, this has ${String(octets.length)}.`);
  const digest = octets.subarray(0, digestLength);
  const trigger = octets.subarray(digestLength);
  const flags = (trigger[0]! << 8) | trigger[1]!;
  const idLength = trigger[7]!;
  const sessionId = (trigger[5]! << 8) | trigger[6]!;
  if (trigger.length < headerLength + idLength) return fail("The notification ends within the server id.");
  if (idLength === 0) return fail("The notification names no server.");
  if (sessionId === 0) return fail("The notification's session id is 0.");
  let serverId: string;
  try {
    serverId = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(trigger.subarray(headerLength, headerLength + idLength));
  } catch {
    return fail("The notification's server id is not UTF-8.");
  }
  return ok({
    notification: { version: flags >> 6, uiMode: uiModes[(flags >> 4) & 3]!, initiator: (flags & 8) === 0 ? "user" : "server", sessionId, serverId, vendor: trigger.slice(headerLength + idLength) },
    verify: (account, nonce, digests) => {
      const fits = (each: Uint8Array): boolean => equalOctets(digest, digestOf(trigger, account, each, digests));
      if (fits(nonce)) return "nonce";
      return resyncNonces.some(fits) ? "resync" : undefined;
    },
  });
}

function digestOf(trigger: Uint8Array, account: string, nonce: Uint8Array, { md5 }: Digests): Uint8Array {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return md5(encode(`${account}:`), nonce, encode(`:${toBase64(md5(trigger))}`));
}
