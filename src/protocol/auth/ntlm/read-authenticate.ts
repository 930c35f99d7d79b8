import { fail, ok, type Result } from "../../../base/result.js";
import { utf16 } from "../utf16.js";
import { ntlmTypeOf, octetsAt, readPlace, viewOf, type FieldPlace } from "./message-fields.js";
import { hasFlag, ntlmFlags } from "./ntlm-flags.js";
import type { NtlmProblem } from "./ntlm-problem.js";
import { readTargetInformation, targetPairs, type TargetInformation } from "./target-information.js";

/** A client's proof (MS-NLMP 2.2.1.3), of NTLM version 2. */
export interface AuthenticateMessage {
  readonly flags: number;
  /** As the client says it; nothing proves it but that it is part of what the proof is made of. */
  readonly domain: string;
  readonly user: string;
  readonly proof: Uint8Array;
  /** NTLMv2_CLIENT_CHALLENGE: what the proof is about, besides the challenge. */
  readonly blob: Uint8Array;
  readonly information: TargetInformation;
  /** Encrypted; `undefined` when no key was exchanged. */
  readonly sessionKey: Uint8Array | undefined;
  /** Message integrity code; `undefined` where the client says that there is none. */
  readonly integrityCode: Uint8Array | undefined;
}

/** Least octets of the header; version and integrity code come behind it where there are any. */
const headerSize = 64;
/** With both of them. */
const wholeHeader = 88;
const codePlace = { offset: 72, length: 16 };

/** Where the message's fields stand in its header, in this order. */
const fieldPlaces = { lm: 12, nt: 20, domain: 28, user: 36, workstation: 44, sessionKey: 52 } as const;

/**
 * Reads an AUTHENTICATE_MESSAGE. Versions before 2, and anonymous ones, are problems. The flag for a version is not trusted: curl and
 * others repeat it from the challenge without having the field, so the place of the integrity code follows from the code's own announcement.
 */
export function readAuthenticate(octets: Uint8Array): Result<AuthenticateMessage, NtlmProblem> {
  const type = ntlmTypeOf(octets);
  if (type === undefined) return fail("not an NTLM message");
  if (type !== 3) return fail("an NTLM message of another type");
  if (octets.length < headerSize) return fail("a message that is cut short");
  const places: Partial<Record<keyof typeof fieldPlaces, FieldPlace>> = {};
  for (const name of Object.keys(fieldPlaces) as (keyof typeof fieldPlaces)[]) {
    const place = readPlace(octets, fieldPlaces[name], headerSize);
    if (!place.ok) return place;
    places[name] = place.value;
  }
  const { nt, domain, user, sessionKey } = places as Record<keyof typeof fieldPlaces, FieldPlace>;
  const flags = viewOf(octets).getUint32(60, true);
  const answer = readAnswer(octetsAt(octets, nt), hasFlag(flags, ntlmFlags.anonymous));
  if (!answer.ok) return answer;
  const decode = hasFlag(flags, ntlmFlags.unicode) ? utf16.decode : latin1;
  if (hasFlag(flags, ntlmFlags.unicode) && (domain.length | user.length) % 2 !== 0) return fail("a name of an odd number of octets");
  const exchanged = hasFlag(flags, ntlmFlags.keyExchange) && sessionKey.length > 0;
  if (exchanged && sessionKey.length !== 16) return fail("a session key of a wrong length");
  const first = Math.min(...Object.values(places).map((place) => place.offset));
  const announced = announcesCode(answer.value.information);
  if (announced && first < wholeHeader) return fail("a message without room for the integrity code that it announces");
  return ok({
    ...answer.value, flags,
    domain: decode(octetsAt(octets, domain)),
    user: decode(octetsAt(octets, user)),
    sessionKey: exchanged ? octetsAt(octets, sessionKey) : undefined,
    integrityCode: announced ? octetsAt(octets, codePlace) : undefined,
  });
}

/** @returns a copy of a message that was read, its integrity code taken out: what the code is made of */
export function withoutIntegrityCode(octets: Uint8Array): Uint8Array {
  // A Buffer's own slice() would be the same octets again.
  return new Uint8Array(octets).fill(0, codePlace.offset, codePlace.offset + codePlace.length);
}

/** The octets of a text that is not Unicode are widened one by one, as clients that write such a text do when they make their proof. */
const latin1 = (octets: Uint8Array): string => String.fromCharCode(...octets);

const announcesCode = (information: TargetInformation): boolean => ((information.get(targetPairs.flags)?.[0] ?? 0) & 0x2) !== 0;

function readAnswer(answer: Uint8Array, isAnonymous: boolean): Result<Pick<AuthenticateMessage, "proof" | "blob" | "information">, NtlmProblem> {
  if (answer.length === 0 || isAnonymous) return fail("no answer to the challenge: an anonymous login");
  if (answer.length === 24) return fail("an answer of NTLM version 1");
  if (answer.length < 48) return fail("an answer that is cut short");
  const blob = answer.subarray(16);
  if (blob[0] !== 1 || blob[1] !== 1) return fail("an answer of an unknown version");
  const information = readTargetInformation(blob.subarray(28));
  return information.ok ? ok({ proof: answer.subarray(0, 16), blob, information: information.value }) : information;
}
