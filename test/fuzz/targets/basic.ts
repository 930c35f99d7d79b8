import assert from "node:assert/strict";
import { parseBasic } from "../../../src/protocol/auth/parse-basic.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";
import type { Random } from "../random.js";

const problems = new Set(["not-basic", "not-base64", "not-utf8", "no-colon", "empty-name", "control-character", "too-long"]);
const credentials = ["alice:secret", "ÅÄÖ\\domain:pässwörd😀", "a:", ":b", "a:b:c", "", "no colon", "a b@c.d:\u0007", "\ufeffa:b", "a".repeat(5000)];
const octets = (random: Random): Buffer => (random.oneIn(4) ? Buffer.from(random.pick(credentials), "latin1") : Buffer.from(random.pick(credentials)));

export const basic = pureTarget<string>({
  name: "basic",
  promise: "An Authorization field gives a name and a password, octet by octet those that were sent, or a reason of the closed list.",
  cases: 10_000,
  least: { read: 0.05, refused: 0.2 },
  make: (random) => mutateWords(`${random.pick(["Basic", "basic", "BASIC", "Bearer", "Basic "])} ${octets(random).toString(random.oneIn(6) ? "base64url" : "base64")}`, [...oddCharacters, "=", "==", "Basic ", "/", "+", "-", "_", "QQ", "Og=="], random),
  check: (header) => {
    const read = parseBasic(header);
    if (!read.ok) {
      assert.ok(problems.has(read.error), read.error);
      return false;
    }
    const { name, password } = read.value;
    assert.ok(name !== "" && !name.includes(":"));
    const sent = Buffer.from(header.slice(header.indexOf(" ")).trim(), "base64");
    assert.ok(Buffer.from(`${name}:${password}`).equals(sent), "these are the octets sent");
    return true;
  },
});
