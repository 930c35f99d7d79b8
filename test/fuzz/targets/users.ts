import assert from "node:assert/strict";
import { formatScryptHash, parseScryptHash } from "../../../src/protocol/auth/scrypt-hash.js";
import { storedHashKind } from "../../../src/protocol/auth/stored-hash.js";
import { accountKey, checkUserName, formatUsers, parseUsers } from "../../../src/protocol/auth/users-text.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const hash = `$scrypt$ln=14,r=8,p=1$${"c2FsdHNhbHRzYWx0c2FsdA"}$${"aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"}`;
const bcrypt = `$2y$10$${"A".repeat(53)}`;
const ntHash = "0123456789abcdef".repeat(2);
const line = (name: string, more = ""): string => `${name}\t${hash}\t-${more}`;
const seeds = [
  `# users\n${line("alice")}\n${line("DOMAIN\\bob", "\tHOME=%2Fhome%2Fbob\tX%3D=a%20b")}\n`, `${line("Ålice")}\r\n${line("carol").replace(/-$/u, "administrator")}\r\n\r\n`, line("a@b.c"), "",
  `${line("dave").replace(/-$/u, `administrator,nt=${ntHash}`)}\n${line("erin").replace(/-$/u, `nt=${ntHash}`)}\n`, `frank\t${bcrypt}\t-\n`,
];
const words = [...oddCharacters, "\t", "\t-", "administrator", ",", "nt=", ",nt=", ntHash, bcrypt, "$2y$", "\tA=1", "\ta=2", "%", "%41", "%E9", "%C3%A9", "=", "#", `\n${line("alice")}`, `\n${line("ALICE")}`, "$scrypt$", "ln=99", "r=0", ",p=17", "$", "/", "+"];

export const users = pureTarget<string>({
  name: "users",
  promise: "The users file is read whole or refused at one of its lines; what is written of it reads the same, and no account stands in it twice.",
  cases: 10_000,
  least: { read: 0.1, refused: 0.1 },
  make: (random) => mutateWords(random.pick(seeds), words, random),
  check: (input) => {
    // As it comes out of a file.
    const text = input.toWellFormed();
    const read = parseUsers(text);
    if (!read.ok) {
      assert.ok(read.error.line >= 1 && read.error.line <= text.split("\n").length && read.error.message.length > 0, JSON.stringify(read.error));
      return false;
    }
    for (const [key, { name, hash: stored, ntHash: nt, environment }] of read.value) {
      assert.equal(key, accountKey(name));
      assert.equal(checkUserName(name), undefined);
      const parsed = parseScryptHash(stored);
      assert.ok(storedHashKind(stored) !== undefined);
      if (parsed !== undefined) assert.deepEqual(parseScryptHash(formatScryptHash(parsed)), parsed);
      assert.ok(nt === undefined || /^[0-9a-f]{32}$/u.test(nt));
      for (const variable of environment.keys()) assert.equal(variable, variable.toUpperCase());
    }
    assert.deepEqual(parseUsers(formatUsers(read.value.values())), read);
    return read.value.size > 0;
  },
});
