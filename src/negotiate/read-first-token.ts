import { readDerElement } from "../base/der-element.js";
import { krb5Oid, microsoftKrb5Oid, ntlmOid, spnegoOid } from "./mechanism-oids.js";
import { derMember, derNumber, readDerList } from "./read-der.js";
import { sameOctets } from "./same-octets.js";

/** What a first token says of itself. Nothing of it is proven; it chooses who looks at the token, and it explains refusals. */
export interface FirstToken {
  /** Mechanism of what the token carries, which is the first one of its list. */
  readonly mechanism: "Kerberos" | "NTLM" | "other";
  /** All mechanisms that the client would take. */
  readonly mechanisms: readonly FirstToken["mechanism"][];
  /** Whom the Kerberos ticket in it is for. */
  readonly ticket?: TicketFacts;
}

export interface TicketFacts {
  /** `HTTP/server.example.com@EXAMPLE.COM`. */
  readonly server: string;
  readonly keyVersion: number | undefined;
  readonly encryption: number;
}

const ntlmSignature = Uint8Array.from("NTLMSSP\0", (character) => character.charCodeAt(0));

/** Reads what HTTP's Negotiate, NTLM and Kerberos begin with: a GSSAPI token (RFC 2743 3.1) or a bare NTLM message. */
export function readFirstToken(token: Uint8Array): FirstToken | undefined {
  if (sameOctets(token.subarray(0, ntlmSignature.length), ntlmSignature)) return { mechanism: "NTLM", mechanisms: ["NTLM"] };
  const framed = readDerElement(token);
  if (framed?.tag !== 0x60) return undefined;
  const oid = readDerElement(framed.content);
  if (oid?.tag !== 0x06) return undefined;
  const rest = framed.content.subarray(oid.whole.length);
  if (sameOctets(oid.content, spnegoOid)) return readNegotiation(rest);
  return mechanismOf(oid.content) === "Kerberos" ? kerberos(["Kerberos"], readTicket(rest)) : undefined;
}

/** negTokenInit (RFC 4178 4.2.1): mechTypes [0], mechToken [2]. */
function readNegotiation(choice: Uint8Array): FirstToken | undefined {
  const members = derMember(derMember(choice, 0xa0), 0x30);
  const list = derMember(derMember(members, 0xa0), 0x30);
  if (list === undefined) return undefined;
  const mechanisms = readDerList(list).filter(({ tag }) => tag === 0x06).map(({ content }) => mechanismOf(content));
  const [mechanism] = mechanisms;
  if (mechanism === undefined) return undefined;
  if (mechanism !== "Kerberos") return { mechanism, mechanisms };
  const inner = derMember(derMember(derMember(members, 0xa2), 0x04), 0x60);
  const oid = inner && readDerElement(inner);
  return kerberos(mechanisms, inner === undefined || oid === undefined ? undefined : readTicket(inner.subarray(oid.whole.length)));
}

const kerberos = (mechanisms: FirstToken["mechanisms"], ticket: TicketFacts | undefined): FirstToken => ({ mechanism: "Kerberos", mechanisms, ...(ticket === undefined ? {} : { ticket }) });

function mechanismOf(oid: Uint8Array): FirstToken["mechanism"] {
  if (sameOctets(oid, krb5Oid) || sameOctets(oid, microsoftKrb5Oid)) return "Kerberos";
  return sameOctets(oid, ntlmOid) ? "NTLM" : "other";
}

/** KRB_AP_REQ behind its two octets (RFC 4121 4.1; RFC 4120 5.5.1 and 5.3): ticket [3] with realm [1], sname [2], enc-part [3]. */
function readTicket(message: Uint8Array): TicketFacts | undefined {
  if (message[0] !== 1 || message[1] !== 0) return undefined;
  const request = derMember(derMember(message.subarray(2), 0x6e), 0x30);
  const ticket = derMember(derMember(derMember(request, 0xa3), 0x61), 0x30);
  const realm = derMember(derMember(ticket, 0xa1), 0x1b);
  const names = derMember(derMember(derMember(derMember(ticket, 0xa2), 0x30), 0xa1), 0x30);
  const sealed = derMember(derMember(ticket, 0xa3), 0x30);
  const encryption = derNumber(derMember(sealed, 0xa0));
  if (realm === undefined || names === undefined || encryption === undefined) return undefined;
  const parts = readDerList(names).map(({ content }) => printable(content));
  return { server: `${parts.join("/")}@${printable(realm)}`, keyVersion: derNumber(derMember(sealed, 0xa1)), encryption };
}

/** For the log: what a stranger wrote, cut, without what would end a line. */
const printable = (octets: Uint8Array): string => Buffer.from(octets.subarray(0, 200)).toString("utf8").replaceAll(/[^\x20-\x7e\u00a0-\uffff]|\ufffd/gu, "?");
