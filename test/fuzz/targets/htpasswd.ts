import assert from "node:assert/strict";
import { parseHtpasswd } from "../../../src/protocol/auth/htpasswd-text.js";
import { storedHashKind } from "../../../src/protocol/auth/stored-hash.js";
import { accountKey, checkUserName, formatUsers, parseUsers } from "../../../src/protocol/auth/users-text.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const bcrypt = `$2y$10$${"A".repeat(53)}`;
const argon2 = `$argon2id$v=19$m=19456,t=2,p=1$${"c2FsdHNhbHRzYWx0c2FsdA"}$${"aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"}`;
const seeds = [`alice:${bcrypt}\n`, `# people\nalice:${bcrypt}\r\nbob:${argon2}\n\n`, `carol:{SHA}${"A".repeat(27)}=\n`, "dave:$apr1$x$y\n", "erin:secret\n", ""];
const words = [...oddCharacters, ":", "\n", "\t", "$2y$", "$2b$", "$2a$", "$argon2id$", "m=9999999", "t=0", "p=99", `\nALICE:${bcrypt}`, "#"];

export const htpasswd = pureTarget<string>({
  name: "htpasswd",
  promise: "An htpasswd file becomes accounts that the users file holds, or problems with its lines; nothing that stands for a password is repeated.",
  cases: 10_000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => (random.oneIn(5) ? random.pick(seeds) : mutateWords(random.pick(seeds), words, random)),
  check: (input) => {
    const text = input.toWellFormed();
    const read = parseHtpasswd(text);
    if (!read.ok) {
      const lines = text.split(/\r?\n/u).length;
      assert.ok(read.error.length > 0 && read.error.every(({ line, message }) => line >= 1 && line <= lines && message.length > 0 && !message.includes("secret:")));
      return false;
    }
    assert.equal(new Set(read.value.map(({ name }) => accountKey(name))).size, read.value.length);
    for (const { name, hash } of read.value) assert.ok(checkUserName(name) === undefined && storedHashKind(hash) !== undefined);
    const users = parseUsers(formatUsers(read.value.map((entry) => ({ ...entry, administrator: false, environment: new Map() }))));
    assert.ok(users.ok);
    assert.equal(users.value.size, read.value.length);
    return read.value.length > 0;
  },
});
