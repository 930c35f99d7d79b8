import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { encodeName, parseNodeAddress, writeNodeAddress, type NodeAddress } from "../../../src/protocol/dm/node-address.js";

const device = (...path: readonly string[]): NodeAddress => ({ scope: "device", path });
const read = (uri: string, limits?: Parameters<typeof parseNodeAddress>[1]): NodeAddress | number => {
  const parsed = parseNodeAddress(uri, limits);
  return parsed.ok ? parsed.value : parsed.error.status;
};

describe("an address of a node", () => {
  const good: readonly (readonly [uri: string, address: NodeAddress, canonical: string])[] = [
    [".", device(), "."],
    ["./DevInfo/DevId", device("DevInfo", "DevId"), "./DevInfo/DevId"],
    ["DevInfo/DevId", device("DevInfo", "DevId"), "./DevInfo/DevId"],
    ["./Device/Vendor/MSFT/RemoteLock", device("Vendor", "MSFT", "RemoteLock"), "./Vendor/MSFT/RemoteLock"],
    ["./device/vendor/MSFT", device("vendor", "MSFT"), "./vendor/MSFT"],
    ["./User/Vendor/MSFT", { scope: "user", path: ["Vendor", "MSFT"] }, "./User/Vendor/MSFT"],
    ["./user", { scope: "user", path: [] }, "./User"],
    ["./Device/User/x", device("User", "x"), "./Device/User/x"],
    ["./Vendor/A%20B/%7Bx%7D", device("Vendor", "A B", "{x}"), "./Vendor/A%20B/%7Bx%7D"],
    ["./Vendor/{x}/a.b/.hidden", device("Vendor", "{x}", "a.b", ".hidden"), "./Vendor/%7Bx%7D/a.b/.hidden"],
    ["./a/b%2Fc", device("a", "b/c"), "./a/b%2Fc"],
    ["./Gr%C3%B6%C3%9Fe/Größe", device("Größe", "Größe"), "./Gr%C3%B6%C3%9Fe/Gr%C3%B6%C3%9Fe"],
    ["./cimv2/Class/Class.Key=%22v%22", device("cimv2", "Class", 'Class.Key="v"'), "./cimv2/Class/Class.Key=%22v%22"],
    ["./a/**", device("a", "**"), "./a/%2A%2A"],
    ["./a?prop=ACL", { ...device("a"), suffix: { kind: "prop", value: "ACL" } }, "./a?prop=ACL"],
    [".?list=TNDS+Value+ACL", { ...device(), suffix: { kind: "list", value: "TNDS+Value+ACL" } }, ".?list=TNDS+Value+ACL"],
  ];
  for (const [uri, address, canonical] of good) {
    it(uri, () => {
      assert.deepEqual(read(uri), address);
      assert.equal(writeNodeAddress(address), canonical);
      assert.deepEqual(read(canonical), address);
    });
  }

  it("LocURI cannot start with /, has no empty segment, and goes nowhere by dots, escaped ones neither", () => {
    for (const uri of ["", "/", "/a", "./", "./a/", "./a//b", "//", "..", "./..", "./a/../b", "./a/./b", "././a", "./%2E%2E/a", "./a/%2e", "./*", "./a/%2A", "./%", "./%4", "./%zz", "./%FF", "./%C3", "./a%00b", "./a\ud800", "./\udc00a"]) assert.equal(read(uri), 400, uri);
  });

  it("has one suffix, of two kinds", () => {
    for (const uri of [".?", "./a?x=y", "./a?prop", "./a?prop=", "./a?prop=A&list=B", "./a?prop=A?list=B", "./a?PROP=A"]) assert.equal(read(uri), 406, uri);
  });

  it("is as long and deep as the device says: 414 beyond, 0 stands for no limit", () => {
    const limits = { maxDepth: 3, maxTotalLength: 12, maxSegmentLength: 4 };
    assert.deepEqual(read("./a/b/c", limits), device("a", "b", "c"));
    assert.equal(read("./a/b/c/d", limits), 414);
    assert.equal(read("./abcd", limits) !== 414, true);
    assert.equal(read("./abcde", limits), 414);
    assert.equal(read("./ä%C3", limits), 414);
    assert.equal(read("./abcd/abcd/a", limits), 414);
    assert.deepEqual(read(`./${"a/".repeat(5000)}a`), device(...Array.from({ length: 5001 }, () => "a")));
  });

  it("names keep what addresses would take for something else", () => {
    for (const name of ["a/b", "a?b", "a b", "%", "ä", "a&b", "a#b", "'", "(x)", "\u{1f600}"]) {
      assert.deepEqual(read(`./${encodeName(name)}`), device(name));
      assert.match(encodeName(name), /^[\x21-\x7e]+$/u);
      assert.doesNotMatch(encodeName(name), /[/?#]/u);
    }
  });
});
