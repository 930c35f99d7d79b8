import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { FileChanged, replaceFiles } from "../../../src/store/replace-files.js";
import { FaultyFiles } from "../../support/faulty-files.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("replacing files that somebody else keeps as well", () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const all = (): Record<string, string> => Object.fromEntries(readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => [name, readFileSync(at(name), "utf8")]));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wsmanor-replace-"));
    writeFileSync(at("a"), "old a");
    writeFileSync(at("b"), "old b");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps permissions, follows a link, makes what was not there, takes away", { skip: process.platform === "win32" }, async () => {
    chmodSync(at("a"), 0o640);
    mkdirSync(at("elsewhere"));
    writeFileSync(at("elsewhere/real"), "old");
    symlinkSync("elsewhere/real", at("link"));
    await replaceFiles([
      { path: at("a"), before: bytes("old a"), after: bytes("new a") },
      { path: at("link"), before: bytes("old"), after: bytes("new") },
      { path: at("c"), before: undefined, after: bytes("new c") },
      { path: at("b"), before: bytes("old b"), after: undefined },
    ]);
    assert.deepEqual(all(), { a: "new a", c: "new c" });
    assert.equal(statSync(at("a")).mode & 0o777, 0o640);
    assert.equal(readFileSync(at("elsewhere/real"), "utf8"), "new");
    assert.ok(readdirSync(folder, { withFileTypes: true }).find(({ name }) => name === "link")!.isSymbolicLink());
    assert.equal(readdirSync(at("elsewhere")).length, 1);
  });

  it("replaces nothing when one of them is not what it was", async () => {
    const both = (beforeB: Uint8Array | undefined) => replaceFiles([{ path: at("a"), before: bytes("old a"), after: bytes("x") }, { path: at("b"), before: beforeB, after: bytes("x") }]);
    await assert.rejects(both(bytes("older b")), FileChanged);
    await assert.rejects(both(undefined), (error) => error instanceof FileChanged && error.path === at("b"));
    await assert.rejects(replaceFiles([{ path: at("none"), before: bytes(""), after: bytes("x") }]), FileChanged);
    assert.deepEqual(all(), { a: "old a", b: "old b" });
  });

  it("whatever call goes wrong: all are old, or all are new; a crash leaves each of them whole", async () => {
    const replacements = [{ path: at("a"), before: bytes("old a"), after: bytes("new a") }, { path: at("b"), before: bytes("old b"), after: bytes("new b") }];
    const count = new FaultyFiles();
    await replaceFiles(replacements, count.files);
    assert.ok(count.calls > 20);
    let mixed = 0;
    for (let call = 1; call <= count.calls; call++) {
      for (const kind of ["EIO", "ENOSPC", "killed-before", "killed-within"] as const) {
        writeFileSync(at("a"), "old a");
        writeFileSync(at("b"), "old b");
        const faulty = new FaultyFiles(call, kind);
        const ended = await Promise.race([replaceFiles(replacements, faulty.files).then(() => "done" as const, () => "refused" as const), faulty.killed]);
        const [a, b] = [readFileSync(at("a"), "utf8"), readFileSync(at("b"), "utf8")];
        assert.ok(["old a", "new a"].includes(a) && ["old b", "new b"].includes(b), `${a} and ${b}`);
        if (ended === "killed") mixed += Number(a.startsWith("new") !== b.startsWith("new"));
        else assert.equal(a.slice(0, 3), b.slice(0, 3), `${kind} at ${faulty.trace.join(" ")}`);
        for (const name of readdirSync(folder)) if (name.endsWith(".tmp")) rmSync(at(name));
      }
    }
    // The window between the two renames is there, and as narrow as that.
    assert.ok(mixed <= 4, `${mixed} crashes left one old and one new`);
  });
});
