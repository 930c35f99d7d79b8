import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { accessCommands, allows, parseAccessList, withoutServer, writeAccessList, type AccessList } from "../../../src/protocol/dm/access-list.js";

const list = (text: string): AccessList => {
  const parsed = parseAccessList(text);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
};

describe("an access control list", () => {
  it("says who may do what; * stands for everybody", () => {
    const acl = list("Get=A+B&Replace=*&Delete=C");
    const may = (id: string): readonly string[] => accessCommands.filter((command) => allows(acl, command, id));
    assert.deepEqual([may("A"), may("C"), may("D")], [["Get", "Replace"], ["Delete", "Replace"], ["Replace"]]);
  });

  it("is written in one order, whatever it was read in; * beats ids; an empty one is empty", () => {
    assert.equal(writeAccessList(list("Replace=b+a&Add=*+x&Get=*")), "Add=*&Get=*&Replace=a+b");
    assert.deepEqual([writeAccessList(list("")), writeAccessList(list("  "))], ["", ""]);
    assert.equal(writeAccessList(list(" Get=com.example.server ")), "Get=com.example.server");
  });

  it("is refused in words", () => {
    for (const [text, why] of [
      ["Get", /"Get" does not begin/u], ["Copy=*", /"Copy=\*" does not begin with one of Add, Delete, Exec, Get, Replace/u], ["get=*", /does not begin/u],
      ["Get=*&Get=a", /twice/u], ["Get=", /id that is none/u], ["Get=a+", /id that is none/u], ["Get=a b", /id that is none/u], ["Get=a=b", /id that is none/u], ["Get=**", /id that is none/u], ["Get=*&", /does not begin/u],
    ] as const) {
      const parsed = parseAccessList(text);
      assert.ok(!parsed.ok, text);
      assert.match(parsed.error, why);
    }
  });

  it("loses a server whose account was removed: an entry without ids goes, at the root it becomes everybody's", () => {
    const acl = list("Get=A+B&Replace=A&Delete=*");
    assert.equal(writeAccessList(withoutServer(acl, "A")), "Delete=*&Get=B");
    assert.equal(writeAccessList(withoutServer(acl, "A", true)), "Delete=*&Get=B&Replace=*");
    assert.equal(writeAccessList(withoutServer(acl, "Z")), "Delete=*&Get=A+B&Replace=A");
  });
});
