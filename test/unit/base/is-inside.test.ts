import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isInside } from "../../../src/base/is-inside.js";

const rows: readonly (readonly [directory: string, path: string, inside: boolean])[] = [
  ["/a", "/a", true], ["/a", "/a/", true], ["/a/", "/a/b/c", true], ["/a", "/a/./b", true], ["/a", "/a/b/../c", true], ["/", "/anything", true],
  ["/a", "/ab", false], ["/a", "/a/../b", false], ["/a", "/a/..", false], ["/a/b", "/a", false], ["/a", "/A", false], ["/a", "/../../a/../b", false], ["/a", "/a/b/../../..", false],
  ["C:\\Plugins", "c:\\plugins\\x.js", true], ["C:\\Plugins", "C:/Plugins/x.js", true], ["C:\\Plugins", "D:\\Plugins\\x.js", false], ["C:\\Plugins", "C:\\Plugins\\..\\x.js", false],
  ["\\\\server\\share", "\\\\SERVER\\share\\x", true], ["\\\\server\\share", "\\\\server\\other\\x", false], ["C:\\Plugins", "\\\\server\\C:\\Plugins", false],
];

describe("is a path inside a folder", () => {
  for (const [directory, path, inside] of rows) it(`${path} in ${directory}: ${inside ? "yes" : "no"}`, () => assert.equal(isInside(directory, path), inside));
});
