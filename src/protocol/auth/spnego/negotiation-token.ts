import { fail, ok, type Result } from "../../../base/result.js";
import { der, type DerPart } from "./der.js";
import { mechanisms } from "./mechanisms.js";

/** SPNEGO's two messages (RFC 4178 4.2). Mechanisms are object identifiers, the hex of their octets. */
export type NegotiationToken =
  | {
      readonly kind: "init";
      /** The client's favourite first. */
      readonly mechanisms: readonly string[];
      /** The list's DER: what the integrity code is made of. */
      readonly mechanismList: Uint8Array;
      readonly token: Uint8Array | undefined;
    }
  | { readonly kind: "response"; readonly token: Uint8Array | undefined; readonly integrityCode: Uint8Array | undefined };

export type SpnegoProblem = "not a SPNEGO token" | "a SPNEGO token that is cut short or not DER" | "a SPNEGO token without mechanisms";

const tags = { application: 0x60, response: 0xa1, init: 0xa0, sequence: 0x30, identifier: 0x06, octets: 0x04, enumerated: 0x0a } as const;

/** As in `negState`. */
export const negotiationStates = { acceptCompleted: 0, acceptIncomplete: 1, reject: 2, requestMic: 3 } as const;

/** The mechanism that a GSS-API token begins with; `undefined` for what is none. */
export function mechanismOf(octets: Uint8Array): string | undefined {
  const outer = octets[0] === tags.application ? der.read(octets) : undefined;
  const identifier = outer === undefined ? undefined : der.read(outer.content);
  return identifier?.tag === tags.identifier ? hex(identifier.content) : undefined;
}

export function readNegotiationToken(octets: Uint8Array): Result<NegotiationToken, SpnegoProblem> {
  const outer = der.read(octets);
  if (outer === undefined) return fail("a SPNEGO token that is cut short or not DER");
  if (outer.tag === tags.response) return readResponse(outer);
  const identifier = outer.tag === tags.application ? der.read(outer.content) : undefined;
  if (identifier?.tag !== tags.identifier || hex(identifier.content) !== mechanisms.spnego) return fail("not a SPNEGO token");
  const fields = fieldsOf(der.read(identifier.rest), tags.init);
  if (fields === undefined) return fail("a SPNEGO token that is cut short or not DER");
  const list = fields.get(0);
  const identifiers = list?.tag === tags.sequence ? der.readAll(list.content) : undefined;
  if (list === undefined || identifiers === undefined || identifiers.length === 0 || identifiers.some(({ tag }) => tag !== tags.identifier)) return fail("a SPNEGO token without mechanisms");
  return ok({ kind: "init", mechanisms: identifiers.map(({ content }) => hex(content)), mechanismList: list.whole, token: octetString(fields.get(2)) });
}

function readResponse(outer: DerPart): Result<NegotiationToken, SpnegoProblem> {
  const fields = fieldsOf(outer, tags.response);
  if (fields === undefined) return fail("a SPNEGO token that is cut short or not DER");
  return ok({ kind: "response", token: octetString(fields.get(2)), integrityCode: octetString(fields.get(3)) });
}

/** The fields of a choice's sequence, by number. */
function fieldsOf(choice: DerPart | undefined, tag: number): ReadonlyMap<number, DerPart> | undefined {
  const sequence = choice?.tag === tag ? der.read(choice.content) : undefined;
  const elements = sequence?.tag === tags.sequence ? der.readAll(sequence.content) : undefined;
  if (elements === undefined) return undefined;
  const fields = new Map<number, DerPart>();
  for (const element of elements) {
    const inner = der.read(element.content);
    if (inner === undefined) return undefined;
    fields.set(element.tag & 0x1f, inner);
  }
  return fields;
}

const octetString = (element: DerPart | undefined): Uint8Array | undefined => (element?.tag === tags.octets ? element.content : undefined);

/** Writes a NegTokenResp. What is `undefined` is left out. */
export function writeNegotiationResponse({ state, mechanism, token, integrityCode }: {
  readonly state: number;
  readonly mechanism?: string | undefined;
  readonly token?: Uint8Array | undefined;
  readonly integrityCode?: Uint8Array | undefined;
}): Uint8Array {
  const fields = [der.write(0xa0, der.write(tags.enumerated, Uint8Array.of(state)))];
  if (mechanism !== undefined) fields.push(der.write(0xa1, der.write(tags.identifier, unhex(mechanism))));
  if (token !== undefined) fields.push(der.write(0xa2, der.write(tags.octets, token)));
  if (integrityCode !== undefined) fields.push(der.write(0xa3, der.write(tags.octets, integrityCode)));
  return der.write(tags.response, der.write(tags.sequence, ...fields));
}

const hex = (octets: Uint8Array): string => Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
const unhex = (text: string): Uint8Array => Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
