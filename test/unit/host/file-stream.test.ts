import assert from "node:assert/strict";
import type { writeSync } from "node:fs";
import { describe, it } from "node:test";
import { FileStream } from "../../../src/host/logging/file-stream.js";

/** A file on a disk with so much room. */
function smallDisk(): { readonly stream: FileStream; readonly text: () => string; room: number; readonly errors: string[] } {
  const disk = { room: 0, errors: [] as string[], content: "" };
  const append = (_file: number, octets: Uint8Array | string): number => {
    const fits = Buffer.from(octets as string).subarray(0, disk.room).toString();
    if (fits === "") throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    disk.room -= fits.length;
    disk.content += fits;
    return fits.length;
  };
  const stream = new FileStream(1, append as typeof writeSync);
  stream.on("error", ({ code }: NodeJS.ErrnoException) => disk.errors.push(code!));
  return Object.assign(disk, { stream, text: () => disk.content });
}

describe("a log in a file", () => {
  it("a write that the disk cuts short is an error, and the next line does not stand behind its half", () => {
    const disk = smallDisk();
    disk.room = 10;
    const told: (string | undefined)[] = [];
    const write = (text: string): void => void disk.stream.write(text, (error) => told.push((error as NodeJS.ErrnoException | undefined)?.code));
    write("first\n");
    write("second\n");
    write("third\n");
    disk.room = 100;
    write("fourth\n");
    write("fifth\n");
    assert.deepEqual(told, [undefined, "ENOSPC", "ENOSPC", undefined, undefined]);
    assert.deepEqual(disk.errors, ["ENOSPC", "ENOSPC"]);
    assert.equal(disk.text(), "first\nseco\nfourth\nfifth\n");
  });

  it("a write that is cut between two lines leaves no empty one", () => {
    const disk = smallDisk();
    disk.room = 4;
    disk.stream.write("one\ntwo\n");
    disk.room = 100;
    disk.stream.write("three\n");
    assert.equal(disk.text(), "one\nthree\n");
    assert.deepEqual(disk.errors, ["ENOSPC"]);
  });
});
