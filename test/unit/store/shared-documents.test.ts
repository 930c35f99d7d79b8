import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DocumentStore } from "../../../src/store/documents/document-store.js";
import { DocumentChanged, SharedDocuments } from "../../../src/store/documents/shared-documents.js";

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array | undefined): string | undefined => (content === undefined ? undefined : new TextDecoder().decode(content));

/** A disk of which every access takes a turn; it can be made to fail. */
class Disk implements DocumentStore {
  readonly content = new Map<string, Uint8Array>();
  fails = false;
  async #turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.fails) throw new Error("the disk is full");
  }
  async read(name: string): Promise<Uint8Array | undefined> {
    await this.#turn();
    return this.content.get(name);
  }
  async write(name: string, content: Uint8Array): Promise<void> {
    await this.#turn();
    this.content.set(name, content);
  }
  async remove(name: string): Promise<void> {
    await this.#turn();
    this.content.delete(name);
  }
}

describe("documents that two instances of a plug-in share", () => {
  it("refuse who would write over what it has not seen, until it has read it", async () => {
    const shared = new SharedDocuments(new Disk());
    const [old, next] = [shared.open(), shared.open()];
    await old.write("d", octets("1"));
    assert.equal(text(await next.read("d")), "1");
    await old.write("d", octets("2"));
    await assert.rejects(next.write("d", octets("x")), (thrown: unknown) => thrown instanceof DocumentChanged && thrown.code === "DOCUMENT_CHANGED");
    await assert.rejects(next.remove("d"), DocumentChanged);
    assert.equal(text(await next.read("d")), "2");
    await next.write("d", octets("3"));
    await assert.rejects(old.write("d", octets("4")), DocumentChanged);
    assert.equal(text(await old.read("d")), "3");
    await old.remove("d");
    assert.equal(await next.read("d"), undefined);
  });

  it("tell the others who has written what, and nobody that has closed", async () => {
    const shared = new SharedDocuments(new Disk());
    const [one, two, three] = [shared.open(), shared.open(), shared.open()];
    const told: string[] = [];
    one.onReplaced((name) => told.push(`one ${name}`));
    two.onReplaced((name) => told.push(`two ${name}`));
    three.onReplaced((name) => told.push(`three ${name}`));
    three.close();
    await one.write("a", octets("x"));
    await two.remove("b");
    // The same content again is no news.
    await one.write("a", octets("x"));
    assert.deepEqual(told, ["two a", "one b"]);
  });

  it("let one that has never looked write, and anybody write the same again", async () => {
    const disk = new Disk();
    const shared = new SharedDocuments(disk);
    const [one, two] = [shared.open(), shared.open()];
    await one.write("d", octets("1"));
    await two.write("d", octets("2"));
    await assert.rejects(one.write("d", octets("1")), DocumentChanged);
    await one.write("d", octets("2"));
    assert.equal(text(disk.content.get("d")), "2");
  });

  it("read what was written last, in the order of the calls, however they overlap", async () => {
    const shared = new SharedDocuments(new Disk());
    const [one, two] = [shared.open(), shared.open()];
    const all = [one.write("d", octets("1")), two.read("d"), one.write("d", octets("2")), two.read("d"), one.read("d")] as const;
    assert.deepEqual([text(await all[1]), text(await all[3]), text(await all[4])], ["1", "2", "2"]);
    await Promise.all(all);
  });

  it("end a reading while another writes without pause", async () => {
    const shared = new SharedDocuments(new Disk());
    const [busy, other] = [shared.open(), shared.open()];
    let isOver = false;
    const writing = (async () => {
      for (let count = 0; !isOver; count++) await busy.write("d", octets(String(count)));
    })();
    for (let reading = 0; reading < 10; reading++) await other.read("d");
    isOver = true;
    await writing;
  });

  it("let who could not write try again, and tell the others to read", async () => {
    const disk = new Disk();
    const shared = new SharedDocuments(disk);
    const [one, two] = [shared.open(), shared.open()];
    await one.write("d", octets("1"));
    assert.equal(text(await two.read("d")), "1");
    disk.fails = true;
    await assert.rejects(one.write("d", octets("2")), /disk is full/u);
    disk.fails = false;
    await assert.rejects(two.write("d", octets("x")), DocumentChanged);
    await one.write("d", octets("2"));
    assert.equal(text(disk.content.get("d")), "2");
    assert.throws(() => void one.write("../x", octets("")), RangeError);
  });
});
