import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { FileDocuments } from "../../../src/store/documents/file-documents.js";
import { FaultyFiles } from "../../support/faulty-files.js";

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = async (documents: FileDocuments, name = "tree"): Promise<string | undefined> => {
  const content = await documents.read(name);
  return content === undefined ? undefined : new TextDecoder().decode(content);
};

describe("documents as files", () => {
  let root = "";
  before(() => (root = mkdtempSync(join(tmpdir(), "wsmanor-documents-"))));
  after(() => rmSync(root, { recursive: true }));

  const prepared = async (name: string): Promise<string> => {
    await new FileDocuments(join(root, name)).write("tree", octets("old content"));
    return join(root, name);
  };
  const changes = { write: (documents: FileDocuments) => documents.write("tree", octets("new content")), remove: (documents: FileDocuments) => documents.remove("tree") };

  for (const [what, change] of Object.entries(changes)) {
    const expected = what === "write" ? "new content" : undefined;
    it(`${what}: the old or the new content, whole, whenever the process is killed`, async () => {
      const dry = new FaultyFiles();
      await change(new FileDocuments(await prepared(`${what}-dry`), dry.files));
      assert.ok(dry.calls >= 3);
      assert.equal(dry.trace.at(-2), "file.sync", "the directory is brought to the disk before the change is acknowledged");
      for (const kind of ["killed-before", "killed-within"] as const) {
        for (let at = 1; at <= dry.calls; at++) {
          const folder = await prepared(`${what}-${kind}-${at}`);
          const faulty = new FaultyFiles(at, kind);
          const ended = await Promise.race([change(new FileDocuments(folder, faulty.files)), faulty.killed]);
          const found = await textOf(new FileDocuments(folder));
          assert.ok(found === "old content" || found === expected, `${dry.trace[at - 1]}: ${found}`);
          if (ended !== "killed") assert.equal(found, expected);
          assert.deepEqual(readdirSync(folder).filter((name) => name !== "tree"), [], "nothing is left over");
        }
      }
    });

    it(`${what}: refused with the reason, old content kept, works again without a restart`, async () => {
      const dry = new FaultyFiles();
      await change(new FileDocuments(await prepared(`${what}-dry-2`), dry.files));
      for (const kind of ["ENOSPC", "EACCES", "EIO"] as const) {
        for (let at = 1; at <= dry.calls; at++) {
          const folder = await prepared(`${what}-${kind}-${at}`);
          const documents = new FileDocuments(folder, new FaultyFiles(at, kind).files);
          const refused = await change(documents).then(() => undefined, (error: Error) => error.message);
          const found = await textOf(documents);
          if (refused === undefined) assert.equal(found, expected);
          else assert.match(refused, new RegExp(kind, "u"));
          if (refused !== undefined && dry.trace.slice(at - 1).some((call) => call === "rename" || call === "rm")) assert.equal(found, "old content", dry.trace[at - 1]);
          await change(documents);
          assert.equal(await textOf(new FileDocuments(folder)), expected);
          assert.deepEqual(readdirSync(folder).filter((name) => name !== "tree"), []);
        }
      }
    });
  }

  it("are never taken for leftovers, whatever they are called", async () => {
    const folder = join(root, "names");
    await new FileDocuments(folder).write("x.0123456789ab.tmp", octets("kept"));
    writeFileSync(join(folder, ".tree.0123456789ab.tmp"), "half");
    assert.equal(await textOf(new FileDocuments(folder), "x.0123456789ab.tmp"), "kept");
    assert.deepEqual(readdirSync(folder), ["x.0123456789ab.tmp"]);
  });

  it("take effect in the order in which they were written, and a later reader sees the last", async () => {
    const documents = new FileDocuments(join(root, "order"));
    await Promise.all([...Array(50).keys()].map((at) => documents.write("tree", octets(String(at)))));
    assert.equal(await textOf(documents), "49");
  });
});
