import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { defaultPaths } from "../../../src/cli/default-paths.js";
import { firstRunText } from "../../../src/cli/verbs/first-run-text.js";
import { checkPassword, hashOfNobody, loadArgon2 } from "../../../src/store/hash-password.js";
import { ntHash } from "../../../src/protocol/auth/ntlm/ntlm-keys.js";
import { UsersFile } from "../../../src/store/users-file.js";
import { projectRoot } from "../../support/project-root.js";
import { runLine } from "./test-terminal.js";

describe("user", () => {
  let state = "";
  before(() => {
    state = join(mkdtempSync(join(tmpdir(), "wsmanor-cli-")), "state");
  });
  after(() => rmSync(join(state, ".."), { recursive: true }));

  it("adds, lists, changes and removes accounts", async () => {
    const run = (...words: string[]) => runLine(["user", ...words, "--state", state], { input: "correct horse battery\n" });
    const added = await run("add", "operator", "--password-file", "-", "--administrator");
    assert.deepEqual([added.status, added.out, added.err], [0, "Added the account operator.\n", ""]);
    const again = await run("add", "OPERATOR", "--password-file", "-");
    assert.equal(again.status, 1);
    assert.match(again.err, /^Error: the account OPERATOR exists; /u);
    assert.equal((await run("list")).out, "operator  (administrator)\n");
    assert.deepEqual(JSON.parse((await run("list", "--json")).out), [{ name: "operator", administrator: true, environment: {} }]);
    assert.equal((await run("passwd", "operator", "--password-file=-")).out, "Changed the password of operator.\n");
    assert.equal((await run("remove", "operator")).out, "Removed the account operator.\n");
    const gone = await run("remove", "operator");
    assert.equal(gone.status, 1);
    assert.match(gone.err, /^Error: there is no account "operator"/u);
    assert.equal((await run("list")).out, "");
  });

  it("gives an account the environment that plug-in file names are expanded with", async () => {
    const run = (...words: string[]) => runLine(["user", ...words, "--state", state], { input: "correct horse battery\n" });
    await run("add", "worker", "--password-file", "-");
    assert.equal((await run("environment", "worker", "EDITION=premium", "team=a=b c\tü%")).out, "EDITION=premium\nTEAM=a=b c\tü%\n");
    assert.equal((await run("environment", "WORKER", "edition=standard", "Team=")).out, "EDITION=standard\n");
    assert.equal((await run("environment", "worker")).out, "EDITION=standard\n");
    assert.equal((await run("passwd", "worker", "--password-file", "-")).status, 0);
    const listed = JSON.parse((await run("list", "--json")).out) as readonly { readonly name: string; readonly environment: object }[];
    assert.deepEqual(listed.find(({ name }) => name === "worker")!.environment, { EDITION: "standard" });
    const wrong = await run("environment", "worker", "EDITION");
    assert.deepEqual([wrong.status, /"EDITION" \(argument 4\) is not VARIABLE=VALUE/u.test(wrong.err)], [2, true]);
    assert.match((await run("environment", "worker", "A%B=1")).err, /^Error: "A%B": a variable's name has/u);
    assert.match((await run("environment", "nobody", "A=1")).err, /^Error: there is no account "nobody"/u);
    await run("remove", "worker");
  });

  it("stores an NT hash only when told, and takes it away with the password it was of", async () => {
    const run = (...words: string[]) => runLine(["user", ...words, "--state", state], { input: "correct horse battery\n" });
    const hashOf = async (): Promise<string | undefined> => (await new UsersFile(join(state, "users")).find("ntlm"))!.ntHash;
    assert.equal((await run("add", "ntlm", "--password-file", "-")).status, 0);
    assert.equal(await hashOf(), undefined);
    assert.equal((await run("passwd", "ntlm", "--password-file", "-", "--ntlm")).out, "Changed the password of ntlm.\n");
    assert.equal(await hashOf(), Buffer.from(ntHash("correct horse battery")).toString("hex"));
    assert.match((await run("list")).out, /^ntlm {2}\(NTLM\)$/mu);
    assert.equal((JSON.parse((await run("list", "--json")).out) as readonly { readonly name: string; readonly ntlm?: true }[]).find(({ name }) => name === "ntlm")!.ntlm, true);
    assert.equal(statSync(join(state, "users")).mode & 0o077, 0);
    assert.equal((await run("environment", "ntlm", "A=1")).status, 0);
    assert.notEqual(await hashOf(), undefined);
    assert.equal((await run("passwd", "ntlm", "--password-file", "-")).out, "Changed the password of ntlm. NTLM no longer logs it in; to let it, give --ntlm.\n");
    assert.equal(await hashOf(), undefined);
    assert.match((await run("remove", "ntlm", "--ntlm")).err, /--ntlm \(argument 4\) has no use with user remove/u);
    await run("remove", "ntlm");
  });

  it("imports an htpasswd file, all of it or nothing, and says every line that is wrong", async () => {
    const file = join(state, "..", "htpasswd");
    const run = async (text: string) => {
      writeFileSync(file, text);
      return runLine(["user", "import", file, "--state", state]);
    };
    const bcrypt = await (await import("bcryptjs")).default.hash("from bcrypt", 4);
    const bad = await run(`# people\nanna:${bcrypt}\nbert:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\ncora:$apr1$x$abc\ndora:abcdefghijklm\nemil:secret in clear\nfred\ngert:$2a$10$${"a".repeat(53)}\nhans:$2y$31$${"a".repeat(53)}\nanna:${bcrypt}\n`);
    assert.equal(bad.status, 1);
    assert.deepEqual([...bad.err.matchAll(/line (\d+): (?:the hash of \w+ is )?([^,;:.\n]+)/gu)].map(([, line, what]) => `${line} ${what}`), [
      "3 SHA-1 without salt", "4 MD5", "5 crypt", "6 a password in clear", "7 there is no colon", "8 bcrypt of a version that had a fault", "9 malformed", "10 the account anna stands twice",
    ]);
    assert.ok(!bad.err.includes("secret in clear") && !bad.err.includes("W6ph5"));
    assert.ok(!(await runLine(["user", "list", "--state", state])).out.includes("anna"));
    const argon2 = await (await loadArgon2()).hash("from argon2");
    const good = await run(`anna:${bcrypt.replace("$2b$", "$2y$")}\nbert:${argon2}\n`);
    assert.deepEqual([good.status, good.out], [0, "Imported 2 accounts: anna, bert.\n"]);
    const users = new UsersFile(join(state, "users"));
    for (const [name, password] of [["anna", "from bcrypt"], ["bert", "from argon2"]] as const) {
      const { hash } = (await users.find(name))!;
      assert.deepEqual([await checkPassword(password, hash), await checkPassword("other", hash)], [true, false]);
      assert.equal(await checkPassword(password, hashOfNobody(hash)), false);
    }
    const again = await run(`anna:${bcrypt}\n`);
    assert.match(again.err, /^Error: [^\n]*htpasswd: nothing was imported:\n {2}there are accounts of these names already: anna/u);
    assert.match((await runLine(["user", "import", join(state, "none"), "--state", state])).err, /ENOENT/u);
    assert.match((await runLine(["user", "add", "anna", "--state", state])).err, /^Error: a password is needed: --password-file FILE \(- is standard input\)\.$/mu);
    assert.match((await runLine(["user", "import", "--state", state])).err, /the file is missing: user import FILE/u);
    for (const name of ["anna", "bert"]) await users.remove(name);
  });

  it("asks the person at the terminal", async () => {
    const ran = await runLine(["user", "add", "person", "--state", state], { secret: "typed" });
    assert.equal(ran.status, 0, ran.err);
    assert.deepEqual(ran.asked, ["New password of person: ", "The same again: "]);
  });

  it("asks again when the two differ or nothing was typed, three times at most", async () => {
    const ran = await runLine(["user", "passwd", "person", "--state", state], { secret: ["one", "other", "", "right", "right"] });
    assert.deepEqual([ran.status, ran.err], [0, "The two are not the same.\nA password cannot be empty.\n"]);
    assert.ok(await checkPassword("right", (await new UsersFile(join(state, "users")).find("person"))!.hash));
    const gaveUp = await runLine(["user", "passwd", "person", "--state", state], { secret: ["a", "b", "c", "d", "e", "f", "g", "g"] });
    assert.equal(gaveUp.status, 1);
    assert.match(gaveUp.err, /\nError: no password was typed twice alike in 3 tries; nothing was changed\.\n$/u);
    assert.ok(await checkPassword("right", (await new UsersFile(join(state, "users")).find("person"))!.hash));
  });

  it("prints JSON when asked, whatever it did", async () => {
    const run = async (...words: string[]): Promise<unknown> => JSON.parse((await runLine(["user", ...words, "--state", state, "--json"], { input: "correct horse\n" })).out);
    assert.deepEqual(await run("add", "robot", "--password-file", "-"), { added: "robot" });
    assert.deepEqual(await run("passwd", "robot", "--password-file", "-"), { changed: "robot" });
    assert.deepEqual(await run("environment", "robot", "A=1"), { A: "1" });
    assert.deepEqual(await run("remove", "robot"), { removed: "robot" });
  });

  it("says that there is no state directory, and makes none, unless an account is added", async () => {
    const missing = join(state, "..", "mistyped");
    for (const words of [["user", "list"], ["user", "remove", "x"], ["user", "passwd", "x", "--password-file", "-"], ["user", "environment", "x"], ["audit"]]) {
      const ran = await runLine([...words, "--state", missing], { input: "correct horse\n" });
      assert.deepEqual([ran.status, ran.out], [1, ""], words.join(" "));
      assert.equal(ran.err, `Error: there is no state directory ${missing}. Name the host's with --state; serve and user add make one.\n`);
      assert.ok(!existsSync(missing));
    }
  });

  it("refuses an empty password and a bad name", async () => {
    const empty = await runLine(["user", "add", "x", "--password-file", "-", "--state", state], { input: "\n" });
    assert.equal(empty.status, 2);
    assert.match(empty.err, /the first line of standard input .* is empty/u);
    const bad = await runLine(["user", "add", "a:b", "--password-file", "-", "--state", state], { input: "x\n" });
    assert.equal(bad.status, 1);
    assert.match(bad.err, /^Error: "a:b": /u);
  });
});

describe("user: names and passwords", () => {
  let state = "";
  before(() => {
    state = join(mkdtempSync(join(tmpdir(), "wsmanor-names-")), "state");
  });
  after(() => rmSync(join(state, ".."), { recursive: true }));
  const add = (name: string, input = "a password\n") => runLine(["user", "add", name, "--password-file", "-", "--state", state], { input });

  it("takes the names that people have, once each, whatever their case and however their accents are composed", async () => {
    for (const name of ["CORP\\alice", "alice@example.org", "J\u00fcrgen M\u00fcller", "\u5c71\u7530", "svc$", "__proto__", "constructor", "7of9", "a".repeat(100)]) {
      const added = await add(name);
      assert.deepEqual([added.status, added.err], [0, ""], name);
    }
    for (const again of ["corp\\ALICE", "Ju\u0308rgen Mu\u0308ller", "__PROTO__"]) assert.match((await add(again)).err, /^Error: the account .* exists; /u, again);
    const names = (JSON.parse((await runLine(["user", "list", "--json", "--state", state])).out) as { readonly name: string }[]).map(({ name }) => name);
    assert.equal(names.length, 9);
    assert.ok(names.includes("J\u00fcrgen M\u00fcller") && names.includes("__proto__"));
    const composed = new UsersFile(join(state, "users"));
    assert.equal((await composed.find("ju\u0308rgen mu\u0308ller"))?.name, "J\u00fcrgen M\u00fcller");
    assert.equal((await composed.find("Corp\\Alice"))?.name, "CORP\\alice");
    assert.equal((await composed.find("HOST\\svc$"))?.name, "svc$", "a machine's name in front is passed over");
    assert.equal((await composed.find(".\\svc$"))?.name, "svc$");
    assert.equal(await composed.find("alice"), undefined);
    for (const name of [...names]) assert.equal((await runLine(["user", "remove", name.toUpperCase().length === name.length ? name.toUpperCase() : name, "--state", state])).status, 0, name);
  });

  it("refuses names that would break a line, a field, a log or a client, and says what a name is", async () => {
    for (const name of ["a:b", "a\nb", "a\tb", " a", "a ", "", ".", "#a", "a/b", "a\u2028b", "a\u202eb", "a\u0000b", "\u0301a", "a".repeat(101), "-"]) {
      const refused = await add(name);
      assert.notEqual(refused.status, 0, JSON.stringify(name));
      assert.match(refused.err, /^Error: /u);
      assert.equal(refused.err.split("\n").filter((line) => line !== "").length <= 2, true, refused.err);
    }
    assert.equal((await runLine(["user", "list", "--state", state])).out, "");
  });

  it("takes the first line of a file as the password, byte order mark and all, and refuses what no client could send", async () => {
    const file = join(state, "..", "password");
    writeFileSync(file, "\ufeffp\u00e4ss: w\u00f6rd \r\nsecond line\n");
    assert.equal((await runLine(["user", "add", "reader", "--password-file", file, "--state", state])).status, 0);
    assert.ok(await checkPassword("p\u00e4ss: w\u00f6rd ", (await new UsersFile(join(state, "users")).find("reader"))!.hash));
    assert.match((await add("x", "tab\there\n")).err, /control character/u);
    assert.match((await add("x", `${"\u00e4".repeat(513)}\n`)).err, /longer than 1024 octets/u);
    assert.match((await add("x", "")).err, /is empty/u);
    const missing = await runLine(["user", "add", "x", "--password-file", join(state, "nothing"), "--state", state]);
    assert.deepEqual([missing.status, /--password-file \(argument 4\) cannot be read: ENOENT/u.test(missing.err)], [2, true], missing.err);
    assert.match((await runLine(["user", "passwd", "nobody", "--password-file", file, "--state", state])).err, /^Error: there is no account "nobody" \(there are: reader\)\.$/mu);
  });
});

describe("default paths", () => {
  it("are the environment's, the checkout's, or the account's", () => {
    assert.equal(defaultPaths({ WSMANOR_STATE: "/s" }).state, "/s");
    assert.deepEqual(defaultPaths({}), { configuration: join(projectRoot, "config"), state: join(projectRoot, "state") });
    assert.equal(defaultPaths({ XDG_STATE_HOME: "/x" }, "/package").state, join("/x", "wsmanor"));
    assert.equal(defaultPaths({ HOME: "/h" }, "/package").state, join("/h", ".local", "state", "wsmanor"));
  });
});

describe("the first start's text", () => {
  it("has three commands with everything in them", () => {
    const text = firstRunText(["https://127.0.0.1:5986/wsman", "http://127.0.0.1:5985/wsman"], { user: "admin", password: "a-b_c9" });
    const commands = text.split("\n").filter((line) => line.startsWith("  npx wsmanor "));
    assert.deepEqual(commands, [
      "  npx wsmanor identify -r:http://127.0.0.1:5985/wsman -a:Basic -u:admin -p:a-b_c9",
      "  npx wsmanor get winrm/config -r:http://127.0.0.1:5985/wsman -a:Basic -u:admin -p:a-b_c9",
      "  npx wsmanor enumerate plugin -r:http://127.0.0.1:5985/wsman -a:Basic -u:admin -p:a-b_c9",
    ]);
  });

  it("quotes for the shell what must be quoted", () => {
    assert.ok(firstRunText(["http://h/wsman"], { user: "o'neil", password: "p" }).includes(`'-u:o'\\''neil'`));
  });
});
