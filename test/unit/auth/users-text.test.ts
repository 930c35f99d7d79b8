import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatUsers, parseUsers } from "../../../src/protocol/auth/users-text.js";

const scrypt = `$scrypt$ln=14,r=8,p=1$${"c2FsdHNhbHRzYWx0c2FsdA"}$${"aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"}`;
const bcrypt = `$2y$10$${"A".repeat(53)}`;
const nt = "a4f49c406510bdcab6824ee7c30fd852";

describe("the users file", () => {
  it("of before NT hashes is read and written as it was", () => {
    const body = `alice\t${scrypt}\tadministrator\tA=1\nbob\t${scrypt}\t-\n`;
    const read = parseUsers(body);
    assert.ok(read.ok);
    assert.deepEqual([...read.value.values()].map(({ name, administrator, ntHash }) => [name, administrator, ntHash]), [["alice", true, undefined], ["bob", false, undefined]]);
    assert.equal(formatUsers(read.value.values()).replace(/^#.*\n/u, ""), body);
  });

  it("holds NT hashes among the flags, and hashes of other kinds", () => {
    const body = `alice\t${scrypt}\tadministrator,nt=${nt}\nbob\t${bcrypt}\tnt=${nt}\tA=1\n`;
    const read = parseUsers(body);
    assert.ok(read.ok);
    assert.deepEqual([...read.value.values()].map(({ administrator, ntHash }) => [administrator, ntHash]), [[true, nt], [false, nt]]);
    assert.equal(formatUsers(read.value.values()).replace(/^#.*\n/u, ""), body);
  });

  it("names the line of flags that are none, and repeats nothing of them", () => {
    for (const flags of ["nt=", `nt=${nt}0`, `nt=${nt.toUpperCase()}`, `,nt=${nt}`, `nt=${nt},administrator`, `administrator,administrator`, `-,nt=${nt}`, "root", ""]) {
      assert.deepEqual(parseUsers(`alice\t${scrypt}\t${flags}\n`), { ok: false, error: { line: 1, message: "the flags of alice are neither - nor administrator nor nt=" } }, flags);
    }
  });
});
