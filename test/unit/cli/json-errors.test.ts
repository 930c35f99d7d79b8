import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runLine } from "./test-terminal.js";

describe("what is wrong, as JSON", () => {
  const lines: readonly (readonly [words: readonly string[], status: number, message: RegExp])[] = [
    [["--json"], 2, /"--json" \(argument 1\) is not a command/u],
    [["gte", "config", "--json"], 2, /"gte" \(argument 1\) is not a command\.$/u],
    [["get", "-JSON"], 2, /the resource URI is missing/u],
    [["get", "config", "-fromat:pretty", "--json"], 2, /"-fromat" \(argument 3\)/u],
    [["get", "config", "--json"], 1, /No host is running here/u],
    [["serve", "--json", "--port", "x"], 2, /"x" is not a value of --port/u],
    [["user", "--json", "list", "x"], 2, /one too many/u],
    [["user", "list", "--json"], 1, /there is no state directory/u],
    [["validate", "a", "b", "--json"], 2, /"b" \(argument 3\) is one too many/u],
    [["audit", "--json", "/nonexistent/log"], 1, /the audit log cannot be read/u],
    [["helpmsg", "--json"], 2, /the number is missing/u],
    [["helpmsg", "0x81234567", "--json"], 1, /no text is known/u],
  ];
  for (const [words, status, message] of lines) {
    it(words.join(" "), async () => {
      const ran = await runLine(words);
      assert.equal(ran.status, status);
      assert.equal(ran.out, "");
      assert.match((JSON.parse(ran.err) as { error: { message: string } }).error.message, message);
    });
  }

  it("what stands behind -- is no switch", async () => assert.match((await runLine(["get", "--", "--json"])).err, /^Error: /u));
  it("says what was probably meant", async () => {
    assert.deepEqual(JSON.parse((await runLine(["gte", "--json"])).err), { error: { message: '"gte" (argument 1) is not a command.', didYouMean: "get", help: "wsmanor --help" } });
  });
});
