import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { commandLine } from "./command-line.js";
import { splitArguments } from "./split-arguments.js";

describe("arguments of a program that is started directly", () => {
  // "Parsing C++ command-line arguments", and what CommandLineToArgvW makes of quotes behind quotes.
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["", []], ["  \t ", []], ["a b\tc", ["a", "b", "c"]], ['"a b" c', ["a b", "c"]], ['""', [""]], ['a "" b', ["a", "", "b"]],
    ['"abc" d e', ["abc", "d", "e"]], [String.raw`a\\b d"e f"g h`, [String.raw`a\\b`, "de fg", "h"]], [String.raw`a\\\"b c d`, [String.raw`a\"b`, "c", "d"]],
    [String.raw`a\\\\"b c" d e`, [String.raw`a\\b c`, "d", "e"]], ['a"b"" c d', ['ab"', "c", "d"]], ['"a""b" c', ['a"b c']], ['"""a"""', ['"a"']],
    [String.raw`C:\dir\ x`, ["C:\\dir\\", "x"]], ["'a b' $x `y` *", ["'a", "b'", "$x", "`y`", "*"]], ['"open end', ["open end"]], ["\\", ["\\"]],
  ];
  for (const [text, split] of cases) it(`${JSON.stringify(text)} is ${JSON.stringify(split)}`, () => assert.deepEqual(splitArguments(text), split));
});

describe("the line of a command", () => {
  const line = (command: string, args: readonly string[] = []): string => commandLine(command, args, (path) => path === "/opt/my tool");

  it("is command and arguments with a blank between, nothing quoted", () => {
    assert.equal(line("echo", ["a  b", '"c d"', "$HOME"]), 'echo a  b "c d" $HOME');
    assert.equal(line('"my tool"', ["x"]), '"my tool" x');
  });

  it("loses the quotes that a client put around all of it", () => {
    assert.equal(line('"ls -l /tmp"'), "ls -l /tmp");
    assert.equal(line('"echo "a b" c"'), 'echo "a b" c');
    assert.equal(line('"hostname"'), "hostname");
  });

  it("keeps the quotes of its words", () => {
    for (const each of ['"my tool" "an argument"', '"a b";"c d"', '"/opt/my tool"', 'echo "a"', '"a" b']) assert.equal(line(each), each);
  });
});
