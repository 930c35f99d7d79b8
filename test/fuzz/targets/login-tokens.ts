import assert from "node:assert/strict";
import { readLoginToken } from "../../../src/protocol/auth/login-token.js";
import { ntHash } from "../../../src/protocol/auth/ntlm/ntlm-keys.js";
import { readAuthenticate, withoutIntegrityCode } from "../../../src/protocol/auth/ntlm/read-authenticate.js";
import { readNegotiate } from "../../../src/protocol/auth/ntlm/read-negotiate.js";
import { verifyAuthenticate } from "../../../src/protocol/auth/ntlm/verify-authenticate.js";
import { challengeFlags, writeChallenge } from "../../../src/protocol/auth/ntlm/write-challenge.js";
import { mechanisms } from "../../../src/protocol/auth/spnego/mechanisms.js";
import { readNegotiationToken } from "../../../src/protocol/auth/spnego/negotiation-token.js";
import { nodeDigests } from "../../../src/pipeline/node-digests.js";
import { NtlmClient } from "../../support/ntlm-client.js";
import { initToken, responseToken } from "../../support/spnego-client.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";

const client = new NtlmClient({ user: "User", domain: "Domain", password: "Password" });
const negotiate = client.negotiate();
const { flags } = (() => {
  const read = readNegotiate(negotiate);
  assert.ok(read.ok);
  return { flags: challengeFlags(read.value.flags) };
})();
const serverChallenge = Buffer.from("0123456789abcdef", "hex");
const challenge = Buffer.from(writeChallenge({ flags, challenge: serverChallenge, computer: "host.example", time: 0n }));
const authenticate = client.authenticate(challenge);
const hash = ntHash("Password");

const seeds: readonly Uint8Array[] = [
  negotiate, negotiate.subarray(0, 16), negotiate.subarray(0, 32), challenge, authenticate, authenticate, authenticate,
  initToken([mechanisms.ntlm], negotiate), initToken([mechanisms.kerberos, mechanisms.ntlm]), initToken([mechanisms.kerberos]), responseToken(authenticate, Buffer.alloc(16)), responseToken(undefined),
  Buffer.from("600f06092a864886f71201020201006e00", "hex"),
];

/** Does it lie inside? */
const within = (part: Uint8Array, whole: Uint8Array): boolean =>
  part.length === 0 || (part.buffer === whole.buffer && part.byteOffset >= whole.byteOffset && part.byteOffset + part.length <= whole.byteOffset + whole.length);

export const loginTokens = pureTarget<Uint8Array>({
  name: "login-tokens",
  promise: "A token of NTLM or SPNEGO is read, all of it from inside, or refused by name; and the proof of a login is right in the one message only that the client made.",
  cases: 20_000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => {
    const seed = random.pick(seeds);
    return random.oneIn(12) ? seed : random.oneIn(6) ? seed.subarray(0, random.below(seed.length)) : mutateOctets(seed, random);
  },
  check: (octets) => {
    const before = Buffer.from(octets);
    const read = [readAny(octets), readNegotiate(octets).ok, readSpnego(octets)];
    assert.ok(before.equals(octets), "reading changes nothing");
    return read.includes(true);
  },
});

function readAny(octets: Uint8Array): boolean {
  readLoginToken(octets);
  const read = readAuthenticate(octets);
  if (!read.ok) {
    assert.ok(read.error.length > 0);
    return false;
  }
  const { proof, blob, sessionKey, integrityCode, information } = read.value;
  for (const part of [proof, blob, sessionKey ?? blob, integrityCode ?? blob, ...information.values()]) assert.ok(within(part, octets), "a part lies outside");
  const verified = verifyAuthenticate({ negotiate, challenge, authenticate: octets, serverChallenge, flags }, read.value, hash, nodeDigests);
  // The integrity code is all that may stand in the way when the proof is one that the client made.
  if (verified.ok && integrityCode !== undefined) assert.ok(Buffer.from(withoutIntegrityCode(octets)).equals(withoutIntegrityCode(authenticate)), "another message with a right code");
  if (verified.ok) assert.ok(Buffer.from(blob).equals(blobOf(authenticate)), "another proof is right");
  return verified.ok;
}

function blobOf(message: Uint8Array): Uint8Array {
  const read = readAuthenticate(message);
  assert.ok(read.ok);
  return read.value.blob;
}

function readSpnego(octets: Uint8Array): boolean {
  const read = readNegotiationToken(octets);
  if (!read.ok) return false;
  assert.ok(read.value.token === undefined || within(read.value.token, octets));
  if (read.value.kind === "init") assert.ok(read.value.mechanisms.length > 0 && within(read.value.mechanismList, octets));
  return true;
}
